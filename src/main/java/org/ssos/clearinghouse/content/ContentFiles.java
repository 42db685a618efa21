package org.ssos.clearinghouse.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The texts of a content folder by their path below it, with forward slashes. Hidden and backup files are left out. */
public record ContentFiles(SortedMap<String, String> texts) {
    public ContentFiles {
        texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** @throws UncheckedIOException when the folder cannot be read */
    public static ContentFiles in(Path folder) {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                if (isContent(name)) texts.put(name, Files.readString(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the content folder " + folder, failure);
        }
        return new ContentFiles(texts);
    }

    /** Changes when a file is added, removed or edited; cheap enough to be asked every other second. */
    public static String fingerprint(Path folder) throws IOException {
        var stamp = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                stamp.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
            }
        }
        return sha256(Map.of("", stamp.toString()));
    }

    /** SHA-256 over all names and texts, in hexadecimal. */
    public String version() {
        return sha256(texts);
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

    private static String sha256(Map<String, String> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((name, text) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
