package org.ssos.clearinghouse.freshness;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryState;
import org.ssos.clearinghouse.entry.PartialDate;

/**
 * An entry that somebody should look at, or soon.
 *
 * @param day since when; for what is only due soon, when
 * @param deadLinks that count against it
 */
public record DueEntry(
        Entry entry,
        EntryState state,
        LocalDate day,
        List<LinkBook.Dead> deadLinks,
        @Nullable String lastChecked) {
    private static final int SOON_DAYS = 60;

    public DueEntry {
        deadLinks = List.copyOf(deadLinks);
    }

    /** What is to be done about the entries of a catalog, the longest overdue first. */
    static List<DueEntry> in(Catalog catalog, Flags flags, LocalDate today) {
        return catalog.all().stream()
                .flatMap(entry -> of(entry, catalog, flags, today).stream())
                .sorted(java.util.Comparator.comparing(DueEntry::place))
                .toList();
    }

    /** Nothing where nobody has to look at the entry soon. */
    static Optional<DueEntry> of(Entry entry, Catalog catalog, Flags flags, LocalDate today) {
        var state = EntryState.of(entry, catalog.vocabularies(), today);
        return switch (state) {
            case EntryState.Flagged(var since, var _) -> Optional.of(made(entry, state, since, flags));
            case EntryState.Due(var since) -> Optional.of(made(entry, state, since, flags));
            case EntryState.Archived _ -> Optional.empty();
            case EntryState.Current _ ->
                EntryState.dueOn(entry, catalog.vocabularies())
                        .filter(due -> due.isBefore(today.plusDays(SOON_DAYS)))
                        .map(due -> made(entry, state, due, flags));
        };
    }

    private static DueEntry made(Entry entry, EntryState state, LocalDate day, Flags flags) {
        return new DueEntry(entry, state, day, flags.deadSinceChecked(entry), checked(entry));
    }

    private static @Nullable String checked(Entry entry) {
        var check = entry.vetting() == null ? null : entry.vetting().factsChecked();
        return check == null ? null : check.on().words();
    }

    boolean isIn(DueRequest.View view) {
        return switch (view) {
            case ALL -> !(state instanceof EntryState.Current);
            case DUE -> state instanceof EntryState.Due;
            case FLAGGED -> state instanceof EntryState.Flagged;
            case DEAD_LINKS -> !deadLinks.isEmpty();
            case SOON -> state instanceof EntryState.Current;
        };
    }

    /** Where it stands in the list, whatever else comes or goes. */
    String place() {
        return day + "-" + entry.id();
    }

    /** Where it stands among those that helped readers least. */
    String place(double unhelpful) {
        return String.format(Locale.ROOT, "%07d-%s", Math.round((1 - unhelpful) * 1_000_000), entry.id());
    }

    public String path() {
        return DueHandler.PATH + "/" + entry.id();
    }

    /** What is the matter, one sentence each. */
    public List<String> why() {
        return switch (state) {
            case EntryState.Flagged(var _, var why) -> why;
            case EntryState.Due _ -> List.of("Its check was due on " + words() + ".");
            case EntryState.Current _, EntryState.Archived _ -> List.of("Its check is due on " + words() + ".");
        };
    }

    public String label() {
        return switch (state) {
            case EntryState.Flagged _ -> "In doubt since " + words();
            case EntryState.Due _ -> "Overdue since " + words();
            case EntryState.Current _, EntryState.Archived _ -> "Due on " + words();
        };
    }

    public boolean isFlagged() {
        return state instanceof EntryState.Flagged;
    }

    public boolean isLate() {
        return !(state instanceof EntryState.Current);
    }

    /** How long it has waited, in words; nothing before it is due. */
    public @Nullable String waited(LocalDate today) {
        if (!isLate()) return null;
        var days = ChronoUnit.DAYS.between(day, today);
        if (days == 0) return "Since today";
        return days == 1 ? "1 day" : days + " days";
    }

    private String words() {
        return PartialDate.of(day).words();
    }
}
