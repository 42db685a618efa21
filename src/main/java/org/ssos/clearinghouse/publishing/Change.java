package org.ssos.clearinghouse.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;

/**
 * Something that changed in the directory.
 *
 * @param version names the version in the history of the entry
 * @param title of the entry since then
 * @param fields what of it reads differently, as its file names them
 * @param at when the site showed it, or knew of it
 */
public record Change(
        String version, EntryId entry, Kind kind, String title, What what, List<String> fields, Instant at) {
    public enum What {
        NEW("New"),
        CHANGED("Changed"),
        ARCHIVED("Archived"),
        TAKEN_DOWN("Taken off the site"),
        RETURNED("Back from the archive"),
        EDITED_OUTSIDE("Edited outside the site");

        private final String label;

        What(String label) {
            this.label = label;
        }

        /** The name in data. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String label() {
            return label;
        }
    }

    public Change {
        fields = List.copyOf(fields);
    }

    /** The place in the history of the entry that shows it field by field. */
    public String path() {
        return "/" + kind.path() + "/" + entry + "/history#version-" + version;
    }

    /** What reads differently, in words. */
    public String fieldsInWords() {
        return String.join(", ", fields.stream().map(Change::inWords).toList());
    }

    private static String inWords(String field) {
        return switch (field) {
            case "aka" -> "other names";
            case "cds_code" -> "CDS code";
            case "leas" -> "LEAs";
            case "how_to_get" -> "how to get it";
            case "asked_as" -> "everyday words that find it";
            default -> field.replace('_', ' ');
        };
    }
}
