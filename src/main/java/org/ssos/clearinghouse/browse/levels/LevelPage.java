package org.ssos.clearinghouse.browse.levels;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Level;
import org.ssos.clearinghouse.entry.Source;
import org.ssos.clearinghouse.entry.Vocabularies.LevelInfo;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.LevelTag;

/**
 * One level of support with all its rules.
 *
 * @param glance the questions everybody asks, answered
 * @param offered how many initiatives work at this level
 */
public record LevelPage(
        Chrome chrome,
        LevelInfo info,
        LevelRules rules,
        LevelTag tag,
        List<Answer> glance,
        List<Route> routes,
        List<Test> tests,
        List<Quarrel> disagreements,
        List<Item> others,
        long offered,
        List<SourceLine> sources) {

    public record Answer(String label, LevelRules.Statement statement, List<SourceLine> sources) {}

    public record Route(String id, String label, @Nullable String purpose, List<ByType> byType) {}

    /** What holds for one type of LEA, as label and text. */
    public record ByType(String heading, List<Line> lines, List<String> powers, String citation) {}

    public record Line(String label, String text) {}

    /** @param priority leads to the page of the state priority */
    public record Test(Item priority, LevelRules.Test rule) {}

    static LevelPage of(Chrome chrome, LevelRules rules, Catalog catalog) {
        var vocabulary = catalog.vocabularies().levels();
        var level = Level.find(rules.id()).orElseThrow();
        return new LevelPage(
                chrome,
                vocabulary.find(rules.id()).orElseThrow(),
                rules,
                LevelTag.of(level),
                glance(rules),
                rules.routes().stream().map(LevelPage::route).toList(),
                tests(rules, catalog),
                Quarrel.of(rules.disagreements()),
                catalog.part(Levels.PART).all().stream()
                        .filter(other -> !other.equals(rules))
                        .map(other -> new Item(vocabulary.label(other.id()), other.path()))
                        .toList(),
                catalog.all(Kind.INITIATIVE).stream()
                        .filter(entry -> isAt(level, entry))
                        .count(),
                SourceLine.of(rules.sources()));
    }

    public String searchPath() {
        return "/search?kind=initiative&level=" + rules.id();
    }

    public List<SourceLine> sources(List<Source> sources) {
        return SourceLine.of(sources);
    }

    /** The rules that changed, each under this level. */
    public List<LevelsPage.Changed> changes() {
        return rules.changes().stream()
                .map(change -> new LevelsPage.Changed(tag, change))
                .toList();
    }

    private static boolean isAt(Level level, Entry entry) {
        return entry.levels().values().contains(level);
    }

    private static List<Answer> glance(LevelRules rules) {
        return List.of(
                answer("Who decides", rules.whoDecides()),
                answer("Who helps", rules.providers()),
                answer("How it starts", rules.entry()),
                answer("How long", rules.duration()),
                answer("How it ends", rules.exit()),
                answer("Cost", rules.cost()));
    }

    private static Answer answer(String label, LevelRules.Statement statement) {
        return new Answer(
                label, statement, statement.citation() == null ? SourceLine.of(statement.sources()) : List.of());
    }

    private static Route route(LevelRules.Route route) {
        return new Route(
                route.id(),
                route.label(),
                route.purpose(),
                route.byLeaType().stream().map(LevelPage::byType).toList());
    }

    private static ByType byType(LevelRules.Rule rule) {
        var lines = Stream.of(
                        line("When", rule.trigger()),
                        line("Years looked at", rule.yearsOfData()),
                        line("Timing", rule.timing()),
                        line("Criteria", rule.criteria()),
                        line("Who decides", rule.whoDecides()),
                        line("Who helps", rule.provider()),
                        line("At least", rule.minimumLength()),
                        line("Must it accept?", accepts(rule)),
                        line("Who is told", rule.notice()),
                        line("Also", rule.special()))
                .flatMap(Stream::ofNullable)
                .toList();
        return new ByType(rule.leaKind().label(), lines, rule.powers(), rule.citation());
    }

    private static @Nullable Line line(String label, @Nullable String text) {
        return text == null ? null : new Line(label, text);
    }

    private static @Nullable String accepts(LevelRules.Rule rule) {
        if (rule.mustAccept() == null) return null;
        var answer = rule.mustAccept() ? "Yes." : "No.";
        return rule.acceptanceRule() == null ? answer : answer + " " + rule.acceptanceRule();
    }

    private static List<Test> tests(LevelRules rules, Catalog catalog) {
        if (rules.criteria() == null) return List.of();
        return rules.criteria().tests().stream()
                .map(test -> new Test(
                        new Item(
                                test.priority() + " "
                                        + catalog.vocabularies().priorities().label("priority-" + test.priority()),
                                "/priorities/" + test.priority()),
                        test))
                .toList();
    }
}
