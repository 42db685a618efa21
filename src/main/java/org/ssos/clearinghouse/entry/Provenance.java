package org.ssos.clearinghouse.entry;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the facts of an entry come from and how far they can be trusted.
 *
 * @param sourceDate the newest date visible on the sources
 * @param compiled the day the facts were put together
 */
public record Provenance(
        List<Source> sources,
        @Nullable PartialDate sourceDate,
        @Nullable PartialDate compiled,
        Confidence confidence,
        List<Note> notes) {

    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A disagreement, correction, gap or caution; {@code insteadOf} is the older or other statement. */
    public record Note(
            @Nullable String about,
            String text,
            @Nullable String insteadOf,
            @Nullable Confidence confidence,
            List<Source> sources) {
        public Note {
            sources = Lists.copy(sources);
        }
    }

    public Provenance {
        sources = Lists.copy(sources);
        notes = Lists.copy(notes);
    }
}
