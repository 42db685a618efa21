package org.ssos.clearinghouse.freshness;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Flag;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.PartialDate;

/**
 * What speaks against entries at one moment: dead links, and problems that readers reported. A server may have a bad
 * day, so a link counts from the second day on which it was found dead; and a person who has checked the entry since has
 * answered it. Never changes.
 *
 * @param dead the dead links of each content file that names one
 * @param reported since when a report about an entry is open
 */
public record Flags(Map<String, List<LinkBook.Dead>> dead, Map<EntryId, LocalDate> reported, LocalDate today) {
    public static final Flags NONE = new Flags(Map.of(), Map.of(), LocalDate.EPOCH);

    /** A check that failed this long ago and was never answered takes an entry out of searches. */
    private static final Period UNANSWERED = Period.ofDays(60);

    private static final int DAYS_TO_COUNT = 2;

    public Flags {
        dead = Map.copyOf(dead);
        reported = Map.copyOf(reported);
    }

    /** Changes with any answer; empty when nothing speaks against any entry. */
    public String version() {
        return dead.isEmpty() && reported.isEmpty()
                ? ""
                : ContentFiles.sha256(new java.util.TreeMap<>(dead) + " " + sorted(reported) + " " + today);
    }

    /** What speaks against the entry. */
    public Optional<Flag> of(Entry entry) {
        var links = deadSinceChecked(entry);
        var failedSince = links.stream().map(link -> link.days().getFirst()).min(LocalDate::compareTo);
        var reportedSince = Optional.ofNullable(reported.get(entry.id()));
        return Stream.of(failedSince, reportedSince)
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .map(since -> new Flag(
                        PartialDate.of(since),
                        why(links, reportedSince.orElse(null)),
                        failedSince.isPresent() && leavesSearch(entry, failedSince.get())));
    }

    /** The links of the entry that count as dead. */
    List<LinkBook.Dead> deadSinceChecked(Entry entry) {
        var checked = checkedOn(entry);
        return dead.getOrDefault(ContentFiles.fileOf(entry.kind(), entry.id()), List.of()).stream()
                .map(link -> new LinkBook.Dead(
                        link.address(),
                        link.why(),
                        link.days().stream().filter(day -> day.isAfter(checked)).toList()))
                .filter(link -> link.days().size() >= DAYS_TO_COUNT)
                .toList();
    }

    /** Whom to call is never hidden. */
    private boolean leavesSearch(Entry entry, LocalDate since) {
        return entry.kind() != Kind.AGENCY && !since.plus(UNANSWERED).isAfter(today);
    }

    private static LocalDate checkedOn(Entry entry) {
        var check = entry.vetting() == null ? null : entry.vetting().factsChecked();
        return check == null ? LocalDate.MIN : check.on().firstDay();
    }

    private static List<String> why(List<LinkBook.Dead> links, @Nullable LocalDate reportedSince) {
        var why = new ArrayList<String>();
        for (var link : links) why.add("A link does not work: " + link.address());
        if (reportedSince != null) why.add(Flag.REPORTED);
        return why;
    }

    private static String sorted(Map<EntryId, LocalDate> days) {
        return days.entrySet().stream().map(Object::toString).sorted().toList().toString();
    }
}
