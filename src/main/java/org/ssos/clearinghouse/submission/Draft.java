package org.ssos.clearinghouse.submission;

import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry as somebody proposes it: the full text of its file.
 *
 * @param text YAML as in the content folder; what a person typed may be no YAML at all
 * @param entry the entry it is to change; absent for a new one
 * @param base the SHA-256 of the published text that the change was made from, in hexadecimal
 */
public record Draft(
        Kind kind,
        String text,
        @Nullable EntryId entry,
        @Nullable String base) {

    public Draft {
        if ((entry == null) != (base == null)) {
            throw new IllegalArgumentException("A change names both the entry and the text it was made from");
        }
    }

    public boolean isNew() {
        return entry == null;
    }

    /** What the text holds; empty where it is no YAML. */
    public ObjectNode fields() {
        return EntryText.fields(text).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    public String title() {
        return fields().path("title").asString("");
    }

    /** The names of the fields whose values differ between the two, in alphabetical order. */
    public TreeSet<String> changedFields(Draft other) {
        var mine = fields();
        var theirs = other.fields();
        var changed = new TreeSet<String>();
        Stream.concat(mine.propertyNames().stream(), theirs.propertyNames().stream())
                .filter(name -> !Objects.equals(mine.get(name), theirs.get(name)))
                .forEach(changed::add);
        return changed;
    }

    /** Every web address that the text holds, in its order. */
    public Stream<String> addresses() {
        return texts(fields())
                .filter(text -> text.startsWith("https://") || text.startsWith("http://"))
                .distinct();
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString() ? Stream.of(node.asString()) : node.valueStream().flatMap(Draft::texts);
    }
}
