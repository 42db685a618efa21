package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Lists;
import org.ssos.clearinghouse.intake.Answers;

/**
 * A roadmap that somebody keeps. It says nothing of who that is.
 *
 * @param calendarKey names its dates in calendars; whoever reads it there cannot open anything with it
 * @param revision one more with each change
 * @param usedOn the last day on which its own link was followed
 * @param kept what was done with steps of the content, those that are no longer in the plan too
 * @param own the steps that its keeper wrote
 * @param seen what the plan said when its keeper last said so
 */
public record SavedRoadmap(
        long id,
        String calendarKey,
        Answers answers,
        LocalDate start,
        long revision,
        LocalDate savedOn,
        LocalDate changedOn,
        LocalDate usedOn,
        List<Kept> kept,
        List<OwnStep> own,
        Seen seen) {
    /** What a link to it opens. */
    public enum Way {
        /** Everything. */
        OWN,
        /** A copy without anything private, only to read. */
        SHARED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was done with a step of the content.
     *
     * @param step its id
     * @param title what it was called when something was last done with it
     * @param leftBy the questions whose answers changed when it left the plan; none while it is there
     */
    public record Kept(String step, String title, Mark mark, List<String> leftBy) {
        public Kept {
            leftBy = Lists.copy(leftBy);
        }
    }

    /**
     * A step that the keeper wrote.
     *
     * @param due absent where no day was chosen
     * @param note empty for none
     */
    public record OwnStep(
            long id,
            String title,
            @Nullable LocalDate due,
            String note,
            @Nullable LocalDate doneOn) {
        public boolean done() {
            return doneOn != null;
        }
    }

    public SavedRoadmap {
        kept = List.copyOf(kept);
        own = List.copyOf(own);
    }

    /** By the id of the step, as {@link Agenda#of} takes them. */
    public Map<String, Mark> marks() {
        var marks = new LinkedHashMap<String, Mark>();
        kept.forEach(one -> marks.put(one.step(), one.mark()));
        return marks;
    }

    /** With answers as the questions stand now. */
    SavedRoadmap with(Answers current) {
        return new SavedRoadmap(id, calendarKey, current, start, revision, savedOn, changedOn, usedOn, kept, own, seen);
    }

    public Optional<Kept> kept(String step) {
        return kept.stream().filter(one -> one.step().equals(step)).findFirst();
    }

    /** Says nothing of what it holds: what is printed ends up in logs. */
    @Override
    public String toString() {
        return "Roadmap " + id;
    }
}
