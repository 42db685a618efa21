package org.ssos.clearinghouse.vetting;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.submission.Draft;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes the drafts that put an entry into the archive or bring it back; nothing else of its text changes. */
public final class Archiving {
    private static final String FIELD = "archived";

    private Archiving() {}

    /** The published text with the entry in the archive. */
    public static Draft archive(Kind kind, EntryId id, String published, LocalDate on, String reason) {
        return with(kind, id, published, block(on, reason, false));
    }

    /** The published text with nothing of the entry shown but its title and the reason. */
    public static Draft takeDown(Kind kind, EntryId id, String published, LocalDate on, String reason) {
        return with(kind, id, published, block(on, reason, true));
    }

    /** The published text with the entry back in the directory. */
    public static Draft unarchive(Kind kind, EntryId id, String published) {
        return with(kind, id, published, null);
    }

    /** Another text of the entry, where the archive holds it no more and no less than now. */
    public static String keeping(Kind kind, String text, String published) {
        var now = EntryText.fields(published).orElseThrow().get(FIELD);
        return EntryText.with(kind, text, Collections.singletonMap(FIELD, now));
    }

    private static Draft with(Kind kind, EntryId id, String published, @Nullable JsonNode block) {
        var text = EntryText.with(kind, published, Collections.singletonMap(FIELD, block));
        return new Draft(kind, text, id, ContentFiles.sha256(published));
    }

    private static JsonNode block(LocalDate on, String reason, boolean takenDown) {
        var block = JsonNodeFactory.instance.objectNode();
        block.put("on", on.toString());
        block.put("reason", reason.strip());
        if (takenDown) block.put("taken_down", true);
        return block;
    }

    /**
     * Why a draft cannot be what its case is about: only cases about the archive touch it, and they touch nothing else.
     *
     * @param published the text on the site; absent for a new entry
     */
    static Optional<String> hindrance(Subject subject, DraftText draft, @Nullable DraftText published) {
        var changed = draft.changesFrom(published).stream()
                .map(DraftText.Change::field)
                .toList();
        if (!subject.isArchiving()) {
            return changed.contains(FIELD)
                    ? Optional.of("An entry is archived or brought back by a case of its own, from its page.")
                    : Optional.empty();
        }
        if (!List.of(FIELD).containsAll(changed)) {
            return Optional.of("This case is about the archive: nothing but `archived` may change.");
        }
        var block = draft.root().path(FIELD);
        boolean fits = switch (subject) {
            case ARCHIVE -> block.isObject() && !block.has("taken_down");
            case TAKE_DOWN -> block.isObject() && block.has("taken_down");
            case UNARCHIVE -> block.isMissingNode();
            case NEW, CHANGE, QUALITY_REVIEW, REPORT, STILL_RIGHT, HAND_EDIT -> true;
        };
        return fits ? Optional.empty() : Optional.of("The field `archived` does not say what the case is about.");
    }
}
