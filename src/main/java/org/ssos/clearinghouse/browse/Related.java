package org.ssos.clearinghouse.browse;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.References;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Resource;
import org.ssos.clearinghouse.search.EntryCard;

/** The entries around one entry: those it names and those that name it. */
public final class Related {
    /** A heading and the entries under it. */
    public record Group(String heading, List<Brief> entries) {}

    /** An entry in one line. */
    public record Brief(String title, String path, String line) {}

    private Related() {}

    /** Its own resources first, then by kind; each entry stands in one group only. */
    static List<Group> of(Entry entry, Catalog catalog, Clock clock) {
        var around = around(entry, catalog);
        var own = around.stream().filter(other -> belongsTo(other, entry)).toList();
        var groups = new ArrayList<Group>();
        add(groups, "Resources from this initiative", own, catalog, clock);
        for (var kind : Kind.values()) {
            var rest = around.stream()
                    .filter(other -> other.kind() == kind && !own.contains(other))
                    .toList();
            add(groups, kind.plural(), rest, catalog, clock);
        }
        return groups;
    }

    static Brief brief(Entry entry, Catalog catalog, Clock clock) {
        var line = EntryCard.of(entry, catalog.vocabularies(), clock).line();
        // The kind stands in the heading above.
        return new Brief(entry.title(), entry.path(), String.join(" · ", line.subList(1, line.size())));
    }

    private static Set<Entry> around(Entry entry, Catalog catalog) {
        var around = new LinkedHashSet<Entry>();
        References.from(entry).forEach(id -> catalog.shown(id).ifPresent(around::add));
        around.addAll(catalog.referringTo(entry.id()));
        around.remove(entry);
        return around;
    }

    private static boolean belongsTo(Entry other, Entry entry) {
        return other.details() instanceof Resource resource && entry.id().equals(resource.initiative());
    }

    private static void add(List<Group> groups, String heading, List<Entry> entries, Catalog catalog, Clock clock) {
        if (entries.isEmpty()) return;
        groups.add(new Group(
                heading,
                entries.stream().map(other -> brief(other, catalog, clock)).toList()));
    }
}
