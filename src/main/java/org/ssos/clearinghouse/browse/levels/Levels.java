package org.ssos.clearinghouse.browse.levels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.browse.law.RestsOn;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.entry.Level;

/** The rules of the levels of support, and what holds for all of them. */
public final class Levels {
    private static final String SYSTEM = "system.yaml";

    /** Reads {@code content/levels/}. */
    public static final Part<Levels> PART = new Part<>() {
        @Override
        public String folder() {
            return "levels";
        }

        @Override
        public String schema(String name) {
            return name.equals(SYSTEM) ? "level-system.schema.json" : "level.schema.json";
        }

        @Override
        public Levels read(PartFiles files) {
            var law = files.catalog().part(LawBook.PART);
            var levels = new ArrayList<LevelRules>();
            for (var level : Level.values()) {
                files.yaml(level.id() + ".yaml", LevelRules.class).ifPresent(file -> {
                    check(file, law);
                    levels.add(file.value());
                });
            }
            return new Levels(
                    levels,
                    files.yaml(SYSTEM, LevelSystem.class)
                            .map(PartFiles.Parsed::value)
                            .orElse(null));
        }
    };

    private final List<LevelRules> levels;
    private final @Nullable LevelSystem system;

    private Levels(List<LevelRules> levels, @Nullable LevelSystem system) {
        this.levels = List.copyOf(levels);
        this.system = system;
    }

    /** From universal to intensive. */
    public List<LevelRules> all() {
        return levels;
    }

    public Optional<LevelRules> find(String id) {
        return levels.stream().filter(level -> level.id().equals(id)).findFirst();
    }

    /** What holds for all levels. */
    public Optional<LevelSystem> system() {
        return Optional.ofNullable(system);
    }

    /** The pages of this feature that rest on law, by citation. */
    public static List<RestsOn> restingOnLaw(Catalog catalog) {
        var levels = catalog.part(PART);
        var rows = new ArrayList<RestsOn>();
        for (var level : levels.all()) {
            var label = catalog.vocabularies().levels().label(level.id());
            Stream.concat(citations(level).stream(), citedInPassing(level))
                    .forEach(citation -> rows.add(new RestsOn(label, level.path(), "Levels of support", citation)));
        }
        levels.system()
                .ifPresent(system -> Stream.concat(
                                Stream.<@Nullable String>of(
                                        system.basis().citation(),
                                        system.changing().citation()),
                                system.beside().stream().map(LevelSystem.Track::citation))
                        .flatMap(Stream::ofNullable)
                        .forEach(citation -> rows.add(
                                new RestsOn("Levels of support, compared", "/levels", "Levels of support", citation))));
        return rows;
    }

    private static void check(PartFiles.Parsed<LevelRules> file, LawBook law) {
        var level = file.value();
        citations(level)
                .forEach(citation -> law.problemOf(citation).ifPresent(problem -> file.report(List.of(), problem)));
    }

    private static List<String> citations(LevelRules level) {
        return Stream.<Stream<@Nullable String>>of(
                        statements(level).map(LevelRules.Statement::citation),
                        level.routes().stream()
                                .flatMap(route -> route.byLeaType().stream())
                                .map(LevelRules.Rule::citation),
                        level.doors().stream().map(LevelRules.Door::citation),
                        Stream.ofNullable(level.covers()).map(LevelRules.Covers::citation),
                        level.changes().stream().map(LevelRules.Change::citation),
                        level.transition().stream().map(LevelRules.Transition::citation),
                        Stream.ofNullable(level.criteria()).map(LevelRules.Criteria::citation),
                        level.law().stream().map(LevelRules.Basis::citation))
                .flatMap(Function.identity())
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    /** Sections that a text names without being a rule that rests on them. */
    private static Stream<String> citedInPassing(LevelRules level) {
        var rules = level.routes().stream().flatMap(route -> route.byLeaType().stream());
        var texts = Stream.<Stream<@Nullable String>>of(
                rules.flatMap(rule -> Stream.<@Nullable String>of(
                        rule.trigger(),
                        rule.yearsOfData(),
                        rule.timing(),
                        rule.criteria(),
                        rule.whoDecides(),
                        rule.provider(),
                        rule.minimumLength(),
                        rule.acceptanceRule(),
                        rule.notice(),
                        rule.special())),
                Stream.ofNullable(level.criteria()).map(LevelRules.Criteria::note),
                level.disagreements().stream().map(LevelRules.Disagreement::statuteSupports),
                level.openQuestions().stream().flatMap(open -> Stream.of(open.question(), open.status())));
        return texts.flatMap(Function.identity())
                .flatMap(Stream::ofNullable)
                .flatMap(text -> Citation.in(text).stream())
                .filter(piece -> piece.law() != null)
                .map(Citation::alone);
    }

    private static Stream<LevelRules.Statement> statements(LevelRules level) {
        return Stream.of(
                        Stream.ofNullable(level.rule()),
                        Stream.of(
                                level.whoDecides(),
                                level.providers(),
                                level.duration(),
                                level.entry(),
                                level.exit(),
                                level.cost()),
                        level.escalation().stream(),
                        level.more().stream())
                .flatMap(Function.identity());
    }
}
