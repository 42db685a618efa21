package org.ssos.clearinghouse.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.backup.Manifest.Packed;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.DatabaseFile;

/**
 * The zip that a backup is: {@code content/}, {@code last-good/}, the database, and at the end {@code backup.json} with
 * the hash of each file before it.
 */
final class Archive {
    static final String CONTENT = "content";
    static final String LAST_GOOD = "last-good";

    private Archive() {}

    /** It is not as it was written, or is no backup; the message goes on after "it is damaged:". */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        private Damaged(String how) {
            super(how);
        }

        private Damaged(String how, Exception cause) {
            super(how, cause);
        }
    }

    /** Writes one, file after file, in bounded memory. */
    static final class Writer {
        private final ZipOutputStream zip;
        private final SortedMap<String, Packed> files = new TreeMap<>();

        Writer(OutputStream out) {
            zip = new ZipOutputStream(out);
        }

        /** Everything in the folder but what is hidden; a file that goes meanwhile is passed over. */
        void addAll(String name, Path folder) throws IOException {
            for (var file : Folders.filesBelow(folder)) {
                try {
                    add(name + "/" + folder.relativize(file).toString().replace('\\', '/'), file);
                } catch (NoSuchFileException gone) {
                    // As if it had gone before.
                }
            }
        }

        void add(String name, Path file) throws IOException {
            try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
                zip.putNextEntry(new ZipEntry(name));
                long size = in.transferTo(zip);
                zip.closeEntry();
                files.put(name, new Packed(hex(in.getMessageDigest()), size));
            }
        }

        /** The last thing. */
        Manifest end(String program, int schema, Instant made, SortedMap<String, Long> counts) throws IOException {
            var manifest = new Manifest(Manifest.FORMAT, program, schema, contentVersion(files), made, counts, files);
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest.json());
            zip.closeEntry();
            zip.finish();
            zip.flush();
            return manifest;
        }
    }

    /**
     * Reads a whole backup, puts its files where they are wanted, and holds each against its hash.
     *
     * @param places where a file goes, by its path in the backup
     * @throws Damaged when it is damaged or not ours
     * @throws IOException when a file cannot be read or written
     */
    static Manifest unpack(InputStream in, Function<String, Path> places) throws IOException {
        try {
            return unpacked(in, places);
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw new Damaged("it cannot be read to its end", broken);
        } catch (IOException failure) {
            // What was encrypted says itself when it was changed.
            if (failure.getCause() instanceof GeneralSecurityException)
                throw new Damaged("it cannot be decrypted to its end", failure);
            throw failure;
        }
    }

    private static Manifest unpacked(InputStream in, Function<String, Path> places) throws IOException {
        var found = new TreeMap<String, Packed>();
        Manifest manifest = null;
        var zip = new ZipInputStream(in);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var name = entry.getName();
            if (manifest != null) throw new Damaged("something follows its " + Manifest.NAME);
            if (name.equals(Manifest.NAME)) {
                manifest = manifest(zip.readAllBytes());
            } else {
                if (found.containsKey(name)) throw new Damaged("it holds a file twice: " + name);
                found.put(name, write(zip, placed(name, places)));
            }
        }
        // The end of an encrypted file proves that nothing was cut off.
        in.transferTo(OutputStream.nullOutputStream());
        return whole(manifest, found);
    }

    private static Manifest manifest(byte[] json) throws IOException {
        try {
            return Manifest.read(json);
        } catch (IllegalArgumentException unreadable) {
            throw new Damaged(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static Manifest whole(@Nullable Manifest manifest, SortedMap<String, Packed> found) throws IOException {
        if (manifest == null) throw new Damaged("it has no " + Manifest.NAME + ", so it is cut off or no backup");
        for (var each : manifest.files().entrySet()) {
            var packed = found.remove(each.getKey());
            if (packed == null) throw new Damaged("its file " + each.getKey() + " is missing");
            if (!packed.equals(each.getValue())) throw new Damaged("its file " + each.getKey() + " was changed");
        }
        if (!found.isEmpty()) throw new Damaged("nothing vouches for its file " + found.firstKey());
        if (!manifest.files().containsKey(DatabaseFile.NAME)) throw new Damaged("its database is missing");
        return manifest;
    }

    /** Only where we put files ourselves: never outside, never over something hidden. */
    private static Path placed(String name, Function<String, Path> places) throws IOException {
        if (!name.equals(DatabaseFile.NAME) && !name.matches("(content|last-good)(/(?![.#~])[^/\\\\\\x00]+)+")) {
            throw new Damaged("its file '" + name + "' has no place here");
        }
        return places.apply(name);
    }

    private static Packed write(InputStream in, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var digested = new DigestInputStream(in, sha256());
        if (file.endsWith(DatabaseFile.NAME)) Folders.makePrivateFile(file);
        else Files.createFile(file);
        try (var out = Files.newOutputStream(file)) {
            long size = digested.transferTo(out);
            return new Packed(hex(digested.getMessageDigest()), size);
        }
    }

    private static String contentVersion(SortedMap<String, Packed> files) {
        var hashes = new TreeMap<String, String>();
        files.forEach((name, packed) -> {
            if (!name.startsWith(CONTENT + "/")) return;
            var below = name.substring(CONTENT.length() + 1);
            if (ContentFiles.isContent(below)) hashes.put(below, packed.sha256());
        });
        return ContentFiles.version(hashes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
