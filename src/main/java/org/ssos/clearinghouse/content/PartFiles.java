package org.ssos.clearinghouse.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The files of one {@link Part}. Used by one thread at a time. */
public final class PartFiles {
    private final String folder;
    private final Catalog catalog;
    private final ContentFiles files;
    private final Map<String, YamlDocument> documents;
    private final Consumer<Problem> problems;
    private final BiFunction<YamlDocument, Class<?>, Optional<?>> mapper;

    /**
     * @param catalog the entries, the vocabularies and the parts read before
     * @param documents the YAML files that pass their schemas
     * @param mapper reads a document into a record and reports what cannot be read
     */
    PartFiles(
            String folder,
            Catalog catalog,
            ContentFiles files,
            Map<String, YamlDocument> documents,
            Consumer<Problem> problems,
            BiFunction<YamlDocument, Class<?>, Optional<?>> mapper) {
        this.folder = folder.isEmpty() ? "" : folder + "/";
        this.catalog = catalog;
        this.files = files;
        this.documents = documents;
        this.problems = problems;
        this.mapper = mapper;
    }

    /** A file as a value, which can say where in the file something is wrong. */
    public final class Parsed<V> {
        private final YamlDocument document;
        private final V value;

        private Parsed(YamlDocument document, V value) {
            this.document = document;
            this.value = value;
        }

        public V value() {
            return value;
        }

        /** Says that something is wrong with the file as a whole. */
        public void report(String what) {
            problems.accept(document.problemAt(List.of(), what));
        }

        /** @param path field names and positions in lists, such as {@code nodes, 0, question} */
        public void report(List<String> path, String what) {
            problems.accept(document.problemAt(path, what));
        }
    }

    /** The entries, the vocabularies and the parts read before. */
    public Catalog catalog() {
        return catalog;
    }

    /** The names of the files in the folder, such as {@code 52071.yaml}. */
    public List<String> names() {
        return files.texts().keySet().stream()
                .filter(file -> file.startsWith(folder))
                .map(file -> file.substring(folder.length()))
                .toList();
    }

    /** All YAML files of the folder, by name. */
    public <V> List<Parsed<V>> yaml(Class<V> type) {
        var all = new ArrayList<Parsed<V>>();
        for (var file : files.texts().keySet()) {
            if (file.startsWith(folder))
                yaml(file.substring(folder.length()), type).ifPresent(all::add);
        }
        return all;
    }

    /**
     * Reads a YAML file; where it has an {@code id}, that has to be the file's name.
     *
     * @param name of the file inside the folder; nothing where it is missing or broken, which was reported
     */
    public <V> Optional<Parsed<V>> yaml(String name, Class<V> type) {
        var document = documents.get(folder + name);
        if (document == null) return Optional.empty();
        var id = document.root().get("id");
        if (id != null && !name.equals(id.asString() + ".yaml")) {
            problems.accept(document.problemAt(
                    id,
                    "id is '" + id.asString() + "', but should be '" + name.replace(".yaml", "")
                            + "' as the file is named"));
            return Optional.empty();
        }
        return mapper.apply(document, type).map(value -> new Parsed<>(document, type.cast(value)));
    }

    /** The whole text of a file that is not YAML. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(files.texts().get(folder + name));
    }

    /**
     * Says what is wrong with a file that is not YAML.
     *
     * @param line from 1
     * @param column from 1
     */
    public void report(String name, int line, int column, String what) {
        problems.accept(new Problem(folder + name, line, column, what));
    }
}
