package org.ssos.clearinghouse.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far an entry is to be relied on today. It is derived when asked and stored nowhere. */
public sealed interface EntryState {
    /** Nothing speaks against it. */
    record Current() implements EntryState {}

    /** The time after which somebody should have looked at it again is over. */
    record Due(LocalDate since) implements EntryState {}

    /** Something about it is in doubt. */
    record Flagged(LocalDate since, List<String> why) implements EntryState {
        public Flagged {
            why = List.copyOf(why);
        }
    }

    /** It has left the directory. */
    record Archived(LocalDate on, String reason) implements EntryState {}

    static EntryState of(Entry entry, Vocabularies vocabularies, LocalDate today) {
        var archived = entry.archived();
        if (archived != null) return new Archived(archived.on().firstDay(), archived.reason());
        var flag = entry.flag();
        if (flag != null) return new Flagged(flag.since().firstDay(), flag.why());
        return dueOn(entry, vocabularies)
                .filter(due -> due.isBefore(today))
                .<EntryState>map(Due::new)
                .orElseGet(Current::new);
    }

    /**
     * The last day on which nobody has to look at it again: what the last decision set for facts and quality, the
     * earlier of the two; else the day its facts were put together and the months of its type; for an event, its day.
     */
    static Optional<LocalDate> dueOn(Entry entry, Vocabularies vocabularies) {
        var decided = decided(entry.vetting());
        if (decided.isPresent()) return decided;
        if (entry.details() instanceof Event event) {
            return Optional.ofNullable(event.due()).map(Event.Due::date);
        }
        var compiled = entry.provenance().compiled();
        if (compiled == null) return Optional.empty();
        return vocabularies
                .types()
                .find(entry.type())
                .map(Vocabularies.EntryType::reverifyMonths)
                .map(months -> compiled.firstDay().plusMonths(months));
    }

    private static Optional<LocalDate> decided(@Nullable Vetting vetting) {
        if (vetting == null) return Optional.empty();
        var facts =
                vetting.factsChecked() == null ? null : vetting.factsChecked().due();
        var quality = vetting.qualityReviewed() == null
                ? null
                : vetting.qualityReviewed().due();
        return Stream.of(Optional.ofNullable(facts), Optional.ofNullable(quality))
                .flatMap(Optional::stream)
                .map(PartialDate::firstDay)
                .min(LocalDate::compareTo);
    }
}
