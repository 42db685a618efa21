package org.ssos.clearinghouse.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.lea.Lea;
import org.ssos.clearinghouse.lea.LeaNames;
import org.ssos.clearinghouse.lea.LeaType;
import org.ssos.clearinghouse.lea.Roster;
import org.ssos.clearinghouse.schoolyear.LeaKind;
import org.ssos.clearinghouse.search.Lookup;

/**
 * An LEA that can be chosen.
 *
 * @param detail what tells it from others of its name
 * @param over said where it is closed: who serves its students now, as far as that is known
 */
public record KnownLea(
        String cds, String name, String detail, @Nullable String over) {
    private static final int MOST = 10;

    /**
     * What was found.
     *
     * @param sure the one that is just what was typed, where no other bears its name
     */
    record Found(List<KnownLea> leas, @Nullable String sure) {}

    static Found find(String typed, Catalog catalog, Lookup lookup) {
        var roster = catalog.part(Roster.PART);
        var found = lookup.find(typed, Set.of(LeaNames.KIND), MOST);
        var leas = new LinkedHashSet<Lea>();
        for (var one : found) {
            roster.find(one.thing().id()).ifPresent(lea -> {
                leas.add(lea);
                successor(lea, roster).ifPresent(leas::add);
            });
        }
        return new Found(leas.stream().limit(MOST).map(lea -> of(lea, catalog)).toList(), sure(found));
    }

    private static @Nullable String sure(List<Lookup.Found> found) {
        if (found.isEmpty() || !found.getFirst().isSure()) return null;
        var first = found.getFirst().thing();
        long ofItsName = found.stream()
                .filter(one -> one.thing().label().equals(first.label()))
                .count();
        return ofItsName == 1 ? first.id() : null;
    }

    static KnownLea of(Lea lea, Catalog catalog) {
        var after = successor(lea, catalog.part(Roster.PART))
                .map(next -> "Its students are now served by " + next.name() + ".")
                .orElse("We do not know who serves its students now.");
        var over = lea.status().isOver() ? lea.status().label() + ". " + after : null;
        return new KnownLea(lea.cds(), lea.name(), LeaNames.detail(lea, catalog), over);
    }

    /** The answers, with an LEA and what the roster knows of it: its kind and its county. */
    static Answers answering(Lea lea, Answers answers, Catalog catalog) {
        return answers.with(Answers.LEA, List.of(lea.cds()))
                .with(Answers.LEA_TYPE, List.of(kind(lea, catalog.part(Roster.PART))))
                .with(Answers.COUNTY, List.of(lea.county()));
    }

    private static Optional<Lea> successor(Lea lea, Roster roster) {
        return Optional.ofNullable(lea.successor()).flatMap(roster::find);
    }

    private static String kind(Lea lea, Roster roster) {
        if (lea.type().isCharter()) return LeaKind.CHARTER.id();
        if (lea.type() == LeaType.COUNTY_OFFICE) return LeaKind.COE.id();
        long districts = roster.in(lea.county()).stream()
                .filter(other -> other.type().isDistrict() && !other.status().isOver())
                .count();
        return (districts == 1 ? LeaKind.ONE_DISTRICT_COUNTY : LeaKind.DISTRICT).id();
    }
}
