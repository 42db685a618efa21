package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.PartialDate;

/** What the content changed in a plan since its keeper last looked, in words. */
public final class Changes {
    private final Map<String, String> before;
    private final Map<String, String> now;
    private final LocalDate today;
    private final List<Change> changes = new ArrayList<>();

    /** @param step the id of the step that it is about, as long as the plan holds it */
    public record Change(String words, @Nullable String step) {}

    private Changes(Seen before, Seen now, LocalDate today) {
        this.before = before.facts();
        this.now = now.facts();
        this.today = today;
    }

    /** Steps first, then offices, then law. A date that came again for the next year is no change. */
    static List<Change> between(Seen before, Seen now, LocalDate today) {
        var all = new Changes(before, now, today);
        all.steps();
        all.each(PlanFacts.PHONE, (office, was) -> all.reach("phone", PlanFacts.PHONE, office, was));
        all.each(PlanFacts.MAIL, (office, was) -> all.reach("e-mail address", PlanFacts.MAIL, office, was));
        all.each(PlanFacts.LAW, all::text);
        all.each(PlanFacts.SAYS, all::restated);
        return List.copyOf(all.changes);
    }

    private void steps() {
        var ids = new TreeSet<>(about(PlanFacts.STEP, before.keySet()));
        ids.addAll(about(PlanFacts.STEP, now.keySet()));
        for (var id : ids) {
            var was = before.get(PlanFacts.STEP + id);
            var is = now.get(PlanFacts.STEP + id);
            if (was == null) say("New step: “" + is + "”.", id);
            else if (is == null) gone(id, was);
            else step(id, was, is);
        }
    }

    private void gone(String id, String title) {
        var due = day(before, id);
        say(
                isOver(due)
                        ? "“" + title + "” has left your plan: its date, " + words(due) + ", is over."
                        : "“" + title + "” has left your plan: the directory no longer has it, or no longer for you.",
                null);
    }

    private void step(String id, String was, String is) {
        if (!was.equals(is)) say("“" + was + "” is now called “" + is + "”.", id);
        if (differs(PlanFacts.TODO, id)) say("“" + is + "”: what to do is described anew.", id);
        if (differs(PlanFacts.DUE, id) && !isOver(day(before, id))) {
            say("“" + is + "”: its date moved from " + words(day(before, id)) + " to " + words(day(now, id)) + ".", id);
        }
        if (differs(PlanFacts.DATE, id)) say("“" + is + "”: what its date asks for changed.", id);
        if (differs(PlanFacts.CALLS, id)) {
            say(
                    "“" + is + "”: call " + value(now, PlanFacts.CALLS, id) + "; before, it was "
                            + value(before, PlanFacts.CALLS, id) + ".",
                    id);
        }
        if (differs(PlanFacts.CITES, id)) {
            say(
                    "“" + is + "” now rests on " + value(now, PlanFacts.CITES, id) + "; before, it was "
                            + value(before, PlanFacts.CITES, id) + ".",
                    id);
        }
    }

    private void reach(String way, String kind, String office, String was) {
        var is = Objects.requireNonNull(now.get(kind + office));
        if (is.isEmpty()) say("The " + way + " of " + office + " that stood here, " + was + ", was taken out.", null);
        else if (was.isEmpty()) say("New " + way + " of " + office + ": " + is + ".", null);
        else say("The " + way + " of " + office + " changed from " + was + " to " + is + ".", null);
    }

    private void text(String section, String was) {
        var is = Objects.requireNonNull(now.get(PlanFacts.LAW + section));
        say(section + ": we now restate the text " + as(is) + "; before, it was the one " + as(was) + ".", null);
    }

    private void restated(String paragraph, String was) {
        say(paragraph + ": how we restate it changed.", null);
    }

    private static String as(String day) {
        return day.isEmpty() ? "without a date" : "of " + new PartialDate(day).words();
    }

    /** Goes through what stood there before, stands there now, and differs. */
    private void each(String kind, BiConsumer<String, String> differing) {
        for (var name : about(kind, before.keySet())) {
            if (differs(kind, name)) differing.accept(name, Objects.requireNonNull(before.get(kind + name)));
        }
    }

    private static Set<String> about(String kind, Set<String> keys) {
        return keys.stream()
                .filter(key -> key.startsWith(kind))
                .map(key -> key.substring(kind.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean differs(String kind, String name) {
        var was = before.get(kind + name);
        var is = now.get(kind + name);
        return was != null && is != null && !was.equals(is);
    }

    private static String value(Map<String, String> facts, String kind, String name) {
        var value = facts.getOrDefault(kind + name, "");
        return value.isEmpty() ? "nothing" : value.replace(PlanFacts.AND, ", ");
    }

    private static LocalDate day(Map<String, String> facts, String id) {
        return LocalDate.parse(Objects.requireNonNull(facts.get(PlanFacts.DUE + id)));
    }

    /** A step leaves its day behind in the course of the year, without anybody's doing. */
    private boolean isOver(LocalDate due) {
        return due.isBefore(today.minusDays(Planner.GRACE));
    }

    private static String words(LocalDate day) {
        return PartialDate.of(day).words();
    }

    private void say(String words, @Nullable String step) {
        changes.add(new Change(words, step));
    }
}
