package org.ssos.clearinghouse.training;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Lists;
import org.ssos.clearinghouse.entry.PartialDate;

/**
 * A short page to learn from, for steps of the roadmap or for those who accompany others on it.
 *
 * @param track the id of a {@link Track}
 * @param order its place in the track
 * @param steps ids of steps of the roadmap, such as {@code r01}
 * @param summary what somebody can do who has read it
 * @param minutes to read and do
 * @param parts what is filled in and printed
 * @param doubts what is not sure, for readers
 */
public record Training(
        String id,
        String title,
        Form form,
        String track,
        int order,
        List<String> steps,
        String summary,
        int minutes,
        List<Section> sections,
        Example example,
        List<Part> parts,
        List<Picture> pictures,
        List<Check> checks,
        List<Reference> sources,
        List<String> doubts,
        PartialDate compiled) {

    /** @param text Markdown */
    public record Section(String heading, String text) {}

    /**
     * A worked example with a made-up LEA.
     *
     * @param text Markdown
     */
    public record Example(String title, String text) {}

    /**
     * Something to fill in: a list to tick, labels with lines, or a table.
     *
     * @param items for a list and for lines
     * @param columns for a table
     * @param rows how many rows of the table are empty
     * @param filled first rows of the table that hold something; their empty cells are to be filled in
     */
    public record Part(
            String heading, Kind kind, List<String> items, List<String> columns, int rows, List<List<String>> filled) {
        public enum Kind {
            CHECKS,
            LINES,
            TABLE
        }

        public Part {
            items = Lists.copy(items);
            columns = Lists.copy(columns);
            filled = Lists.copy(filled);
        }
    }

    /**
     * A picture that is drawn from words.
     *
     * @param under the heading of the section, or of the example, that it belongs to
     * @param alt what it shows
     * @param table rows of one length, the heads first
     */
    public record Picture(String under, String title, String alt, List<List<String>> table) {
        public Picture {
            table = Lists.copy(table);
        }
    }

    /**
     * A question that a reader answers in the mind, and then opens the answer.
     *
     * @param answer the right option, from 0
     * @param citation the law behind the answer, or else
     * @param source the address of one of the page's sources, or where it comes from in words
     */
    public record Check(
            String question,
            List<String> options,
            int answer,
            String why,
            @Nullable String citation,
            @Nullable String source) {
        public Check {
            options = Lists.copy(options);
        }
    }

    /** @param supports the statements that rest on it */
    public record Reference(@Nullable String url, String title, String supports) {}

    public Training {
        steps = Lists.copy(steps);
        sections = Lists.copy(sections);
        parts = Lists.copy(parts);
        pictures = Lists.copy(pictures);
        checks = Lists.copy(checks);
        sources = Lists.copy(sources);
        doubts = Lists.copy(doubts);
    }

    public String path() {
        return "/training/" + id;
    }

    /** Whether there is something to fill in and print. */
    public boolean hasSheet() {
        return !parts.isEmpty();
    }

    /** The address of what is filled in and printed, if there is anything. */
    public String sheetPath() {
        return path() + "/sheet";
    }

    public Track place() {
        return Track.of(track);
    }

    /** What it is and how long it takes, such as {@code Guide, about 15 minutes}. */
    public String formAndTime() {
        return form.label() + ", about " + minutes + " minutes";
    }

    /** Whether a section or the example has this heading. */
    boolean hasHeading(String heading) {
        return example.title().equals(heading)
                || sections.stream().anyMatch(section -> section.heading().equals(heading));
    }

    /** The source that has this address. */
    Optional<Reference> sourceAt(String url) {
        return sources.stream().filter(source -> url.equals(source.url())).findFirst();
    }

    boolean belongsTo(String step) {
        return steps.contains(step);
    }
}
