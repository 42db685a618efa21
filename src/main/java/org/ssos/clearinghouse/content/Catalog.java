package org.ssos.clearinghouse.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Flag;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vetting;
import org.ssos.clearinghouse.entry.Vocabularies;

/** Everything that is published, as one value that never changes. Safe for use by many threads. */
public final class Catalog {
    private final Map<EntryId, Entry> byId;
    private final Map<Kind, List<Entry>> byKind;
    private final Map<EntryId, List<Entry>> referring;
    private final Vocabularies vocabularies;
    private final WordLists wordLists;
    private final SortedMap<String, String> hashes;
    private final String vetted;
    private final String version;
    private final @Nullable SchemaCheck schemas;
    private final Map<Part<?>, Object> parts;

    /** @param hashes of the texts of all content files, by their path */
    Catalog(List<Entry> entries, Vocabularies vocabularies, WordLists wordLists, SortedMap<String, String> hashes) {
        this(entries, vocabularies, wordLists, hashes, "", null, Map.of());
    }

    /** @param vetted what the entries' vetting rests on, as a text that changes with it; empty where nothing is known */
    private Catalog(
            List<Entry> entries,
            Vocabularies vocabularies,
            WordLists wordLists,
            SortedMap<String, String> hashes,
            String vetted,
            @Nullable SchemaCheck schemas,
            Map<Part<?>, Object> parts) {
        this.vocabularies = vocabularies;
        this.wordLists = wordLists;
        this.schemas = schemas;
        this.hashes = Collections.unmodifiableSortedMap(hashes);
        this.vetted = vetted;
        this.parts = Map.copyOf(parts);
        var content = ContentFiles.version(hashes);
        version = vetted.isEmpty() ? content : ContentFiles.sha256(content + vetted);
        byId = new LinkedHashMap<>();
        byKind = new EnumMap<>(Kind.class);
        referring = new LinkedHashMap<>();
        var sorted = entries.stream()
                .sorted(Comparator.comparing(Entry::kind).thenComparing(Entry::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
        for (var kind : Kind.values()) byKind.put(kind, new ArrayList<>());
        for (var entry : sorted) {
            byId.put(entry.id(), entry);
            if (!entry.isArchived())
                byKind.getOrDefault(entry.kind(), List.of()).add(entry);
        }
        for (var entry : sorted) {
            if (entry.isArchived()) continue;
            for (var id : References.from(entry)) {
                referring.computeIfAbsent(id, _ -> new ArrayList<>()).add(entry);
            }
        }
    }

    private Catalog(Catalog other, @Nullable SchemaCheck schemas, Map<Part<?>, Object> parts) {
        this.schemas = schemas;
        byId = other.byId;
        byKind = other.byKind;
        referring = other.referring;
        vocabularies = other.vocabularies;
        wordLists = other.wordLists;
        hashes = other.hashes;
        vetted = other.vetted;
        version = other.version;
        this.parts = parts;
    }

    /** This catalog with one more part. */
    <T> Catalog with(Part<T> part, T value) {
        var more = new HashMap<>(parts);
        more.put(part, Objects.requireNonNull(value));
        return new Catalog(this, schemas, Map.copyOf(more));
    }

    /** This catalog with what its files were held against. */
    Catalog with(SchemaCheck check) {
        return new Catalog(this, check, parts);
    }

    /** What the files were held against; the reader keeps it here, so that a draft meets the same rules. */
    SchemaCheck schemas() {
        if (schemas == null) throw new IllegalStateException("This catalog was not read from files");
        return schemas;
    }

    /**
     * This catalog with what is known of the vetting of each entry.
     *
     * @param vettingOf by the entry and the hash of its text
     * @param vetted a text that changes whenever an answer of {@code vettingOf} may
     */
    public Catalog withVetting(BiFunction<Entry, String, Optional<Vetting>> vettingOf, String vetted) {
        var entries = byId.values().stream()
                .map(entry -> entry.withVetting(hashOf(entry)
                        .flatMap(hash -> vettingOf.apply(entry, hash))
                        .orElse(null)))
                .toList();
        return new Catalog(entries, vocabularies, wordLists, hashes, vetted, schemas, parts);
    }

    /**
     * This catalog with what speaks against each entry.
     *
     * @param flagOf by the entry
     * @param vetted a text that changes whenever an answer of {@code flagOf} or the vetting of an entry may
     */
    public Catalog withFlags(Function<Entry, Optional<Flag>> flagOf, String vetted) {
        var entries = byId.values().stream()
                .map(entry -> entry.withFlag(flagOf.apply(entry).orElse(null)))
                .toList();
        return new Catalog(entries, vocabularies, wordLists, hashes, vetted, schemas, parts);
    }

    /**
     * This catalog with an entry added, or in place of the one of the same id.
     *
     * @param files the hashes of the files that were written with it, by their path
     * @param vetted as in {@link #withVetting}
     */
    public Catalog with(Entry entry, Map<String, String> files, String vetted) {
        var changed = new LinkedHashMap<>(byId);
        changed.put(entry.id(), entry);
        var changedHashes = new TreeMap<>(hashes);
        changedHashes.putAll(files);
        return new Catalog(
                List.copyOf(changed.values()), vocabularies, wordLists, changedHashes, vetted, schemas, parts);
    }

    /** SHA-256 of the text that the entry was read from, in hexadecimal. */
    public Optional<String> hashOf(Entry entry) {
        return Optional.ofNullable(hashes.get(ContentFiles.fileOf(entry.kind(), entry.id())));
    }

    /** What the files of a part became; the reader was given the list of parts. */
    @SuppressWarnings("unchecked") // with() puts a T beside each Part<T>
    public <T> T part(Part<T> part) {
        var value = (T) parts.get(part);
        if (value == null) throw new IllegalStateException("The folder " + part.folder() + " is not read");
        return value;
    }

    /** Also where it is archived: an address never ends. */
    public Optional<Entry> find(EntryId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Entry> find(String id) {
        return EntryId.isValid(id) ? find(new EntryId(id)) : Optional.empty();
    }

    /** Where the directory shows it; what a page leads to. */
    public Optional<Entry> shown(EntryId id) {
        return find(id).filter(entry -> !entry.isArchived());
    }

    public Optional<Entry> shown(String id) {
        return find(id).filter(entry -> !entry.isArchived());
    }

    /** What the directory shows, by kind, then by title. */
    public List<Entry> all() {
        return byId.values().stream().filter(entry -> !entry.isArchived()).toList();
    }

    /** With what is archived, by kind, then by title. */
    public List<Entry> withArchived() {
        return List.copyOf(byId.values());
    }

    /** What the directory shows of a kind, by title. */
    public List<Entry> all(Kind kind) {
        return List.copyOf(byKind.getOrDefault(kind, List.of()));
    }

    /** The shown entries that name this one in any of their fields, by kind and title. */
    public List<Entry> referringTo(EntryId id) {
        return List.copyOf(referring.getOrDefault(id, List.of()));
    }

    public Vocabularies vocabularies() {
        return vocabularies;
    }

    public WordLists wordLists() {
        return wordLists;
    }

    /** Changes whenever anything that is shown may have changed. */
    public String version() {
        return version;
    }
}
