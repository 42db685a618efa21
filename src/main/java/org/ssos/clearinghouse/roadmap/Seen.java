package org.ssos.clearinghouse.roadmap;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a plan said at some moment, one small fact each: titles, a hash of what to do, dates, offices with their numbers, and
 * the law. Two of them tell what changed between them.
 *
 * @param facts by what they are about, such as {@code due r05} or {@code phone Alameda County Office of Education}
 */
public record Seen(SortedMap<String, String> facts) {
    public Seen {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    static Seen of(Map<String, String> facts) {
        return new Seen(new TreeMap<>(facts));
    }

    /**
     * What its keeper has seen once they changed the plan themselves: everything that their own change brought or took
     * counts as seen, and what the content changed before still counts as not seen.
     *
     * @param before what the plan says now with what they had chosen
     * @param after what it says now with what they chose instead
     */
    Seen movedWith(Seen before, Seen after) {
        var moved = new TreeMap<>(facts);
        var all = new TreeSet<>(before.facts.keySet());
        all.addAll(after.facts.keySet());
        for (var about : all) {
            var now = after.facts.get(about);
            if (Objects.equals(before.facts.get(about), now)) continue;
            if (now == null) moved.remove(about);
            else moved.put(about, now);
        }
        return new Seen(moved);
    }
}
