package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.web.Chrome;

/**
 * A SELPA and whom we know to be in it.
 *
 * @param members by name
 * @param completeness whether these are all
 * @param doubts why it may be otherwise
 */
public record SelpaPage(
        Chrome chrome,
        Selpa selpa,
        List<Item> counties,
        @Nullable String phone,
        @Nullable String address,
        List<Member> members,
        String completeness,
        String confidence,
        List<String> doubts,
        List<SourceLine> sources,
        String officialList) {

    /** An LEA, with a mark where it is no longer open. */
    public record Member(String name, String path, @Nullable String mark) {}

    static SelpaPage of(Chrome chrome, Selpa selpa, Catalog catalog) {
        var roster = catalog.part(Roster.PART);
        return new SelpaPage(
                chrome,
                selpa,
                selpa.counties().stream()
                        .map(id -> new Item(catalog.vocabularies().counties().label(id), "/counties/" + id))
                        .toList(),
                dated(selpa.phone(), selpa.phoneAsOf()),
                dated(
                        selpa.address(),
                        selpa.addressAsOf() == null ? null : selpa.addressAsOf().words()),
                roster.all().stream()
                        .filter(lea -> selpa.members().contains(lea.cds()))
                        .map(SelpaPage::member)
                        .toList(),
                completeness(selpa),
                Words.capital(selpa.confidence().id()),
                doubts(selpa),
                SourceLine.of(selpa.sources()),
                Selpas.OFFICIAL_LIST);
    }

    private static Member member(Lea lea) {
        return new Member(
                lea.name(), lea.path(), lea.status().isOver() ? lea.status().label() : null);
    }

    private static @Nullable String dated(@Nullable String text, @Nullable String asOf) {
        return text == null || asOf == null ? text : text + " (as of " + asOf + ")";
    }

    private static String completeness(Selpa selpa) {
        if (selpa.members().isEmpty()) {
            return "Our sources do not name its members. The SELPA itself, the county office or the state's list can tell.";
        }
        return selpa.knowsAllMembers()
                ? "As far as our sources show, these are all of its districts and county offices."
                : "Our sources name only these; there are others.";
    }

    private static List<String> doubts(Selpa selpa) {
        var doubts = new ArrayList<String>();
        if (selpa.coverageBasis() != null) doubts.add(selpa.coverageBasis().words());
        if (selpa.coverageNote() != null) doubts.add(selpa.coverageNote());
        if (selpa.note() != null) doubts.add(selpa.note());
        return doubts;
    }
}
