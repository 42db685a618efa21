package org.ssos.clearinghouse.publishing;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.ContentFiles.Stamp;

/**
 * A content file that is only ever seen whole: with its old text or with its new one. What somebody else wrote into it
 * is never lost: it is replaced only while it still is what the new text was made from.
 */
final class EntryFile {
    private final Path file;
    private final Path draft;
    private final Path before;
    private final Consumer<Step> steps;

    sealed interface Outcome {
        /** The file holds the text. */
        record Holds(Stamp stamp) implements Outcome {}

        /** It holds something else, or nothing, and was left alone. */
        record Other(@Nullable String text) implements Outcome {}
    }

    /** @param steps is told each step before the next one */
    EntryFile(Path file, Consumer<Step> steps) {
        this.file = file;
        // Names that start with a dot are no content.
        draft = file.resolveSibling("." + file.getFileName() + ".draft");
        before = file.resolveSibling("." + file.getFileName() + ".before");
        this.steps = steps;
    }

    /**
     * Writes the text in place of the one it was made from; to do it again changes nothing.
     *
     * @param base SHA-256 of what should be there; absent where there should be nothing
     */
    Outcome replace(@Nullable String base, String text) throws IOException {
        var target = ContentFiles.sha256(text);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        var edited = editedMeanwhile(base, target);
        if (edited != null) return leaveAlone(edited);
        var found = read(file);
        if (isText(found, target)) return settled();
        if (!isText(found, base)) return leaveAlone(found);
        var stamp = draft(text);
        if (base == null) {
            if (!create()) return leaveAlone(read(file));
        } else {
            keepBefore();
            if (!isText(read(before), base)) {
                Files.delete(before);
                return leaveAlone(read(file));
            }
            Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
        }
        steps.accept(Step.REPLACED);
        edited = editedMeanwhile(base, target);
        if (edited != null) return leaveAlone(edited);
        flush(file.getParent());
        steps.accept(Step.SETTLED);
        return new Outcome.Holds(stamp);
    }

    /** Writes the text over whatever is there. */
    Stamp overwrite(String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        var found = read(file);
        if (isText(found, ContentFiles.sha256(text))) return Stamp.of(file).orElseThrow();
        var stamp = draft(text);
        Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
        flush(file.getParent());
        return stamp;
    }

    private Outcome leaveAlone(@Nullable String found) throws IOException {
        Files.deleteIfExists(draft);
        return new Outcome.Other(found);
    }

    private Outcome settled() throws IOException {
        Files.deleteIfExists(draft);
        var stamp = Stamp.of(file);
        flush(Objects.requireNonNull(file.getParent()));
        return stamp.isPresent() ? new Outcome.Holds(stamp.get()) : new Outcome.Other(null);
    }

    /** Renaming keeps what a file looks like from outside, so this is how it will look. */
    private Stamp draft(String text) throws IOException {
        try (var channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            steps.accept(Step.DRAFTED);
            channel.force(true);
        }
        steps.accept(Step.FLUSHED);
        return Stamp.of(draft).orElseThrow();
    }

    /** Never in place of a file that came meanwhile. */
    private boolean create() throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException meanwhile) {
            return false;
        } catch (UnsupportedOperationException withoutLinks) {
            Files.move(draft, file, ATOMIC_MOVE);
        }
        Files.deleteIfExists(draft);
        return true;
    }

    /** A second name for what lies there, so that somebody who writes into it at this very moment loses nothing. */
    private void keepBefore() throws IOException {
        Files.deleteIfExists(before);
        try {
            Files.createLink(before, file);
        } catch (UnsupportedOperationException withoutLinks) {
            Files.copy(file, before);
        }
    }

    /** What was written into the old file while it was replaced; it is put back. */
    private @Nullable String editedMeanwhile(@Nullable String base, String target) throws IOException {
        var kept = read(before);
        if (kept == null) return null;
        if (isText(kept, base) || isText(kept, target) || !isText(read(file), target)) {
            Files.delete(before);
            return null;
        }
        Files.move(before, file, ATOMIC_MOVE, REPLACE_EXISTING);
        return kept;
    }

    private static boolean isText(@Nullable String text, @Nullable String hash) {
        return text == null ? hash == null : ContentFiles.sha256(text).equals(hash);
    }

    static @Nullable String read(Path path) throws IOException {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (NoSuchFileException absent) {
            return null;
        }
    }

    private static void flush(Path folder) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) return; // knows no such thing
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
