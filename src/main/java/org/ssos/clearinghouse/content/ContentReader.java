package org.ssos.clearinghouse.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vocabularies;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads content files into a catalog and reports every problem of every file at once. */
public final class ContentReader {

    /**
     * What became of the files.
     *
     * @param catalog the entries that could be read; absent when a vocabulary or word list could not
     * @param problems all problems, by file and line
     * @param unusable the files whose content is not in the catalog
     */
    public record Reading(@Nullable Catalog catalog, List<Problem> problems, Set<String> unusable) {
        public Reading {
            problems = problems.stream().sorted().distinct().toList();
            unusable = Set.copyOf(unusable);
        }
    }

    private final ContentFiles files;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> unusable = new TreeSet<>();
    private final Map<String, YamlDocument> documents = new TreeMap<>();

    private final List<Part<?>> parts;
    private final SchemaCheck schemas;

    private ContentReader(ContentFiles files, List<Part<?>> parts) {
        this.files = files;
        this.parts = parts;
        schemas = new SchemaCheck(files.texts().entrySet().stream()
                .filter(file -> file.getKey().startsWith("schema/"))
                .collect(Collectors.toMap(file -> file.getKey().substring("schema/".length()), Map.Entry::getValue)));
    }

    /** @param parts what features read for themselves, each after those it builds on */
    public static Reading read(ContentFiles files, List<Part<?>> parts) {
        return new ContentReader(files, parts).read();
    }

    private Reading read() {
        parseAll();
        var vocabularies = vocabularies();
        var wordLists = wordLists();
        var entries = entries();
        if (vocabularies != null) {
            var check = new ReferenceCheck(vocabularies, entries.values());
            entries.forEach((file, entry) -> problems.addAll(check.check(document(file), entry)));
            problems.addAll(check.checkVocabularies(documents));
            documents.forEach((file, document) -> {
                if (partOf(file).isPresent()) problems.addAll(check.check(document));
            });
        }
        var catalog = vocabularies == null || wordLists == null
                ? null
                : new Catalog(List.copyOf(entries.values()), vocabularies, wordLists, files.hashes()).with(schemas);
        for (var part : parts) if (catalog != null) catalog = withPart(catalog, part);
        return new Reading(catalog, problems, unusable);
    }

    private <T> Catalog withPart(Catalog catalog, Part<T> part) {
        var usable = new TreeMap<>(documents);
        usable.keySet().removeAll(unusable);
        return catalog.with(
                part,
                part.read(new PartFiles(
                        part.folder(),
                        catalog,
                        files,
                        usable,
                        this::report,
                        (document, type) -> java.util.Optional.ofNullable(map(document, type)))));
    }

    /** On all processors: most of the time of a start goes here. */
    private void parseAll() {
        files.unreadable().forEach((file, why) -> report(new Problem(file, 1, 1, why)));
        var parsed = files.texts().entrySet().parallelStream()
                .filter(file -> file.getKey().endsWith(".yaml"))
                .map(file -> parsed(file.getKey(), file.getValue()))
                .toList();
        for (var each : parsed) {
            if (each.document() != null) documents.put(each.document().file(), each.document());
            each.problems().forEach(this::report);
        }
    }

    private record Parsed(@Nullable YamlDocument document, List<Problem> problems) {}

    private Parsed parsed(String file, String text) {
        try {
            var document = YamlDocument.parse(file, text);
            var problems = schemaOf(file)
                    .map(schema -> schemas.check(document, schema))
                    .orElseGet(() -> List.of(document.problemAt(
                            List.of(), "no kind of content lies in this folder; content/README.md lists the folders")));
            return new Parsed(document, problems);
        } catch (YamlDocument.Unreadable broken) {
            return new Parsed(null, List.of(broken.problem()));
        }
    }

    private void report(Problem problem) {
        problems.add(problem);
        unusable.add(problem.file());
    }

    private java.util.Optional<String> schemaOf(String file) {
        var folder = file.substring(0, Math.max(0, file.lastIndexOf('/')));
        var inFolder = file.substring(file.lastIndexOf('/') + 1);
        var name = inFolder.replace(".yaml", ".schema.json");
        var schema = folder.equals("vocabulary") || folder.equals("search")
                ? java.util.Optional.of(name)
                : kindOf(file)
                        .map(kind -> kind.id() + ".schema.json")
                        .or(() -> partOf(file)
                                .map(part -> part.schema(
                                        folder.isEmpty() ? inFolder : file.substring(folder.length() + 1))));
        return schema.filter(wanted -> files.texts().containsKey("schema/" + wanted));
    }

    private static java.util.Optional<Kind> kindOf(String file) {
        return java.util.Arrays.stream(Kind.values())
                .filter(kind -> file.matches(kind.path() + "/[^/]+"))
                .findFirst();
    }

    private java.util.Optional<Part<?>> partOf(String file) {
        return parts.stream()
                .<Part<?>>map(part -> part)
                .filter(part -> part.folder().isEmpty() ? !file.contains("/") : file.startsWith(part.folder() + "/"))
                .findFirst();
    }

    private Map<String, Entry> entries() {
        var entries = new LinkedHashMap<String, Entry>();
        var fileOfId = new HashMap<EntryId, String>();
        documents.forEach((file, document) -> kindOf(file).ifPresent(kind -> {
            if (unusable.contains(file)) return;
            var entry = map(document, kind);
            if (entry == null) return;
            var name = file.substring(file.lastIndexOf('/') + 1).replace(".yaml", "");
            boolean named = entry.id().value().equals(name);
            var first = named ? fileOfId.putIfAbsent(entry.id(), file) : null;
            if (!named) {
                report(document.problemAt(
                        List.of("id"),
                        "id is '" + entry.id() + "', but should be '" + name + "' as the file is named"));
            } else if (first != null) {
                report(document.problemAt(
                        List.of("id"), "id '" + entry.id() + "' stands in " + first + " too; an id is used only once"));
            } else {
                entries.put(file, entry);
            }
        }));
        return entries;
    }

    private @Nullable Entry map(YamlDocument document, Kind kind) {
        return map(document, root -> EntryMapper.entry(root, kind));
    }

    private <T> @Nullable T map(YamlDocument document, Class<T> type) {
        return map(document, root -> EntryMapper.value(root, type));
    }

    private <T> @Nullable T map(YamlDocument document, Function<JsonNode, T> read) {
        try {
            return read.apply(document.root());
        } catch (JacksonException wrong) {
            report(inWords(document, wrong));
            return null;
        }
    }

    /** Why a file that its schema allows cannot be read all the same. */
    static Problem inWords(YamlDocument document, JacksonException wrong) {
        var path = wrong instanceof tools.jackson.databind.DatabindException databind
                ? databind.getPath().stream().map(ContentReader::step).toList()
                : List.<String>of();
        var cause = wrong.getCause() == null
                ? wrong.getOriginalMessage()
                : wrong.getCause().getMessage();
        return document.problemAt(path, "`" + String.join("/", path) + "`: " + cause);
    }

    private static String step(JacksonException.Reference reference) {
        return reference.getPropertyName() == null
                ? Integer.toString(reference.getIndex())
                : reference.getPropertyName();
    }

    private @Nullable Vocabularies vocabularies() {
        try {
            return new Vocabularies(
                    EntryMapper.list(list("topics", "areas"), Vocabularies.Area.class),
                    terms("topics", Vocabularies.Topic.class),
                    terms("audiences", Vocabularies.Audience.class),
                    terms("types", Vocabularies.EntryType.class),
                    terms("student-groups", Vocabularies.StudentGroup.class),
                    terms("grade-spans", Vocabularies.Named.class),
                    terms("indicators", Vocabularies.Indicator.class),
                    terms("priorities", Vocabularies.Priority.class),
                    terms("levels", Vocabularies.LevelInfo.class),
                    terms("evidence", Vocabularies.EvidenceTier.class),
                    terms("counties", Vocabularies.County.class),
                    terms("regions", Vocabularies.Region.class),
                    terms("official-lists", Vocabularies.OfficialList.class),
                    new Vocabularies.Terms<>(
                            EntryMapper.list(list("glossary", "terms"), Vocabularies.GlossaryTerm.class)));
        } catch (MissingList missing) {
            report(missing.problem);
        } catch (JacksonException | IllegalStateException wrong) {
            report(new Problem("vocabulary", 1, 1, "a list cannot be read: " + wrong.getMessage()));
        }
        return null;
    }

    private <T extends Vocabularies.Term> Vocabularies.Terms<T> terms(String name, Class<T> type) {
        return new Vocabularies.Terms<>(EntryMapper.list(list(name, name.replace('-', '_')), type));
    }

    private tools.jackson.databind.JsonNode list(String name, String field) {
        var file = "vocabulary/" + name + ".yaml";
        var document = documents.get(file);
        if (document == null || unusable.contains(file)) throw new MissingList(file, "this list is missing or broken");
        var list = document.root().get(field);
        if (list == null) throw new MissingList(file, "the list `" + field + "` is missing");
        return list;
    }

    private @Nullable WordLists wordLists() {
        try {
            var spanish = documents.get("search/spanish.yaml");
            if (spanish == null) throw new MissingList("search/spanish.yaml", "this list is missing or broken");
            return new WordLists(
                    words("search/stop-words.txt"),
                    words("search/weak-words.txt"),
                    words("search/english-words.txt"),
                    EntryMapper.list(spanish.root().get("words"), WordLists.Spanish.class));
        } catch (MissingList missing) {
            report(missing.problem);
        } catch (JacksonException wrong) {
            report(new Problem("search/spanish.yaml", 1, 1, wrong.getOriginalMessage()));
        }
        return null;
    }

    private Set<String> words(String file) {
        var text = files.texts().get(file);
        if (text == null) throw new MissingList(file, "this list is missing");
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toSet());
    }

    private YamlDocument document(String file) {
        return java.util.Objects.requireNonNull(documents.get(file));
    }

    private static final class MissingList extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        MissingList(String file, String message) {
            super(message);
            problem = new Problem(file, 1, 1, message);
        }
    }
}
