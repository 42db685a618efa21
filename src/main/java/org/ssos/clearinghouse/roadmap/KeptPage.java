package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.roadmap.Changes.Change;
import org.ssos.clearinghouse.web.Chrome;

/**
 * A roadmap as whoever keeps it sees it.
 *
 * @param path of the page; the forms of the page go there and below
 * @param link the same as visitors write it
 * @param changes what the content changed since it was last seen
 * @param left what is no longer in the plan
 * @param shared whether a copy can be seen by others
 * @param cohorts those that it is in
 */
public record KeptPage(
        Chrome chrome,
        String path,
        String link,
        SavedRoadmap saved,
        PlanView plan,
        List<Change> changes,
        List<Left> left,
        boolean shared,
        List<Cohort> cohorts,
        Told told) {
    /**
     * What is to be told of what was just done.
     *
     * @param notices about other windows
     * @param filled what could not be kept
     * @param sharedLink the link to the copy, which is shown this once
     */
    public record Told(
            List<String> notices, Filled filled, @Nullable String sharedLink) {
        public static final Told NOTHING = new Told(List.of(), Filled.NOTHING, null);
    }

    /**
     * A step that its keeper wrote, as it is shown.
     *
     * @param due as a date field takes it; empty for none
     * @param when in words
     * @param was see {@link Was}
     */
    public record OwnView(
            long id,
            String title,
            String due,
            String note,
            boolean done,
            @Nullable String when,
            String was) {
        static OwnView of(SavedRoadmap.OwnStep step) {
            var due = step.due() == null ? "" : step.due().toString();
            return new OwnView(
                    step.id(),
                    step.title(),
                    due,
                    step.note(),
                    step.done(),
                    when(step),
                    Was.text(step.done(), due, step.note(), step.title()));
        }

        private static @Nullable String when(SavedRoadmap.OwnStep step) {
            if (step.doneOn() != null) return "Done " + words(step.doneOn());
            return step.due() == null ? null : "By " + words(step.due());
        }

        public boolean isBad(Filled filled) {
            return isBad(filled, Long.toString(id));
        }

        static boolean isBad(Filled filled, String id) {
            return Stream.of("own-title-", "own-due-", "own-note-")
                    .anyMatch(field -> filled.problem(field + id) != null);
        }
    }

    public KeptPage {
        changes = List.copyOf(changes);
        left = List.copyOf(left);
        cohorts = List.copyOf(cohorts);
    }

    public Filled filled() {
        return told.filled();
    }

    /** Whether nothing was done with it since it was saved, on the day that it was. */
    public boolean isNew() {
        return saved.revision() == 1 && saved.savedOn().equals(saved.usedOn());
    }

    /** How far it is, with own steps. */
    public String progress() {
        var own = saved.own().stream().filter(SavedRoadmap.OwnStep::done).count();
        return plan.progress()
                + (saved.own().isEmpty()
                        ? ""
                        : ", " + own + " of " + saved.own().size() + " of your own done");
    }

    /** The day until which it stays when nobody opens it any more. */
    public String staysUntil() {
        return words(saved.usedOn().plus(RoadmapStore.UNUSED));
    }

    public List<OwnView> ownSteps() {
        return saved.own().stream().map(OwnView::of).toList();
    }

    /** Whether the row for one more step holds something that could not be kept. */
    public boolean isFreshBad() {
        return OwnView.isBad(filled(), SentProgress.FRESH);
    }

    public int mostOwn() {
        return Progress.MOST_OWN;
    }

    public static String words(LocalDate day) {
        return PartialDate.of(day).words();
    }
}
