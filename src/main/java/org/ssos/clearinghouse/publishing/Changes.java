package org.ssos.clearinghouse.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.content.FieldChange;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.publishing.Change.What;

/**
 * What changed in the directory, by the records of publishing. Checks that changed no word are no changes. An edit
 * outside the site is known once the next text is published over it or a second person has confirmed it.
 */
final class Changes {
    private static final String ARCHIVED = "archived";

    private final Publications publications;

    Changes(Database database) {
        publications = new Publications(database);
    }

    /**
     * The newest first.
     *
     * @param next the number to go on after; absent at the end
     */
    record Page(List<Change> changes, @Nullable Long next) {}

    /**
     * What changed from one moment on and before another.
     *
     * @param after the number of the publication that the page before ended with
     * @param most how many publications a page holds at most
     */
    Page between(Instant since, Instant until, @Nullable Long after, int most) {
        var found = publications.changing(since, until, after, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        var changes = shown.stream()
                .flatMap(each -> of(each.publication(), each.before()).reversed().stream())
                .toList();
        return new Page(
                changes, found.size() > most ? shown.getLast().publication().number() : null);
    }

    /** In the order in which they happened. */
    private static List<Change> of(Publication publication, @Nullable Publication before) {
        var all = new ArrayList<Change>();
        var baseText = publication.baseText();
        if (before != null && baseText != null && !before.target().equals(publication.base())) {
            all.add(change(
                    publication, "before-" + publication.number(), What.EDITED_OUTSIDE, before.text(), baseText));
        }
        if (!publication.target().equals(publication.base())) {
            var from = baseText != null || before == null ? baseText : before.text();
            all.add(change(
                    publication,
                    String.valueOf(publication.number()),
                    what(publication, from),
                    from,
                    publication.text()));
        }
        return all;
    }

    private static What what(Publication publication, @Nullable String from) {
        if (publication.base() == null) return What.NEW;
        boolean was = from != null && isArchived(from);
        boolean is = isArchived(publication.text());
        if (was == is) return What.CHANGED;
        if (was) return What.RETURNED;
        return isTakenDown(publication.text()) ? What.TAKEN_DOWN : What.ARCHIVED;
    }

    private static Change change(Publication publication, String version, What what, @Nullable String from, String to) {
        var fields = from == null
                ? Stream.<String>empty()
                : FieldChange.between(from, to).stream()
                        .map(FieldChange::field)
                        .filter(field -> !field.equals(ARCHIVED));
        return new Change(
                version,
                publication.entry(),
                publication.kind(),
                title(to, publication),
                what,
                fields.toList(),
                Objects.requireNonNull(publication.endedAt()));
    }

    private static String title(String text, Publication publication) {
        return EntryText.fields(text)
                .map(fields -> fields.path("title").asString(""))
                .filter(title -> !title.isBlank())
                .orElse(publication.entry().value());
    }

    private static boolean isArchived(String text) {
        return EntryText.fields(text).filter(fields -> fields.has(ARCHIVED)).isPresent();
    }

    private static boolean isTakenDown(String text) {
        return EntryText.fields(text)
                .filter(fields -> fields.path(ARCHIVED).path("taken_down").asBoolean(false))
                .isPresent();
    }
}
