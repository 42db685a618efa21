package org.ssos.clearinghouse.browse.levels;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Lists;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Provenance.Confidence;
import org.ssos.clearinghouse.entry.Source;

/**
 * The rules of one level of support. Its name and summary stand in {@code vocabulary/levels.yaml}.
 *
 * @param rule the rule that holds for all LEAs, where there is one
 * @param routes the ways in by a rule, each by type of LEA
 * @param doors the ways in by a request or a referral
 * @param covers what the help consists of
 * @param changes rules that changed, as they were and as they are
 * @param transition who still stands under the rules before
 */
public record LevelRules(
        String id,
        @Nullable Statement rule,
        Statement whoDecides,
        Statement providers,
        Statement duration,
        Statement entry,
        Statement exit,
        Statement cost,
        List<Route> routes,
        List<Door> doors,
        @Nullable Covers covers,
        List<Statement> escalation,
        List<Statement> more,
        List<Change> changes,
        List<Transition> transition,
        @Nullable Criteria criteria,
        List<Disagreement> disagreements,
        List<OpenQuestion> openQuestions,
        List<Basis> law,
        List<Source> sources) {

    public enum LeaKind {
        DISTRICT("School districts"),
        COUNTY_OFFICE("County offices"),
        CHARTER_SCHOOL("Charter schools");

        private final String label;

        LeaKind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A fact with the law it rests on, or with sources where the law is silent.
     *
     * @param heading where it needs one of its own
     */
    public record Statement(
            @Nullable String heading, String text, @Nullable String citation, List<Source> sources) {
        public Statement {
            sources = Lists.copy(sources);
        }
    }

    public record Route(String id, String label, @Nullable String purpose, List<Rule> byLeaType) {
        public Route {
            byLeaType = Lists.copy(byLeaType);
        }
    }

    /**
     * What holds for one type of LEA on a route.
     *
     * @param mustAccept whether the LEA has to take the help; absent where the law does not say
     */
    public record Rule(
            String leaType,
            String trigger,
            @Nullable String yearsOfData,
            @Nullable String timing,
            @Nullable String criteria,
            @Nullable String whoDecides,
            @Nullable String provider,
            @Nullable String minimumLength,
            @Nullable Boolean mustAccept,
            @Nullable String acceptanceRule,
            List<String> powers,
            @Nullable String notice,
            @Nullable String special,
            String citation,
            List<Source> sources) {
        public Rule {
            powers = Lists.copy(powers);
            sources = Lists.copy(sources);
        }

        public LeaKind leaKind() {
            return LeaKind.valueOf(leaType.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public record Door(
            String door, @Nullable String rule, @Nullable String cost, String citation, List<Source> sources) {
        public Door {
            sources = Lists.copy(sources);
        }
    }

    public record Covers(List<String> points, String citation) {
        public Covers {
            points = Lists.copy(points);
        }
    }

    /** @param since the day the new rule took effect */
    public record Change(
            String about, String until, String from, PartialDate since, String citation, List<Source> sources) {
        public Change {
            sources = Lists.copy(sources);
        }
    }

    public record Transition(String who, String what, String citation, List<Source> sources) {
        public Transition {
            sources = Lists.copy(sources);
        }
    }

    /** @param shownOnly what the Dashboard shows and the criteria do not count */
    public record Criteria(
            String heading,
            @Nullable String note,
            String text,
            String citation,
            List<Test> tests,
            List<String> shownOnly,
            List<Source> sources) {
        public Criteria {
            tests = Lists.copy(tests);
            shownOnly = Lists.copy(shownOnly);
            sources = Lists.copy(sources);
        }
    }

    /** @param doubt why we are not fully sure */
    public record Test(
            int priority,
            String test,
            @Nullable String also,
            @Nullable Confidence confidence,
            @Nullable String doubt) {}

    /** @param statuteSupports which of the versions the law bears out */
    public record Disagreement(
            String id,
            String topic,
            List<Version> versions,
            String statuteSupports,
            @Nullable String note) {
        public Disagreement {
            versions = Lists.copy(versions);
        }
    }

    public record Version(String says, List<Source> sources) {
        public Version {
            sources = Lists.copy(sources);
        }
    }

    public record OpenQuestion(String question, String status, List<Source> sources) {
        public OpenQuestion {
            sources = Lists.copy(sources);
        }
    }

    public record Basis(String citation, String what) {}

    public LevelRules {
        routes = Lists.copy(routes);
        doors = Lists.copy(doors);
        escalation = Lists.copy(escalation);
        more = Lists.copy(more);
        changes = Lists.copy(changes);
        transition = Lists.copy(transition);
        disagreements = Lists.copy(disagreements);
        openQuestions = Lists.copy(openQuestions);
        law = Lists.copy(law);
        sources = Lists.copy(sources);
    }

    public String path() {
        return "/levels/" + id;
    }
}
