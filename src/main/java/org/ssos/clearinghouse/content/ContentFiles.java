package org.ssos.clearinghouse.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;

/** The texts of a content folder by their path below it, with forward slashes. Hidden and backup files are left out. */
public record ContentFiles(SortedMap<String, String> texts) {
    public ContentFiles {
        texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** @throws UncheckedIOException when the folder cannot be read */
    public static ContentFiles in(Path folder) {
        var texts = new TreeMap<String, String>();
        try {
            for (var file : filesOf(folder)) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                if (isContent(name)) texts.put(name, Files.readString(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the content folder " + folder, failure);
        }
        return new ContentFiles(texts);
    }

    /** What each file looks like from outside; cheap enough to be asked every other second. */
    public static SortedMap<String, Stamp> stamps(Path folder) throws IOException {
        var stamps = new TreeMap<String, Stamp>();
        for (var file : filesOf(folder)) {
            var name = folder.relativize(file).toString().replace('\\', '/');
            if (isContent(name)) Stamp.of(file).ifPresent(stamp -> stamps.put(name, stamp));
        }
        return stamps;
    }

    /** What is there. A file that goes while we look, as the drafts of publishing do, is passed over. */
    private static List<Path> filesOf(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
                if (Files.isRegularFile(file)) files.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException && !file.equals(folder)) return FileVisitResult.CONTINUE;
                throw failure;
            }
        });
        return files;
    }

    /** Changes when a file is edited. */
    public record Stamp(
            long size, FileTime modified, @Nullable Object key) {
        /** Nothing where the file has gone meanwhile. */
        public static Optional<Stamp> of(Path file) throws IOException {
            try {
                var seen = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new Stamp(seen.size(), seen.lastModifiedTime(), seen.fileKey()));
            } catch (NoSuchFileException gone) {
                return Optional.empty();
            }
        }
    }

    /** The hash of each file's text, by its path. */
    public SortedMap<String, String> hashes() {
        var hashes = new TreeMap<String, String>();
        texts.forEach((name, text) -> hashes.put(name, sha256(text)));
        return hashes;
    }

    /** SHA-256 over the names and hashes of all files, in hexadecimal. */
    public String version() {
        return version(hashes());
    }

    static String version(SortedMap<String, String> hashes) {
        var all = new StringBuilder();
        hashes.forEach(
                (name, hash) -> all.append(name).append('\0').append(hash).append('\n'));
        return sha256(all.toString());
    }

    /** SHA-256 of the text in UTF-8, in hexadecimal. */
    public static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Where the file of an entry lies below the content folder. */
    public static String fileOf(Kind kind, EntryId id) {
        return kind.path() + "/" + id + ".yaml";
    }

    ContentFiles with(Map<String, String> replaced, Iterable<String> removed) {
        var changed = new TreeMap<>(texts);
        changed.putAll(replaced);
        removed.forEach(changed::remove);
        return new ContentFiles(changed);
    }

    private static boolean isContent(String name) {
        return name.matches("(?!.*(^|/)[.#~]).*\\.(yaml|txt|json|csv|geojson)");
    }
}
