package org.ssos.clearinghouse.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.intake.Question;
import org.ssos.clearinghouse.intake.Questionnaire;
import org.ssos.clearinghouse.lea.LeaType;
import org.ssos.clearinghouse.lea.Roster;
import org.ssos.clearinghouse.schoolyear.LeaKind;

/**
 * Makes the plan of every combination of role, kind of agency, time in the role and identified status; the other
 * questions once left out and once answered so that they add as many steps as they can.
 */
class EveryVisitorTest {
    private static final Catalog CATALOG = RealContent.catalog();
    private static final Questionnaire QUESTIONS = CATALOG.part(Questionnaire.PART);
    private static final LocalDate START = LocalDate.of(2026, 11, 23);

    /** Middle and end of a plan's phases, the summer, and long after. */
    private static final List<Integer> LATER = List.of(45, 100, 220, 700);

    private record Visitor(Answers answers, Plan plan) {
        static Visitor on(int day, Answers answers) {
            return new Visitor(answers, Planner.plan(answers, START, START.plusDays(day), CATALOG));
        }
    }

    /** Each combination twice: with nothing else answered, and with everything. */
    private static final List<Visitor> VISITORS = combinations().stream()
            .flatMap(combination -> Stream.of(combination, fullest(combination)))
            .map(answers -> Visitor.on(0, answers))
            .toList();

    @Test
    void there_are_2016_combinations_and_each_has_a_plan() {
        var combinations = combinations();

        assertThat(combinations).hasSize(7 * 4 * 4 * 18).doesNotHaveDuplicates();
        VISITORS.forEach(visitor -> assertThat(visitor.plan().steps()).hasSizeGreaterThan(10));
    }

    @Test
    void at_most_25_steps_are_open_at_a_time_and_none_is_lost() {
        var mostOpen = new TreeSet<Integer>();
        VISITORS.forEach(visitor -> mostOpen.add(open(visitor, 0)));
        for (var combination : combinations()) {
            for (int day : LATER) mostOpen.add(open(Visitor.on(day, fullest(combination)), day));
        }

        assertThat(mostOpen.last())
                .as("somebody has so many that the bound matters")
                .isEqualTo(25);
    }

    /** Nothing is ever ticked off. */
    private static int open(Visitor visitor, int day) {
        var agenda = Agenda.of(visitor.plan(), Map.of(), START.plusDays(day));
        var open = agenda.in(Agenda.State.OPEN);

        assertThat(open).hasSizeLessThanOrEqualTo(25);
        assertThat(agenda.items()).hasSameSizeAs(visitor.plan().steps());
        // Steps wait only while there is no room.
        if (open.size() < 25) assertThat(agenda.in(Agenda.State.WAITING)).isEmpty();
        return open.size();
    }

    @Test
    void no_plan_holds_two_steps_that_contradict_each_other() {
        VISITORS.forEach(visitor -> {
            var ids = visitor.plan().steps().stream().map(PlannedStep::id).collect(Collectors.toSet());
            for (var planned : visitor.plan().steps()) {
                assertThat(planned.step().neverWith()).noneMatch(ids::contains);
            }
            assertThat(visitor.plan().steps().stream()
                            .map(planned -> planned.step().title()))
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void a_step_written_for_one_kind_of_agency_reaches_no_other() {
        var charters = List.of("r11", "r47", "r48");
        var oneDistrict = List.of("r44");
        VISITORS.forEach(visitor -> {
            var ids = visitor.plan().steps().stream().map(PlannedStep::id).toList();
            if (visitor.plan().kind() != LeaKind.CHARTER) {
                assertThat(ids).doesNotContainAnyElementsOf(charters);
            } else {
                // A charter's plan is not approved by the county (EC 47606.5 sets no approval step).
                assertThat(ids).doesNotContain("r36", "r37", "r38", "r43");
            }
            if (visitor.plan().kind() != LeaKind.ONE_DISTRICT_COUNTY)
                assertThat(ids).doesNotContainAnyElementsOf(oneDistrict);
            // A county office does not introduce itself to itself.
            if (visitor.plan().kind() == LeaKind.COE) assertThat(ids).doesNotContain("r03");
        });
    }

    @Test
    void every_step_of_every_year_has_a_date_for_everybody_who_gets_it() {
        VISITORS.forEach(visitor -> {
            var meant = CATALOG.part(Steps.PART).all().stream()
                    .filter(step -> QUESTIONS.holds(step.rule(), visitor.answers()))
                    .map(Step::id)
                    .toList();
            assertThat(visitor.plan().steps().stream().map(PlannedStep::id)).containsExactlyInAnyOrderElementsOf(meant);
        });
    }

    @Test
    void everybody_sees_why_each_step_is_there() {
        VISITORS.forEach(visitor -> {
            for (var planned : visitor.plan().steps()) {
                var step = planned.step();
                boolean forEverybody = step.forWhom().isEmpty() && step.when().isEmpty();
                assertThat(planned.reasons().isEmpty()).as(step.id()).isEqualTo(forEverybody);
                assertThat(planned.reasons())
                        .allSatisfy(reason -> assertThat(reason.said()).isNotBlank());
            }
        });
    }

    @Test
    void every_wrong_check_adds_a_step_and_every_known_contact_takes_its_introduction_away() {
        for (var check :
                QUESTIONS.questions().stream().filter(Question::isCheck).toList()) {
            for (var status : List.of("none", "da-2026")) {
                var base = Answers.NONE.with("identified", List.of(status)).with("awareness", List.of("explain"));
                var wrong = check.options().stream()
                        .map(Question.Option::id)
                        .filter(id -> !id.equals(check.right()))
                        .findFirst()
                        .orElseThrow();

                var right = reasonsIn(base.with(check.id(), List.of(String.valueOf(check.right()))));
                var news = reasonsIn(base.with(check.id(), List.of(wrong)));

                assertThat(right).doesNotContain(check.shortly());
                assertThat(news).as(check.id() + " when " + status).contains(check.shortly());
            }
        }
        var superintendent = Answers.NONE.with(Answers.ROLE, List.of("superintendent"));
        assertThat(idsIn(superintendent)).contains("r03", "r04");
        assertThat(idsIn(superintendent.with("contacts-known", List.of("coe-da"))))
                .doesNotContain("r03")
                .contains("r04");
        assertThat(idsIn(superintendent.with("contacts-known", List.of("geo"))))
                .doesNotContain("r04")
                .contains("r03");
    }

    @Test
    void everybody_is_told_whom_to_call_and_no_county_office_is_sent_to_itself() {
        var roster = CATALOG.part(Roster.PART);
        for (var office : roster.all().stream()
                .filter(lea -> lea.type() == LeaType.COUNTY_OFFICE)
                .toList()) {
            var answers = Answers.NONE
                    .with(Answers.LEA, List.of(office.cds()))
                    .with(Answers.COUNTY, List.of(office.county()))
                    .with(Answers.LEA_TYPE, List.of("coe"));
            var helpers = new WhoHelps(answers, LeaKind.COE, CATALOG);
            for (var planned : Planner.plan(answers, START, START, CATALOG).steps()) {
                assertThat(helpers.with(planned.step()))
                        .as(planned.id())
                        .isNotEmpty()
                        .allSatisfy(call -> assertThat(call.link().path()).isNotEqualTo(office.path()));
            }
        }
    }

    @Test
    void the_same_answers_make_the_same_plan() {
        var answers = fullest(combinations().getFirst());

        assertThat(Planner.plan(answers, START, START, CATALOG))
                .isEqualTo(Planner.plan(answers, START, START, CATALOG));
    }

    private static List<String> idsIn(Answers answers) {
        return Planner.plan(answers, START, START, CATALOG).steps().stream()
                .map(PlannedStep::id)
                .toList();
    }

    private static List<String> reasonsIn(Answers answers) {
        return Planner.plan(answers, START, START, CATALOG).steps().stream()
                .flatMap(planned -> planned.reasons().stream())
                .map(reason -> reason.about())
                .toList();
    }

    private static List<Answers> combinations() {
        var all = new ArrayList<Answers>();
        for (var role : optionsOf(Answers.ROLE)) {
            for (var kind : optionsOf(Answers.LEA_TYPE)) {
                for (var tenure : optionsOf("tenure")) {
                    for (var identified : statuses()) {
                        var values = new LinkedHashMap<String, List<String>>();
                        values.put(Answers.ROLE, List.of(role));
                        values.put(Answers.LEA_TYPE, List.of(kind));
                        values.put("tenure", List.of(tenure));
                        values.put("identified", identified);
                        all.add(new Answers(values));
                    }
                }
            }
        }
        return all;
    }

    /** Everything that can be chosen together, and what excludes all else. */
    private static List<List<String>> statuses() {
        var question = QUESTIONS.find("identified").orElseThrow();
        var together = question.options().stream()
                .filter(option -> !option.alone())
                .map(Question.Option::id)
                .toList();
        var statuses = new ArrayList<List<String>>();
        for (int chosen = 0; chosen < 1 << together.size(); chosen++) {
            var status = new ArrayList<String>();
            for (int i = 0; i < together.size(); i++) if ((chosen >> i & 1) == 1) status.add(together.get(i));
            statuses.add(status);
        }
        question.options().stream()
                .filter(Question.Option::alone)
                .forEach(option -> statuses.add(List.of(option.id())));
        return statuses;
    }

    private static List<String> optionsOf(String question) {
        return QUESTIONS.find(question).orElseThrow().options().stream()
                .map(Question.Option::id)
                .toList();
    }

    /** Every other question answered so that no step is spared. */
    private static Answers fullest(Answers answers) {
        var values = new HashMap<>(answers.values());
        for (var question : QUESTIONS.questions()) {
            if (values.containsKey(question.id()) || question.kind() == Question.Kind.LEA) continue;
            if (question.id().equals("identified") || question.id().equals("contacts-known")) continue;
            values.put(question.id(), most(question));
        }
        return new Answers(values);
    }

    private static List<String> most(Question question) {
        var options = Questionnaire.options(question, CATALOG);
        var ids = options.stream()
                .filter(option -> !option.alone())
                .map(Question.Option::id)
                .toList();
        return switch (question.kind()) {
            case CHECK ->
                ids.stream().filter(id -> !id.equals(question.right())).limit(1).toList();
            case MULTI -> question.most() == null ? ids : ids.subList(0, question.most());
            case SINGLE, COUNTY, LEA ->
                switch (question.id()) {
                    case "lcap-status" -> List.of("not-approved");
                    case "size" -> List.of("small");
                    default -> ids.subList(0, 1);
                };
        };
    }

    @Test
    void every_step_of_the_content_reaches_somebody() {
        var reached = new HashSet<String>();
        VISITORS.forEach(visitor -> visitor.plan().steps().forEach(planned -> reached.add(planned.id())));

        assertThat(reached)
                .isEqualTo(CATALOG.part(Steps.PART).all().stream().map(Step::id).collect(Collectors.toSet()));
    }
}
