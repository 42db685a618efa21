package org.ssos.clearinghouse.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is different in one field of two texts of an entry.
 *
 * @param field as the content file names it
 * @param removed what only the first text says, one line for each value
 * @param added what only the second text says
 */
public record FieldChange(String field, List<String> removed, List<String> added) {
    public FieldChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /**
     * Field by field, in the order of the second text.
     *
     * @param before absent where there was nothing
     */
    public static List<FieldChange> between(@Nullable String before, String after) {
        var first = before == null ? null : root(before);
        var second = root(after);
        var fields = new LinkedHashSet<String>();
        if (second != null) fields.addAll(second.propertyNames());
        if (first != null) fields.addAll(first.propertyNames());
        if (second == null) return List.of(); // no YAML: nothing can be said of its fields
        return fields.stream()
                .map(field -> of(field, lines(first, field), lines(second, field)))
                .filter(change -> !change.removed().isEmpty() || !change.added().isEmpty())
                .toList();
    }

    private static FieldChange of(String field, List<String> before, List<String> after) {
        return new FieldChange(field, without(before, after), without(after, before));
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private static @Nullable JsonNode root(String text) {
        try {
            return YamlDocument.parse("", text).root();
        } catch (YamlDocument.Unreadable broken) {
            return null;
        }
    }

    private static List<String> lines(@Nullable JsonNode root, String field) {
        var value = root == null ? null : root.get(field);
        if (value == null) return List.of();
        if (!value.isArray()) return List.of(inWords(value));
        var lines = new ArrayList<String>();
        value.forEach(item -> lines.add(inWords(item)));
        return lines;
    }

    private static String inWords(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(each -> each.getKey() + ": " + inWords(each.getValue()))
                    .collect(Collectors.joining("; "));
        }
        if (value.isArray()) {
            return value.valueStream().map(FieldChange::inWords).collect(Collectors.joining(", "));
        }
        return value.asString();
    }
}
