package org.ssos.clearinghouse.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vocabularies;

/** Everything that is published, as one value that never changes. Safe for use by many threads. */
public final class Catalog {
    private final Map<EntryId, Entry> byId;
    private final Map<Kind, List<Entry>> byKind;
    private final Map<EntryId, List<Entry>> referring;
    private final Vocabularies vocabularies;
    private final WordLists wordLists;
    private final String version;
    private final Map<Part<?>, Object> parts = new HashMap<>();

    /** @param version the hash of all content files */
    public Catalog(List<Entry> entries, Vocabularies vocabularies, WordLists wordLists, String version) {
        this.vocabularies = vocabularies;
        this.wordLists = wordLists;
        this.version = version;
        byId = new LinkedHashMap<>();
        byKind = new EnumMap<>(Kind.class);
        referring = new LinkedHashMap<>();
        var sorted = entries.stream()
                .sorted(Comparator.comparing(Entry::kind).thenComparing(Entry::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
        for (var kind : Kind.values()) byKind.put(kind, new ArrayList<>());
        for (var entry : sorted) {
            byId.put(entry.id(), entry);
            byKind.getOrDefault(entry.kind(), List.of()).add(entry);
        }
        for (var entry : sorted) {
            for (var id : References.from(entry)) {
                referring.computeIfAbsent(id, _ -> new ArrayList<>()).add(entry);
            }
        }
    }

    private Catalog(Catalog other, Part<?> part, Object value) {
        byId = other.byId;
        byKind = other.byKind;
        referring = other.referring;
        vocabularies = other.vocabularies;
        wordLists = other.wordLists;
        version = other.version;
        parts.putAll(other.parts);
        parts.put(part, value);
    }

    /** This catalog with one more part. */
    <T> Catalog with(Part<T> part, T value) {
        return new Catalog(this, part, Objects.requireNonNull(value));
    }

    /** What the files of a part became; the reader was given the list of parts. */
    @SuppressWarnings("unchecked") // with() puts a T beside each Part<T>
    public <T> T part(Part<T> part) {
        var value = (T) parts.get(part);
        if (value == null) throw new IllegalStateException("The folder " + part.folder() + " is not read");
        return value;
    }

    public Optional<Entry> find(EntryId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Entry> find(String id) {
        return EntryId.isValid(id) ? find(new EntryId(id)) : Optional.empty();
    }

    /** By kind, then by title. */
    public List<Entry> all() {
        return List.copyOf(byId.values());
    }

    /** By title. */
    public List<Entry> all(Kind kind) {
        return List.copyOf(byKind.getOrDefault(kind, List.of()));
    }

    /** The entries that name this one in any of their fields, by kind and title. */
    public List<Entry> referringTo(EntryId id) {
        return List.copyOf(referring.getOrDefault(id, List.of()));
    }

    public Vocabularies vocabularies() {
        return vocabularies;
    }

    public WordLists wordLists() {
        return wordLists;
    }

    public String version() {
        return version;
    }
}
