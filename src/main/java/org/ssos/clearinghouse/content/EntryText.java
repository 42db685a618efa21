package org.ssos.clearinghouse.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry as the text of its file. The same fields always make the same text, in the order of {@code content/README.md};
 * a change of some fields leaves every other line as it stands; and a text is held against everything that {@code check}
 * asks of one file.
 */
public final class EntryText {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z_][A-Za-z0-9_-]*):(\\s.*)?");

    private EntryText() {}

    /**
     * What became of a text.
     *
     * @param entry absent where the text cannot be read as one
     * @param missing the fields that an entry of this kind has to have and this one lacks
     * @param problems everything else that is wrong
     */
    public record Checked(@Nullable Entry entry, List<String> missing, List<Problem> problems) {
        public Checked {
            missing = List.copyOf(missing);
            problems = problems.stream().sorted().distinct().toList();
        }

        public boolean isPublishable() {
            return entry != null && missing.isEmpty() && problems.isEmpty();
        }

        /** What keeps it from being published, in one sentence; nothing where it can be. */
        public Optional<String> hindrance() {
            if (!problems.isEmpty()) return Optional.of(problems.getFirst().what());
            return missing.isEmpty() ? Optional.empty() : Optional.of("it lacks " + String.join(", ", missing));
        }
    }

    /** The fields that the text holds; nothing where it is no YAML. */
    public static Optional<ObjectNode> fields(String text) {
        try {
            return Optional.of((ObjectNode) YamlDocument.parse("", text).root());
        } catch (YamlDocument.Unreadable noYaml) {
            return Optional.empty();
        }
    }

    /** Why the text is no YAML; nothing where it is. */
    public static Optional<Problem> unreadable(String text) {
        try {
            YamlDocument.parse("", text);
            return Optional.empty();
        } catch (YamlDocument.Unreadable noYaml) {
            return Optional.of(noYaml.problem());
        }
    }

    /** The whole text of an entry with these fields. Reading it gives the same fields again. */
    public static String of(Kind kind, ObjectNode fields) {
        return "# yaml-language-server: $schema=../schema/" + kind.id() + ".schema.json\n" + YamlText.of(fields);
    }

    /**
     * The text with some fields changed, each as a whole; null takes the field away. Every other line stays as it is,
     * comments included, where the text is laid out as usual.
     *
     * @param changes by the name of the field
     */
    public static String with(Kind kind, String text, Map<String, ? extends @Nullable JsonNode> changes) {
        var fields = fields(text).orElseThrow(() -> new IllegalArgumentException("The text is no YAML"));
        var wanted = fields.deepCopy();
        changes.forEach((name, value) -> {
            if (value == null) wanted.remove(name);
            else wanted.set(name, value);
        });
        if (wanted.equals(fields)) return text;
        var spliced = spliced(text, fields, wanted);
        return fields(spliced).filter(wanted::equals).isPresent() ? spliced : of(kind, wanted);
    }

    /**
     * Holds the text against the schema of its kind, the vocabularies and the entries of the catalog.
     *
     * @param changed whose file the text is to be; nothing for a new entry, whose id has to be free
     */
    public static Checked check(Kind kind, @Nullable EntryId changed, String text, Catalog catalog) {
        var file = kind.path() + "/" + (changed == null ? "new" : changed) + ".yaml";
        try {
            return check(YamlDocument.parse(file, text), kind, changed, catalog);
        } catch (YamlDocument.Unreadable broken) {
            return new Checked(null, List.of(), List.of(broken.problem()));
        }
    }

    private static Checked check(YamlDocument document, Kind kind, @Nullable EntryId changed, Catalog catalog) {
        var schema = kind.id() + ".schema.json";
        var missing = catalog.schemas().missing(document, schema);
        var problems = new ArrayList<>(catalog.schemas().checkPresent(document, schema));
        id(document, kind, changed, catalog).ifPresent(problems::add);
        var entry = problems.isEmpty() && missing.isEmpty() ? entry(document, kind, problems) : null;
        var beside = new ArrayList<>(catalog.withArchived());
        if (entry != null) beside.add(entry);
        var references = new ReferenceCheck(catalog.vocabularies(), beside);
        problems.addAll(entry == null ? references.check(document) : references.check(document, entry));
        return new Checked(entry, missing, problems);
    }

    private static Optional<Problem> id(YamlDocument document, Kind kind, @Nullable EntryId changed, Catalog catalog) {
        var id = document.root().path("id").asString("");
        var at = List.of("id");
        if (changed != null && !id.isEmpty() && !id.equals(changed.value())) {
            return Optional.of(document.problemAt(
                    at, "`id` is '" + id + "', but should stay '" + changed + "': an id never changes"));
        }
        var other = changed == null ? null : catalog.find(changed).orElse(null);
        if (other != null && other.kind() != kind) {
            var where = ContentFiles.fileOf(other.kind(), other.id());
            return Optional.of(
                    document.problemAt(at, "`id` '" + id + "' stands in " + where + " too; an id is used only once"));
        }
        return changed == null && catalog.find(id).isPresent()
                ? Optional.of(document.problemAt(at, "`id` '" + id + "' is taken; an id is used only once"))
                : Optional.empty();
    }

    private static @Nullable Entry entry(YamlDocument document, Kind kind, List<Problem> problems) {
        try {
            return EntryMapper.entry(document.root(), kind);
        } catch (JacksonException wrong) {
            problems.add(ContentReader.inWords(document, wrong));
            return null;
        }
    }

    private static String spliced(String text, ObjectNode before, ObjectNode after) {
        var blocks = Blocks.of(text);
        for (var name : YamlText.inOrder(after)) {
            var value = after.path(name);
            if (before.path(name).equals(value)) continue;
            var block = YamlText.of(name, value);
            if (blocks.byField.containsKey(name)) blocks.byField.put(name, block);
            else blocks.insert(name, block);
        }
        before.propertyNames().stream().filter(name -> !after.has(name)).forEach(blocks.byField::remove);
        return blocks.head + String.join("", blocks.byField.values());
    }

    /** A text cut where a field of the entry begins. */
    private static final class Blocks {
        private String head = "";
        private Map<String, String> byField = new LinkedHashMap<>();

        static Blocks of(String text) {
            var blocks = new Blocks();
            var name = "";
            var block = new StringBuilder();
            for (var line : text.split("(?<=\n)", -1)) {
                var field = FIELD.matcher(line.stripTrailing());
                if (field.matches()) {
                    blocks.keep(name, block);
                    name = field.group(1);
                    block = new StringBuilder();
                }
                block.append(line);
            }
            if (!block.isEmpty() && block.charAt(block.length() - 1) != '\n') block.append('\n');
            blocks.keep(name, block);
            return blocks;
        }

        private void keep(String name, CharSequence block) {
            if (name.isEmpty()) head = block.toString();
            else byField.put(name, block.toString());
        }

        /** Behind the nearest field that usually stands before it. */
        void insert(String name, String block) {
            int place = YamlText.place(name);
            var longer = new LinkedHashMap<String, String>();
            var behind = byField.keySet().stream()
                    .filter(field -> YamlText.place(field) < place)
                    .reduce((nearest, field) -> YamlText.place(field) > YamlText.place(nearest) ? field : nearest);
            if (behind.isEmpty()) longer.put(name, block);
            byField.forEach((field, known) -> {
                longer.put(field, known);
                if (behind.filter(field::equals).isPresent()) longer.put(name, block);
            });
            byField = longer;
        }
    }
}
