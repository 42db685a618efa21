package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.Kept;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.OwnStep;
import org.ssos.clearinghouse.roadmap.SentProgress.Line;
import org.ssos.clearinghouse.web.Problems;

/**
 * Brings what a page sent together with what is kept. What the page did not change stays as it is; where another window
 * changed the same, both notes and every tick are kept, and the visitor is told. What cannot be kept as typed goes back to
 * the page; everything else is kept all the same.
 */
final class Progress {
    static final int LONGEST_NOTE = 2_000;
    static final int LONGEST_TITLE = 200;
    static final int MOST_OWN = 50;

    /** Notes of several windows together. */
    private static final int LONGEST_JOINED = 10_000;

    private static final int YEARS = 5;
    private static final String ALSO = "\n\nWritten meanwhile in another window:\n";

    private final SavedRoadmap saved;
    private final Agenda agenda;
    private final LocalDate today;
    private final Map<String, String> typed = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<OwnStep> own = new ArrayList<>();
    private final List<OwnStep> fresh = new ArrayList<>();
    private final List<Long> ownRemoved = new ArrayList<>();
    private Problems problems = Problems.NONE;
    private boolean tookText;

    /**
     * What is to be written.
     *
     * @param kept of steps of the content
     * @param removed what was kept of these steps goes
     * @param own steps that changed
     * @param fresh steps that are new
     * @param tookText whether something that the visitor had written is no longer there
     * @param told what the visitor should know
     * @param filled what could not be kept, as it was typed
     */
    record Merged(
            List<Kept> kept,
            List<String> removed,
            List<OwnStep> own,
            List<OwnStep> fresh,
            List<Long> ownRemoved,
            boolean tookText,
            List<String> told,
            Filled filled) {
        boolean changesNothing() {
            return kept.isEmpty() && removed.isEmpty() && own.isEmpty() && fresh.isEmpty() && ownRemoved.isEmpty();
        }
    }

    private Progress(SavedRoadmap saved, Agenda agenda, LocalDate today) {
        this.saved = saved;
        this.agenda = agenda;
        this.today = today;
    }

    static Merged merge(SavedRoadmap saved, Agenda agenda, SentProgress sent, LocalDate today) {
        var progress = new Progress(saved, agenda, today);
        sent.steps().forEach(progress::step);
        sent.own().forEach(progress::own);
        progress.fresh(sent.fresh());
        return progress.merged(sent);
    }

    private Merged merged(SentProgress sent) {
        var removed = saved.kept().stream()
                .filter(one -> agenda.find(one.step()).isEmpty())
                .filter(one -> sent.removed().contains(one.step()))
                .toList();
        tookText |= removed.stream().anyMatch(one -> !one.mark().note().isEmpty());
        return new Merged(
                kept,
                removed.stream().map(Kept::step).toList(),
                own,
                fresh,
                ownRemoved,
                tookText,
                told,
                new Filled(typed, problems));
    }

    private void step(Line sent) {
        var item = agenda.find(sent.id());
        var known = saved.kept(sent.id());
        if (item.isEmpty() && known.isEmpty()) return;
        var mark = item.map(Agenda.Item::mark)
                .orElseGet(() -> known.map(Kept::mark).orElse(Mark.NONE));
        var title = item.map(one -> one.step().title())
                .orElseGet(() -> known.map(Kept::title).orElse(""));
        var planned = item.map(Agenda.Item::planned).orElse(null);
        var isDone = planned == null ? mark.doneOn() != null : mark.isDone(planned);
        var merged = mark.postponedTo(later(sent, mark.postponedTo(), "later-" + sent.id(), title, true));
        merged = merged.noted(note(sent, mark.note(), "note-" + sent.id(), title));
        if (chosenDone(sent, isDone) != isDone) merged = merged.ticked(!isDone, planned, today);
        if (merged.equals(mark)) return;
        tookText |= isTaken(mark.note(), merged.note());
        kept.add(new Kept(
                sent.id(),
                title,
                merged,
                item.isPresent() ? List.of() : known.map(Kept::leftBy).orElse(List.of())));
    }

    private static boolean chosenDone(Line sent, boolean isDone) {
        var chosen = sent.was().choose(Was.DONE, Boolean.toString(sent.done()), Boolean.toString(isDone));
        // Nobody's tick is taken away by a window that knew nothing of it.
        return chosen == null || Boolean.parseBoolean(chosen);
    }

    private void own(Line sent) {
        var known = saved.own().stream()
                .filter(one -> Long.toString(one.id()).equals(sent.id()))
                .findFirst();
        if (known.isEmpty()) {
            removedElsewhere(sent);
        } else if (sent.remove()) {
            remove(sent, known.get());
        } else {
            change(sent, known.get());
        }
    }

    /** What somebody else removed comes back when it was changed here. */
    private void removedElsewhere(Line sent) {
        boolean untouched = sent.was().wasShown(Was.TITLE, sent.title())
                && sent.was().wasShown(Was.LATER, sent.later())
                && sent.was().wasShown(Was.NOTE, sent.note())
                && sent.was().wasShown(Was.DONE, Boolean.toString(sent.done()));
        if (untouched || sent.remove() || sent.title().isEmpty()) return;
        told.add("“" + sent.title() + "” was removed in another window. It is back, because you changed it here.");
        fresh(sent);
    }

    private void remove(Line sent, OwnStep known) {
        boolean asShown = sent.was().wasShown(Was.TITLE, known.title())
                && sent.was().wasShown(Was.LATER, text(known.due()))
                && sent.was().wasShown(Was.NOTE, known.note());
        if (asShown) {
            ownRemoved.add(known.id());
            tookText = true;
        } else {
            told.add("“" + known.title() + "” was changed in another window, so it was not removed. Look at it again.");
        }
    }

    private void change(Line sent, OwnStep known) {
        var field = "-" + sent.id();
        var title = sent.was().choose(Was.TITLE, sent.title(), known.title());
        var note = note(sent, known.note(), "own-note" + field, known.title());
        if (title == null) {
            told.add("“" + known.title() + "” got another title in another window. Yours stands in its note.");
            note = joined(note, "Other title: " + sent.title());
            title = known.title();
        }
        if (!isTitle(title, "own-title" + field)) {
            typed.put("own-title" + field, sent.title());
            title = known.title();
        }
        var due = later(sent, known.due(), "own-due" + field, known.title(), false);
        boolean done = chosenDone(sent, known.done());
        var changed = new OwnStep(known.id(), title, due, note, done ? (known.done() ? known.doneOn() : today) : null);
        if (changed.equals(known)) return;
        tookText |= isTaken(known.note(), note) || !title.equals(known.title());
        own.add(changed);
    }

    private void fresh(Line sent) {
        if (sent.title().isEmpty() && sent.note().isEmpty() && sent.later().isEmpty()) return;
        var before = problems;
        var field = "-" + SentProgress.FRESH;
        isTitle(sent.title(), "own-title" + field);
        var due = day(sent.later(), "own-due" + field, false);
        if (sent.note().length() > LONGEST_NOTE) tooLong("own-note" + field, sent.title(), sent.note());
        if (saved.own().size() + fresh.size() >= MOST_OWN) {
            problems = problems.and(
                    "own-title" + field, "You have " + MOST_OWN + " steps of your own. Remove one to add another.");
        }
        if (problems.equals(before)) {
            fresh.add(new OwnStep(0, sent.title(), due.orElse(null), sent.note(), sent.done() ? today : null));
        } else {
            typed.put("own-title" + field, sent.title());
            typed.put("own-due" + field, sent.later());
            typed.put("own-note" + field, sent.note());
        }
    }

    private boolean isTitle(String title, String field) {
        if (title.isEmpty()) problems = problems.and(field, "Say in a few words what your own step is.");
        if (title.length() > LONGEST_TITLE) {
            problems = problems.and(field, "Use " + LONGEST_TITLE + " characters at most for the title of your step.");
        }
        return !title.isEmpty() && title.length() <= LONGEST_TITLE;
    }

    private String note(Line sent, String theirs, String field, String title) {
        var chosen = sent.was().choose(Was.NOTE, sent.note(), theirs);
        if (chosen != null && chosen.equals(theirs)) return theirs;
        if (sent.note().length() > LONGEST_NOTE) {
            tooLong(field, title, sent.note());
            return theirs;
        }
        if (chosen != null) return chosen;
        var both = joined(theirs, sent.note());
        if (both.length() > LONGEST_JOINED) {
            problems = problems.and(
                    field,
                    "The note of “" + title + "” was changed in another window, and both together are too long."
                            + " Make yours shorter.");
            typed.put(field, sent.note());
            return theirs;
        }
        told.add("The note of “" + title + "” was also changed in another window. Both texts are kept.");
        return both;
    }

    private static String joined(String theirs, String mine) {
        if (theirs.isEmpty() || mine.contains(theirs)) return mine;
        return mine.isEmpty() || theirs.contains(mine) ? theirs : theirs + ALSO + mine;
    }

    private void tooLong(String field, String title, String note) {
        problems = problems.and(
                field,
                "The note of “" + title + "” has " + note.length() + " characters. Use " + LONGEST_NOTE + " at most.");
        typed.put(field, note);
    }

    private @Nullable LocalDate later(
            Line sent, @Nullable LocalDate theirs, String field, String title, boolean onlyAhead) {
        var chosen = sent.was().choose(Was.LATER, sent.later(), text(theirs));
        if (chosen != null && chosen.equals(text(theirs))) return theirs;
        var before = problems;
        var mine = day(sent.later(), field, onlyAhead);
        if (!problems.equals(before)) {
            typed.put(field, sent.later());
            return theirs;
        }
        if (chosen != null) return mine.orElse(null);
        var earlier = mine.filter(day -> theirs == null || day.isBefore(theirs)).orElse(theirs);
        if (earlier != null) {
            told.add("The day of “" + title + "” was also changed in another window. It is now "
                    + PartialDate.of(earlier).words() + ", the earlier one of the two.");
        }
        return earlier;
    }

    private Optional<LocalDate> day(String sent, String field, boolean onlyAhead) {
        if (sent.isEmpty()) return Optional.empty();
        var first = onlyAhead ? today : today.minusYears(YEARS);
        var last = today.plusYears(YEARS);
        try {
            var day = LocalDate.parse(sent);
            if (!day.isBefore(first) && !day.isAfter(last)) return Optional.of(day);
        } catch (DateTimeParseException noDay) {
            // Said below.
        }
        problems = problems.and(
                field,
                "Choose a day from " + PartialDate.of(first).words() + " to "
                        + PartialDate.of(last).words() + ", written like " + today.plusDays(30) + ".");
        return Optional.empty();
    }

    private static boolean isTaken(String before, String after) {
        return !before.isEmpty() && !after.contains(before);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
