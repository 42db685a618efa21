package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the derived index. Each version of content, index format and program has a folder of its own, so a
 * half-written index is never opened and an old one is never mistaken for the new. Anything in it may be deleted, also
 * while it is searched: an index of usual size is read into memory whole. Where the folder cannot be written to, the index
 * lives in memory alone, and search goes on.
 */
public final class IndexFolder {
    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

    private static final String ENTRIES = "entries";
    private static final String WORDINGS = "wordings";

    /** Some ten thousand entries; the real ones take less than a tenth of it. */
    private static final long MOST_IN_MEMORY = 16L << 20;

    private final Path folder;

    public IndexFolder(Path folder) {
        this.folder = folder;
    }

    /** Opens the index of this version and builds it first where it is missing or broken. */
    public EntryIndex open(String contentVersion, Supplier<Stream<SearchDocument>> documents, Lexicon lexicon)
            throws IOException {
        var home = folder.resolve(name(contentVersion));
        if (Files.isDirectory(home)) {
            try {
                return open(home);
            } catch (IOException | RuntimeException broken) {
                log.warn("The index in {} cannot be read and is built again: {}", home, broken.toString());
            }
        }
        try {
            delete(home);
            build(home, documents.get(), lexicon);
            return open(home);
        } catch (IOException | UncheckedIOException unwritable) {
            log.error("The index cannot be kept in {} and is held in memory: {}", folder, unwritable.toString());
            return inMemory(documents.get(), lexicon);
        }
    }

    private static EntryIndex inMemory(Stream<SearchDocument> documents, Lexicon lexicon) throws IOException {
        var entries = new ByteBuffersDirectory();
        var wordings = new ByteBuffersDirectory();
        EntryIndex.build(entries, wordings, documents, lexicon);
        return EntryIndex.open(entries, wordings);
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
        inFresh(home, fresh -> {
            for (var part : List.of(ENTRIES, WORDINGS)) {
                share(folder.resolve(name(fromVersion)).resolve(part), Files.createDirectory(fresh.resolve(part)));
            }
            try (Directory entries = FSDirectory.open(fresh.resolve(ENTRIES));
                    Directory wordings = FSDirectory.open(fresh.resolve(WORDINGS))) {
                EntryIndex.update(entries, wordings, changes);
            }
        });
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

    /** Whether the index of this version lies on the disk. */
    public boolean holds(String contentVersion) {
        return Files.isDirectory(folder.resolve(name(contentVersion)));
    }

    /** Deletes the index of this version, so that the next {@link #open} builds it from the content. */
    public void forget(String contentVersion) throws IOException {
        delete(folder.resolve(name(contentVersion)));
    }

    /**
     * Deletes what other versions left behind; a reader that still holds such an index may go on with it. What cannot be
     * deleted now is left for the next time.
     */
    public void tidy(String contentVersion) {
        if (!Files.isDirectory(folder)) return;
        try (var children = Files.list(folder)) {
            for (var child : (Iterable<Path>) children.filter(Files::isDirectory)::iterator) {
                if (!child.getFileName().toString().equals(name(contentVersion))) delete(child);
            }
        } catch (IOException | UncheckedIOException kept) {
            log.warn("Old parts of the index cannot be deleted: {}", kept.toString());
        }
    }

    private static String name(String contentVersion) {
        var program = IndexFolder.class.getPackage().getImplementationVersion();
        return "entries-" + EntryIndex.FORMAT + "-" + (program == null ? "dev" : program) + "-"
                + contentVersion.substring(0, Math.min(24, contentVersion.length()));
    }

    private void build(Path home, Stream<SearchDocument> documents, Lexicon lexicon) throws IOException {
        long start = System.nanoTime();
        inFresh(home, fresh -> {
            try (Directory entries = FSDirectory.open(fresh.resolve(ENTRIES));
                    Directory wordings = FSDirectory.open(fresh.resolve(WORDINGS))) {
                EntryIndex.build(entries, wordings, documents, lexicon);
            }
        });
        log.info("Built the index in {} ms", (System.nanoTime() - start) / 1_000_000);
    }

    private interface Writing {
        void into(Path fresh) throws IOException;
    }

    /** Writes beside the others and moves in at once; what fails halfway leaves nothing behind on what may be a full disk. */
    private void inFresh(Path home, Writing work) throws IOException {
        Files.createDirectories(folder);
        var fresh = Files.createTempDirectory(folder, ".new-");
        try {
            work.into(fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException failure) {
            delete(fresh);
            throw failure;
        }
    }

    private static EntryIndex open(Path home) throws IOException {
        return EntryIndex.open(opened(home.resolve(ENTRIES)), opened(home.resolve(WORDINGS)));
    }

    /** In memory, and checked to the last byte, up to a size that memory has room for. */
    private static Directory opened(Path folder) throws IOException {
        var onDisk = FSDirectory.open(folder);
        if (!DirectoryReader.indexExists(onDisk)) throw new IOException("there is no index in it");
        if (size(onDisk) > MOST_IN_MEMORY) return onDisk;
        var memory = new ByteBuffersDirectory();
        for (var name : onDisk.listAll()) {
            if (!name.equals(IndexWriter.WRITE_LOCK_NAME)) memory.copyFrom(onDisk, name, name, IOContext.READONCE);
        }
        onDisk.close();
        EntryIndex.check(memory);
        return memory;
    }

    private static long size(Directory directory) throws IOException {
        long size = 0;
        for (var name : directory.listAll()) size += directory.fileLength(name);
        return size;
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
