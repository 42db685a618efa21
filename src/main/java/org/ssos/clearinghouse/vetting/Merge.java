package org.ssos.clearinghouse.vetting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.entry.Kind;
import tools.jackson.databind.JsonNode;

/**
 * Two changes of one text, brought together field by field. What only one side changed is taken from it.
 *
 * @param text where both changed a field, it says what is proposed
 * @param clashes those fields, for a person to look at
 */
public record Merge(String text, List<Clash> clashes) {
    public Merge {
        clashes = List.copyOf(clashes);
    }

    /** A field as both began with it, as it stands on the site, and as it is proposed. */
    public record Clash(String field, String before, String onSite, String proposed) {
        public String label() {
            return new DraftText.Change(field, before, proposed).label();
        }
    }

    /** Nothing where one of the texts is no YAML. */
    static Optional<Merge> of(Kind kind, String before, String onSite, String proposed) {
        var base = DraftText.read(before);
        var theirs = DraftText.read(onSite);
        var mine = DraftText.read(proposed);
        if (base.isEmpty() || theirs.isEmpty() || mine.isEmpty()) return Optional.empty();
        var changes = new LinkedHashMap<String, @Nullable JsonNode>();
        var clashes = new ArrayList<Clash>();
        for (var change : mine.get().changesFrom(base.get())) {
            var field = change.field();
            changes.put(field, mine.get().root().get(field));
            var there = theirs.get().root().path(field);
            var changedThere = !there.equals(base.get().root().path(field));
            if (changedThere && !there.equals(mine.get().root().path(field))) {
                clashes.add(new Clash(field, change.before(), DraftText.shown(there), change.after()));
            }
        }
        return Optional.of(new Merge(EntryText.with(kind, onSite, changes), clashes));
    }
}
