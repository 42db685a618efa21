package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.intake.Reason;
import org.ssos.clearinghouse.roadmap.FittingEntries.Fit;
import org.ssos.clearinghouse.training.Training;

/**
 * A step of a plan as it is shown.
 *
 * @param reasons why the visitor sees it, a line each; none in what others may see
 * @param calls whom to call, the first one first
 * @param trainings what there is to learn for it
 * @param date the date of the school year that it is for; absent where the start of the plan says when
 * @param overdue whether its day has passed
 */
public record StepView(
        Agenda.Item item,
        List<String> reasons,
        List<CallLine> calls,
        List<Training> trainings,
        List<EntryLine> entries,
        @Nullable DateView date,
        boolean overdue) {
    private static final String FOR_EVERYBODY = "Every new leader gets this step.";

    /** An entry of the directory, and why it stands there. */
    public record EntryLine(String title, String path, String why) {
        static EntryLine of(Fit fit) {
            var about = "About " + String.join(", ", fit.topics());
            return new EntryLine(
                    fit.entry().title(),
                    fit.entry().path(),
                    fit.chosen().isEmpty() ? about : about + ". You chose " + String.join(", ", fit.chosen()));
        }

        static EntryLine forOthers(Fit fit) {
            return of(new Fit(fit.entry(), fit.topics(), List.of()));
        }
    }

    public StepView {
        reasons = List.copyOf(reasons);
        calls = List.copyOf(calls);
        trainings = List.copyOf(trainings);
        entries = List.copyOf(entries);
    }

    static List<String> why(List<Reason> reasons) {
        if (reasons.isEmpty()) return List.of(FOR_EVERYBODY);
        return reasons.stream()
                .map(reason -> reason.about() + ": " + reason.said())
                .toList();
    }

    public String id() {
        return step().id();
    }

    public Step step() {
        return item.step();
    }

    public Agenda.State state() {
        return item.state();
    }

    public boolean done() {
        return state() == Agenda.State.DONE;
    }

    public String note() {
        return item.mark().note();
    }

    /** The day to which it was postponed, as a date field takes it; empty for none. */
    public String later() {
        var postponed = item.mark().postponedTo();
        return postponed == null ? "" : postponed.toString();
    }

    /** What the page shows of it, so that what is sent back tells what was changed there: see {@link Was}. */
    public String was() {
        return Was.text(done(), later(), note(), "");
    }

    /** When to do it, such as {@code By December 4, 2026}. */
    public String when() {
        if (done() && item.mark().doneOn() != null)
            return "Done " + day(item.mark().doneOn());
        if (item.mark().postponedTo() != null) return "Postponed to " + day(item.due());
        return date == null ? "By " + day(item.due()) : date.when();
    }

    /** What to know of its state besides the day; nothing for a step that is simply open. */
    public @Nullable String standing() {
        return switch (state()) {
            case WAITING -> "Can wait: " + Agenda.MOST_OPEN + " more urgent steps are open";
            case LATER -> isYearly() ? "Start from " + day(item.planned().opens()) : null;
            case OPEN, DONE -> null;
        };
    }

    public String time() {
        int minutes = step().minutes();
        if (minutes < 60) return "about " + minutes + " minutes";
        if (minutes % 60 == 0) return minutes == 60 ? "about 1 hour" : "about " + minutes / 60 + " hours";
        return "about " + minutes / 60 + (minutes / 60 == 1 ? " hour " : " hours ") + minutes % 60 + " minutes";
    }

    /** The law of the step itself, where its date does not show the same. */
    public List<String> law() {
        return date == null ? step().citations() : List.of();
    }

    private boolean isYearly() {
        return item.planned().duty() != null;
    }

    static String day(LocalDate day) {
        return PartialDate.of(day).words();
    }
}
