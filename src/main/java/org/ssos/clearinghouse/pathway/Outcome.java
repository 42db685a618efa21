package org.ssos.clearinghouse.pathway;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Level;
import org.ssos.clearinghouse.entry.Source;

/**
 * Where a pathway ends: what it comes to, whom to contact, what to do, and the law that says so.
 *
 * @param contacts ids of {@link Office}s, the one to call first at the start; never empty
 * @param law the citations that the outcome rests on; never empty
 * @param topics ids of the topic taxonomy
 */
public record Outcome(
        String id,
        String title,
        Track level,
        String summary,
        List<String> contacts,
        List<String> steps,
        String timeline,
        String cost,
        List<String> law,
        @Nullable String note,
        List<String> topics,
        List<EntryId> related,
        List<Source> sources) {

    /** A level of support, or the federal rules that stand beside the levels. */
    public enum Track {
        UNIVERSAL(Level.UNIVERSAL),
        TARGETED(Level.TARGETED),
        INTENSIVE(Level.INTENSIVE),
        FEDERAL(null);

        private final @Nullable Level level;

        Track(@Nullable Level level) {
            this.level = level;
        }

        public Optional<Level> level() {
            return Optional.ofNullable(level);
        }
    }

    public Outcome {
        contacts = List.copyOf(contacts);
        steps = List.copyOf(steps);
        law = List.copyOf(law);
        topics = List.copyOf(topics);
        related = List.copyOf(related);
        sources = List.copyOf(sources);
    }
}
