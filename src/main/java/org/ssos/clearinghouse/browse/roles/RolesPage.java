package org.ssos.clearinghouse.browse.roles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Level;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.LevelTag;

/**
 * Who does what: a row for each body, a column for each level, and what passes between the bodies.
 *
 * @param chosen the level or the part of the work that the visitor chose
 * @param found how much is shown
 */
public record RolesPage(
        Chrome chrome,
        String chosen,
        List<Choice> choices,
        String found,
        List<Column> columns,
        List<Row> rows,
        List<Roles.Passing> path) {

    /** An option of the select; {@code level=…} or {@code stage=…} are told apart by their ids. */
    public record Choice(String value, String label, boolean chosen) {}

    /** @param tag none for what serves all levels */
    public record Column(@Nullable LevelTag tag, String label) {}

    public record Row(Role role, List<Cell> cells) {
        /** Whether the body has no part in what is shown. */
        public boolean isEmpty() {
            return cells.stream().allMatch(cell -> cell.duties().isEmpty());
        }
    }

    /** @param column its heading, for narrow screens */
    public record Cell(String column, List<Role.Duty> duties) {
        /** How many duties there are of each kind, such as "Must 3, may 1". */
        public String summary() {
            var counted = Arrays.stream(Verb.values())
                    .map(verb -> new Counted(
                            verb,
                            duties.stream()
                                    .filter(duty -> duty.strength() == verb)
                                    .count()))
                    .filter(kind -> kind.duties > 0)
                    .map(kind -> kind.verb.label() + " " + kind.duties)
                    .toList();
            var all = String.join(", ", counted).toLowerCase(Locale.ROOT);
            return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
        }

        private record Counted(Verb verb, long duties) {}
    }

    static RolesPage of(Chrome chrome, Roles roles, String chosen) {
        var stages = Arrays.stream(Stage.values())
                .filter(stage -> chosen.isEmpty() || stage.id().equals(chosen) || chosen.equals(levelId(stage)))
                .toList();
        var levels = new ArrayList<@Nullable Level>(List.of(Level.values()));
        levels.add(null);
        levels.removeIf(level -> stages.stream().noneMatch(stage -> stage.level() == level));
        var rows = roles.all().stream()
                .map(role -> new Row(
                        role,
                        levels.stream().map(level -> cell(role, level, stages)).toList()))
                .filter(row -> !row.isEmpty())
                .toList();
        long duties = rows.stream()
                .flatMap(row -> row.cells().stream())
                .mapToLong(cell -> cell.duties().size())
                .sum();
        return new RolesPage(
                chrome,
                chosen,
                choices(chosen),
                duties + " duties of " + rows.size() + " bodies",
                levels.stream().map(RolesPage::column).toList(),
                rows,
                roles.path());
    }

    public boolean isNarrowed() {
        return !chosen.isEmpty();
    }

    /** Whether the address may ask for it. */
    static boolean isKnown(String chosen) {
        return Level.find(chosen).isPresent()
                || Arrays.stream(Stage.values()).anyMatch(stage -> stage.id().equals(chosen));
    }

    private static @Nullable String levelId(Stage stage) {
        return stage.level() == null ? null : stage.level().id();
    }

    private static List<Choice> choices(String chosen) {
        var levels = Stream.of(Level.values())
                .map(level -> new Choice(
                        level.id(),
                        LevelTag.of(level).label() + " level",
                        level.id().equals(chosen)));
        var stages = Stream.of(Stage.values())
                .filter(stage -> stage != Stage.UNIVERSAL)
                .map(stage -> new Choice(stage.id(), stage.label(), stage.id().equals(chosen)));
        return Stream.concat(levels, stages).toList();
    }

    private static Column column(@Nullable Level level) {
        return level == null
                ? new Column(null, "Across all levels")
                : new Column(LevelTag.of(level), LevelTag.of(level).label());
    }

    private static Cell cell(Role role, @Nullable Level level, List<Stage> stages) {
        return new Cell(
                column(level).label(),
                role.duties().stream()
                        .filter(duty -> duty.part().level() == level && stages.contains(duty.part()))
                        .toList());
    }
}
