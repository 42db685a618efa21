package org.ssos.clearinghouse.search;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Agency;
import org.ssos.clearinghouse.entry.AgencyRef;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Event;
import org.ssos.clearinghouse.entry.Initiative;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Resource;
import org.ssos.clearinghouse.entry.Status;
import org.ssos.clearinghouse.entry.Story;
import org.ssos.clearinghouse.entry.Update;
import org.ssos.clearinghouse.entry.Vocabularies;
import org.ssos.clearinghouse.web.CheckTag;
import org.ssos.clearinghouse.web.EvidenceTag;
import org.ssos.clearinghouse.web.LevelTag;

/**
 * An entry as one item of a list: what it is, who stands behind it, what to do first, and how sure we are.
 *
 * @param line kind, type, and who stands behind it or when it is, the most general first
 * @param ended how to say that it has ended or may have; absent for what runs
 * @param reasons why a search found it, in words
 */
public record EntryCard(
        String id,
        String path,
        List<String> line,
        List<Segment> title,
        List<Segment> summary,
        List<LevelTag> levels,
        @Nullable String ended,
        @Nullable EvidenceTag evidence,
        CheckTag checked,
        @Nullable String firstStep,
        List<String> reasons) {

    /** The card of an entry in a plain list, with nothing marked. */
    public static EntryCard of(Entry entry, Vocabularies vocabularies, Clock clock) {
        return of(entry, vocabularies, clock, Set.of(), List.of());
    }

    /** @param stems what {@link SearchResult#stems} holds, to be marked in title and summary */
    public static EntryCard of(
            Entry entry, Vocabularies vocabularies, Clock clock, Set<String> stems, List<String> reasons) {
        var today = LocalDate.now(clock);
        return new EntryCard(
                entry.id().value(),
                entry.path(),
                line(entry, vocabularies, today),
                ReadText.marked(entry.fullTitle(), stems),
                ReadText.marked(entry.summary(), stems),
                entry.levels().values().stream().map(LevelTag::of).toList(),
                ended(entry.status()),
                EvidenceTag.of(entry, vocabularies),
                CheckTag.of(entry, vocabularies, today),
                entry.firstStep(),
                List.copyOf(reasons));
    }

    /** The line above the title, with dots between its parts. */
    public String kindLine() {
        return String.join(" · ", line);
    }

    private static List<String> line(Entry entry, Vocabularies vocabularies, LocalDate today) {
        var line = new ArrayList<String>();
        line.add(entry.kind().label());
        if (!(entry.details() instanceof Initiative)) {
            line.add(vocabularies.types().label(entry.type()));
        }
        behind(entry, vocabularies, today).ifPresent(line::add);
        return List.copyOf(line);
    }

    private static Optional<String> behind(Entry entry, Vocabularies vocabularies, LocalDate today) {
        return switch (entry.details()) {
            case Initiative initiative ->
                someOf(initiative.leadAgencies().stream().map(AgencyRef::name).toList());
            case Resource resource -> Optional.of(resource.publisher());
            case Agency agency ->
                Optional.ofNullable(agency.county())
                        .map(county -> vocabularies.counties().label(county) + " County");
            case Story story ->
                someOf(story.leas().stream().map(Story.StoryLea::name).toList());
            case Update update -> Optional.of(update.date().words());
            case Event event -> when(event, today);
        };
    }

    private static Optional<String> when(Event event, LocalDate today) {
        var due = event.due();
        if (due != null) {
            var next = due.nextFrom(today);
            if (next.isPresent()) return next.map(day -> PartialDate.of(day).words());
        }
        return Optional.ofNullable(event.lastKnown()).map(last -> "last known: " + last);
    }

    private static Optional<String> someOf(List<String> names) {
        return switch (names.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(names.getFirst());
            case 2 -> Optional.of(names.getFirst() + " and " + names.getLast());
            default -> Optional.of(names.getFirst() + " and " + (names.size() - 1) + " others");
        };
    }

    private static @Nullable String ended(Status status) {
        return switch (status.state()) {
            case ACTIVE, UNSTATED -> null;
            case UNCLEAR -> "May have ended";
            case ENDED -> "Ended";
        };
    }
}
