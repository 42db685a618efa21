package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the derived index. Each version of content, index format and program has a folder of its own, so a
 * half-written index is never opened and an old one is never mistaken for the new. Anything in it may be deleted.
 */
public final class IndexFolder {
    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

    private static final String ENTRIES = "entries";
    private static final String WORDINGS = "wordings";

    private final Path folder;

    public IndexFolder(Path folder) {
        this.folder = folder;
    }

    /** Opens the index of this version and builds it first where it is missing or broken. */
    public EntryIndex open(String contentVersion, Stream<SearchDocument> documents, Lexicon lexicon)
            throws IOException {
        var home = folder.resolve(name(contentVersion));
        if (Files.isDirectory(home)) {
            try {
                return open(home);
            } catch (IOException | IllegalArgumentException broken) {
                log.warn("The index in {} cannot be read and is built again: {}", home, broken.toString());
                delete(home);
            }
        }
        build(home, documents, lexicon);
        return open(home);
    }

    /**
     * Makes the index of the next version from that of another, changing only the given entries, and opens it. Files of
     * an index are never written twice, so the two share most of them.
     *
     * @throws IOException when the index of the other version is not there; then {@link #open} builds it
     */
    public EntryIndex update(String fromVersion, String toVersion, List<EntryIndex.Change> changes) throws IOException {
        var home = folder.resolve(name(toVersion));
        if (Files.isDirectory(home)) delete(home);
        var fresh = Files.createTempDirectory(folder, ".new-");
        for (var part : List.of(ENTRIES, WORDINGS)) {
            share(folder.resolve(name(fromVersion)).resolve(part), Files.createDirectory(fresh.resolve(part)));
        }
        try (Directory entries = FSDirectory.open(fresh.resolve(ENTRIES));
                Directory wordings = FSDirectory.open(fresh.resolve(WORDINGS))) {
            EntryIndex.update(entries, wordings, changes);
        }
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        return open(home);
    }

    private static void share(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var name = file.getFileName().toString();
                if (name.equals(IndexWriter.WRITE_LOCK_NAME)) continue;
                try {
                    Files.createLink(to.resolve(name), file);
                } catch (UnsupportedOperationException | FileSystemException withoutLinks) {
                    Files.copy(file, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Deletes the index of this version, so that the next {@link #open} builds it from the content. */
    public void forget(String contentVersion) throws IOException {
        delete(folder.resolve(name(contentVersion)));
    }

    /** Deletes what other versions left behind; a reader that still holds such an index may go on with it. */
    public void tidy(String contentVersion) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (var children = Files.list(folder)) {
            for (var child : (Iterable<Path>) children.filter(Files::isDirectory)::iterator) {
                if (!child.getFileName().toString().equals(name(contentVersion))) delete(child);
            }
        }
    }

    private static String name(String contentVersion) {
        var program = IndexFolder.class.getPackage().getImplementationVersion();
        return "entries-" + EntryIndex.FORMAT + "-" + (program == null ? "dev" : program) + "-"
                + contentVersion.substring(0, Math.min(24, contentVersion.length()));
    }

    private void build(Path home, Stream<SearchDocument> documents, Lexicon lexicon) throws IOException {
        Files.createDirectories(folder);
        var fresh = Files.createTempDirectory(folder, ".new-");
        long start = System.nanoTime();
        try (Directory entries = FSDirectory.open(fresh.resolve(ENTRIES));
                Directory wordings = FSDirectory.open(fresh.resolve(WORDINGS))) {
            EntryIndex.build(entries, wordings, documents, lexicon);
        }
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        log.info("Built the index in {} ms", (System.nanoTime() - start) / 1_000_000);
    }

    private static EntryIndex open(Path home) throws IOException {
        var entries = FSDirectory.open(home.resolve(ENTRIES));
        var wordings = FSDirectory.open(home.resolve(WORDINGS));
        if (!DirectoryReader.indexExists(entries) || !DirectoryReader.indexExists(wordings)) {
            throw new IOException("there is no index in it");
        }
        return EntryIndex.open(entries, wordings);
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) return;
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
