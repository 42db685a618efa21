package org.ssos.clearinghouse.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
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

/**
 * The texts of a content folder by their path below it, with forward slashes. Hidden and backup files are left out.
 *
 * @param unreadable what bears the name of a content file and cannot be read as one, with the reason
 */
public record ContentFiles(SortedMap<String, String> texts, SortedMap<String, String> unreadable) {
    /** Many times the largest file there is. */
    private static final long LARGEST = 16L << 20;

    public ContentFiles {
        texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        unreadable = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(unreadable));
    }

    public ContentFiles(SortedMap<String, String> texts) {
        this(texts, new TreeMap<>());
    }

    /** @throws UncheckedIOException when the folder cannot be read */
    public static ContentFiles in(Path folder) {
        var texts = new TreeMap<String, String>();
        var unreadable = new TreeMap<String, String>();
        try {
            for (var file : filesOf(folder)) {
                var name = nameOf(folder, file);
                if (isContent(name)) read(file, name, texts, unreadable);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the content folder " + folder, failure);
        }
        return new ContentFiles(texts, unreadable);
    }

    /** The text of one file; nothing where it is gone, or is nothing that can be read as a content file. */
    public static Optional<String> text(Path file) {
        var text = new TreeMap<String, String>();
        read(file, "it", text, new TreeMap<>());
        return Optional.ofNullable(text.get("it"));
    }

    private static void read(Path file, String name, Map<String, String> texts, Map<String, String> unreadable) {
        try {
            if (Files.isDirectory(file)) {
                unreadable.put(name, "this is a folder, but should be a file");
            } else if (Files.size(file) > LARGEST) {
                unreadable.put(name, "this file is larger than " + (LARGEST >> 20) + " MB, which no content is");
            } else {
                texts.put(name, Files.readString(file));
            }
        } catch (NoSuchFileException gone) {
            // Deleted while we looked.
        } catch (CharacterCodingException otherBytes) {
            unreadable.put(name, "this file is no text in UTF-8");
        } catch (IOException failure) {
            unreadable.put(name, "this file cannot be read: " + failure);
        }
    }

    private static String nameOf(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** What each file looks like from outside; cheap enough to be asked every other second. */
    public static SortedMap<String, Stamp> stamps(Path folder) throws IOException {
        var stamps = new TreeMap<String, Stamp>();
        for (var file : filesOf(folder)) {
            var name = nameOf(folder, file);
            if (isContent(name)) Stamp.of(file).ifPresent(stamp -> stamps.put(name, stamp));
        }
        return stamps;
    }

    /**
     * What is there, folders that bear the name of a file among it. A file that goes while we look, as the drafts of
     * publishing do, is passed over.
     */
    private static List<Path> filesOf(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes seen) {
                if (!each.equals(folder) && isContent(nameOf(folder, each))) files.add(each);
                return FileVisitResult.CONTINUE;
            }

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

    /** The same of hashes that are known. */
    public static String version(SortedMap<String, String> hashes) {
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

    /** Whether a path below the folder is that of a text that is read. */
    public static boolean isContent(String name) {
        return name.matches("(?!.*(^|/)[.#~]).*\\.(yaml|txt|json|csv|geojson)");
    }
}
