package org.ssos.clearinghouse.browse.law;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.web.Chrome;

/**
 * The sections of law: restated ones by theme, and those that are only cited.
 *
 * @param words what the visitor looks for
 */
public record LawListPage(Chrome chrome, String words, String found, List<Group> groups, List<Item> cited) {

    public record Group(String id, String label, List<Row> rows) {}

    public record Row(
            String name,
            String path,
            @Nullable String title,
            @Nullable String inShort,
            @Nullable PartialDate textAsOf,
            boolean isNew) {}

    static LawListPage of(Chrome chrome, LawBook book, Resting resting, String words) {
        var laws = book.all().stream().filter(holds(words)).toList();
        var cited = resting.cited().stream()
                .flatMap(id -> book.find(id).stream())
                .filter(law -> !law.isRestated())
                .filter(holds(words))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .map(law -> new Item(law.name(), law.path()))
                .toList();
        var found = laws.size() + " sections in plain words"
                + (cited.isEmpty() ? "" : ", " + cited.size() + " more that are cited");
        var groups = Arrays.stream(Theme.values())
                .map(theme -> new Group(
                        theme.id(),
                        theme.label(),
                        laws.stream()
                                .filter(law -> law.usedFor().getFirst().equals(theme.id()))
                                .map(LawListPage::row)
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        return new LawListPage(chrome, words, found, groups, cited);
    }

    public boolean isNarrowed() {
        return !words.isEmpty();
    }

    private static Predicate<Law> holds(String words) {
        var wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
        return law -> {
            var text = Stream.of(law.fullName(), law.inShort(), law.paragraphs().toString())
                    .filter(part -> part != null)
                    .reduce("", (one, other) -> one + " " + other)
                    .toLowerCase(Locale.ROOT);
            return Arrays.stream(wanted).allMatch(text::contains);
        };
    }

    private static Row row(Law law) {
        return new Row(
                law.name(),
                law.path(),
                law.title(),
                law.inShort(),
                law.textAsOf(),
                law.changed().stream().anyMatch(change -> change.from().year() >= 2026));
    }
}
