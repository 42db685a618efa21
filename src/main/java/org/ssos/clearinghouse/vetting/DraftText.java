package org.ssos.clearinghouse.vetting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The YAML of an entry as far as a case has to understand it: its fields by name. */
public record DraftText(String text, JsonNode root) {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final List<String> OF_AGENCIES =
            List.of("publisher", "publishers", "lead_agencies", "agency", "agencies", "organizer", "leas");

    /** A field that differs. */
    public record Change(String field, String before, String after) {
        public String label() {
            var words = field.replace('_', ' ');
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    /** Nothing when the text is no YAML with fields. */
    public static Optional<DraftText> read(String text) {
        return EntryText.fields(text).map(root -> new DraftText(text, root));
    }

    /** The text as it is; without any field when it is no YAML. */
    static DraftText of(String text) {
        return read(text).orElseGet(() -> new DraftText(text, JsonNodeFactory.instance.objectNode()));
    }

    public String id() {
        return root.path("id").asString("");
    }

    public String title() {
        return root.path("title").asString("");
    }

    /** The fields in which this text differs from another; all of them where there is none. */
    public List<Change> changesFrom(@Nullable DraftText before) {
        var old = before == null ? JsonNodeFactory.instance.objectNode() : before.root;
        var fields = new LinkedHashSet<>(root.propertyNames());
        fields.addAll(old.propertyNames());
        return fields.stream()
                .filter(field -> !root.path(field).equals(old.path(field)))
                .map(field -> new Change(field, shown(old.path(field)), shown(root.path(field))))
                .toList();
    }

    /** The organizations that the entry belongs to, by all the names that the directory knows of each. */
    List<String> organizations(Kind kind, Catalog catalog) {
        var named = new LinkedHashSet<String>();
        for (var field : OF_AGENCIES) texts(root.path(field)).forEach(named::add);
        if (kind == Kind.AGENCY) named.addAll(List.of(id(), title()));
        var all = new LinkedHashSet<>(named);
        for (var agency : catalog.all(Kind.AGENCY)) {
            var names = names(agency);
            if (names.stream().anyMatch(named::contains)) all.addAll(names);
        }
        all.remove("");
        return List.copyOf(all);
    }

    /** All names of an organization that the directory knows, its own among them. */
    static Set<String> namesOf(String organization, Catalog catalog) {
        var all = new LinkedHashSet<>(Set.of(organization));
        for (var agency : catalog.all(Kind.AGENCY)) {
            var names = names(agency);
            if (names.stream().anyMatch(organization::equalsIgnoreCase)) all.addAll(names);
        }
        return all;
    }

    private static Set<String> names(Entry agency) {
        var names = new LinkedHashSet<String>(agency.aka());
        names.add(agency.id().value());
        names.add(agency.title());
        if (agency.acronym() != null) names.add(agency.acronym());
        return names;
    }

    private static Stream<String> texts(JsonNode node) {
        if (node.isString()) return Stream.of(node.asString());
        if (node.isArray()) return node.valueStream().flatMap(DraftText::texts);
        if (!node.isObject()) return Stream.empty();
        return Stream.of("name", "agency", "id").map(node::path).flatMap(DraftText::texts);
    }

    /** A value as people read it; empty where there is none. */
    static String shown(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) return "";
        if (node.isArray() && node.valueStream().allMatch(JsonNode::isValueNode)) {
            var values = new ArrayList<String>();
            node.forEach(value -> values.add(value.asString()));
            return String.join(", ", values);
        }
        if (node.isValueNode()) return node.asString();
        return YAML.writeValueAsString(node).replaceFirst("^---\\s*\n?", "").strip();
    }
}
