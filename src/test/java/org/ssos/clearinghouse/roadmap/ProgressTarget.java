package org.ssos.clearinghouse.roadmap;

import static org.ssos.clearinghouse.fuzz.Target.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.fuzz.Fields;
import org.ssos.clearinghouse.fuzz.Inputs;
import org.ssos.clearinghouse.fuzz.Seeds;
import org.ssos.clearinghouse.fuzz.Target;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.Kept;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.OwnStep;

/** The form of a roadmap: ticks, days, notes and own steps. */
public final class ProgressTarget {
    private static final Catalog CATALOG = RealContent.catalog();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String MINE = "Something that I wrote";
    private static final Plan PLAN = Planner.plan(Answers.NONE, TODAY, TODAY, CATALOG);

    private static final SavedRoadmap SAVED = new SavedRoadmap(
            1,
            "key",
            Answers.NONE,
            TODAY,
            1,
            TODAY,
            TODAY,
            TODAY,
            List.of(
                    new Kept(PLAN.steps().getFirst().id(), "A step", new Mark(TODAY, TODAY, TODAY, MINE), List.of()),
                    new Kept("no-such-step", "A step of before", new Mark(null, null, null, MINE), List.of("role"))),
            List.of(new OwnStep(7, "Mine", TODAY, MINE, null)),
            Seen.of(Map.of()));

    private static final Agenda AGENDA = Agenda.of(PLAN, SAVED.marks(), TODAY);

    private ProgressTarget() {}

    public static Target forms() {
        var was = Was.text(true, TODAY.toString(), MINE, "Mine");
        var words = new ArrayList<String>();
        for (var step : PLAN.steps()) words.add("&was-" + step.id() + "=" + was + "&done=" + step.id());
        words.addAll(List.of(
                "&later-",
                "&note-",
                "&own-was-7=",
                "&own-title-7=",
                "&own-due-7=2027-01-31",
                "&own-note-7=",
                "&own-done=7",
                "&own-remove=7",
                "&own-title-new=Another",
                "&own-due-new=",
                "&left-remove=no-such-step",
                "x".repeat(Progress.LONGEST_NOTE),
                "%0d%0a",
                "2031-11-22",
                was));
        var first = PLAN.steps().getFirst().id();
        var seeds = List.of(
                "was-" + first + "=" + was + "&done=" + first + "&later-" + first + "=2026-12-01&note-" + first + "="
                        + Seeds.encoded(MINE),
                "own-was-7=" + was + "&own-title-7=Mine&own-due-7=2026-11-21&own-note-7=" + Seeds.encoded(MINE),
                "was-no-such-step=" + was + "&note-no-such-step=Other&own-title-new=New&own-due-new=2026-12-24");
        return new Target("roadmap", new Inputs(seeds, words), ProgressTarget::merge);
    }

    private static void merge(String form) {
        var sent = SentProgress.of(Fields.of(form));
        var merged = Progress.merge(SAVED, AGENDA, sent, TODAY);
        for (var own : merged.own()) {
            require(
                    !own.title().isEmpty() && own.title().length() <= Progress.LONGEST_TITLE,
                    "No title: " + own.title());
            requireDay(own.due());
        }
        for (var fresh : merged.fresh()) {
            require(!fresh.title().isEmpty() && fresh.note().length() <= Progress.LONGEST_NOTE, "Too long or empty");
            requireDay(fresh.due());
        }
        for (var kept : merged.kept()) {
            require(
                    AGENDA.find(kept.step()).isPresent()
                            || SAVED.kept(kept.step()).isPresent(),
                    "A step that nobody has: " + kept.step());
            requireDay(kept.mark().postponedTo());
        }
        require(merged.removed().stream().allMatch("no-such-step"::equals), "Took what is in the plan");
    }

    private static void requireDay(@org.jspecify.annotations.Nullable LocalDate day) {
        require(day == null || (day.getYear() > 2020 && day.getYear() < 2032), "A day out of reach: " + day);
    }
}
