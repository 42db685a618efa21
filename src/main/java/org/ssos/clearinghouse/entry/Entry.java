package org.ssos.clearinghouse.entry;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One published entry of the directory. Lists are never null and never change; what is not known is absent.
 *
 * @param acronym the official short form
 * @param aka other names people use or search for
 * @param summary plain words, one to three sentences
 * @param description Markdown
 * @param firstStep one short sentence that says what to do first
 * @param howToGet numbered steps
 * @param topics ids of the topic taxonomy, the main one first
 * @param statePriorities LCFF state priorities, 1 to 10 (Education Code 52060(d), 52066(d))
 * @param archived absent where the entry is shown
 * @param askedAs everyday phrases people type when they need this entry
 * @param vetting absent as long as no decision is known; comes from the record of decisions, never from the file
 * @param flag why somebody has to look at it, where anything says so; never from the file either
 */
public record Entry(
        EntryId id,
        Kind kind,
        String title,
        @Nullable String acronym,
        List<String> aka,
        String summary,
        @Nullable String description,
        @Nullable String firstStep,
        List<String> howToGet,
        Marked<Level> levels,
        List<String> topics,
        List<String> audiences,
        List<String> studentGroups,
        List<String> gradeSpans,
        Marked<Integer> statePriorities,
        Marked<String> indicators,
        Coverage coverage,
        List<Contact> contacts,
        List<Link> links,
        List<EntryId> related,
        Status status,
        @Nullable Archived archived,
        List<String> askedAs,
        Provenance provenance,
        @Nullable Vetting vetting,
        Details details,
        @Nullable Flag flag) {

    public Entry {
        aka = Lists.copy(aka);
        howToGet = Lists.copy(howToGet);
        levels = Marked.orNone(levels);
        topics = Lists.copy(topics);
        audiences = Lists.copy(audiences);
        studentGroups = Lists.copy(studentGroups);
        gradeSpans = Lists.copy(gradeSpans);
        statePriorities = Marked.orNone(statePriorities);
        indicators = Marked.orNone(indicators);
        coverage = Coverage.orUnknown(coverage);
        contacts = Lists.copy(contacts);
        links = Lists.copy(links);
        related = Lists.copy(related);
        status = Status.orUnstated(status);
        askedAs = Lists.copy(askedAs);
    }

    /** The same entry with what is known of its vetting. */
    public Entry withVetting(@Nullable Vetting known) {
        return with(known, flag);
    }

    /** The same entry with what speaks against it. */
    public Entry withFlag(@Nullable Flag raised) {
        return with(vetting, raised);
    }

    private Entry with(@Nullable Vetting known, @Nullable Flag raised) {
        return new Entry(
                id,
                kind,
                title,
                acronym,
                aka,
                summary,
                description,
                firstStep,
                howToGet,
                levels,
                topics,
                audiences,
                studentGroups,
                gradeSpans,
                statePriorities,
                indicators,
                coverage,
                contacts,
                links,
                related,
                status,
                archived,
                askedAs,
                provenance,
                known,
                details,
                raised);
    }

    /** Whether it keeps its address and nothing else: no list, search or feed names it. */
    public boolean isArchived() {
        return archived != null;
    }

    /** Whether its page says no more than its title and why it is not shown. */
    public boolean isTakenDown() {
        return archived != null && archived.takenDown();
    }

    /** The address of the page on this site, starting with a slash. */
    public String path() {
        return "/" + kind.path() + "/" + id.value();
    }

    /** The title with the official short form, where the title does not hold it already. */
    public String fullTitle() {
        return acronym == null || title.contains(acronym) ? title : title + " (" + acronym + ")";
    }

    /** The main page of the thing itself. */
    public Optional<Link> mainLink() {
        return links.stream().findFirst();
    }

    /** The id in {@code vocabulary/types.yaml}; initiatives are a type of their own. */
    public String type() {
        return switch (details) {
            case Initiative _ -> "initiative";
            case Resource resource -> resource.type();
            case Agency agency -> agency.type();
            case Story story -> story.type();
            case Update update -> update.type();
            case Event event -> event.type();
        };
    }

    /** The newest day the entry itself speaks of; what sorting by date goes by. */
    public Optional<PartialDate> date() {
        return Optional.ofNullable(
                switch (details) {
                    case Initiative _, Agency _, Event _ -> provenance.sourceDate();
                    case Resource resource ->
                        resource.published() == null ? provenance.sourceDate() : resource.published();
                    case Story story -> story.date();
                    case Update update -> update.date();
                });
    }
}
