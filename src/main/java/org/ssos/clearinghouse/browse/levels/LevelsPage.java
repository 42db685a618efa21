package org.ssos.clearinghouse.browse.levels;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.browse.levels.LevelRules.LeaKind;
import org.ssos.clearinghouse.browse.levels.LevelRules.Statement;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Level;
import org.ssos.clearinghouse.entry.Source;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.LevelTag;

/** The levels of support side by side, what changed in their rules, and where sources disagree. */
public record LevelsPage(
        Chrome chrome,
        LevelSystem system,
        List<Head> heads,
        List<Row> rows,
        List<Changed> changes,
        List<Quarrel> disagreements,
        List<SourceLine> sources) {

    public record Head(LevelTag tag, String summary, String path) {}

    public record Row(String label, List<Cell> cells) {}

    /** @param level the column it stands in, for narrow screens */
    public record Cell(
            String level, List<String> texts, @Nullable String citation, List<SourceLine> sources) {}

    /** A rule that changed, with the level it belongs to. */
    public record Changed(LevelTag tag, LevelRules.Change change) {}

    static LevelsPage of(Chrome chrome, LevelSystem system, Catalog catalog) {
        var levels = catalog.part(Levels.PART).all();
        return new LevelsPage(
                chrome,
                system,
                levels.stream().map(level -> head(level, catalog)).toList(),
                Stream.concat(
                                Stream.of(LeaKind.values()).map(kind -> eligible(kind, levels)),
                                Stream.of(
                                        row("Who decides", levels, LevelRules::whoDecides),
                                        row("Who helps", levels, LevelRules::providers),
                                        row("How it starts", levels, LevelRules::entry),
                                        row("How long", levels, LevelRules::duration),
                                        row("How it ends", levels, LevelRules::exit),
                                        row("Cost", levels, LevelRules::cost)))
                        .toList(),
                levels.stream()
                        .flatMap(level -> level.changes().stream().map(change -> new Changed(tag(level), change)))
                        .toList(),
                Quarrel.of(system.disagreements()),
                SourceLine.of(system.sources()));
    }

    public List<SourceLine> sources(List<Source> sources) {
        return SourceLine.of(sources);
    }

    static LevelTag tag(LevelRules level) {
        return LevelTag.of(Level.find(level.id()).orElseThrow());
    }

    private static Head head(LevelRules level, Catalog catalog) {
        var info = catalog.vocabularies().levels().find(level.id()).orElseThrow();
        return new Head(tag(level), info.plain() == null ? info.summary() : info.plain(), level.path());
    }

    private static Row eligible(LeaKind kind, List<LevelRules> levels) {
        return new Row(
                "Eligible: " + kind.label().toLowerCase(java.util.Locale.ROOT),
                levels.stream().map(level -> eligible(kind, level)).toList());
    }

    /** The first route is the usual one; the last step of the intensive level stands on its own page. */
    private static Cell eligible(LeaKind kind, LevelRules level) {
        var rules = level.routes().stream()
                .limit(1)
                .flatMap(route -> route.byLeaType().stream())
                .filter(rule -> rule.leaKind() == kind)
                .toList();
        return new Cell(
                tag(level).label(),
                rules.stream().map(LevelRules.Rule::trigger).toList(),
                rules.stream().map(LevelRules.Rule::citation).collect(Collectors.joining("; ")),
                List.of());
    }

    private static Row row(String label, List<LevelRules> levels, Function<LevelRules, Statement> field) {
        return new Row(
                label,
                levels.stream().map(level -> cell(level, field.apply(level))).toList());
    }

    private static Cell cell(LevelRules level, Statement statement) {
        return new Cell(
                tag(level).label(),
                List.of(statement.text()),
                statement.citation(),
                statement.citation() == null ? SourceLine.of(statement.sources()) : List.of());
    }
}
