package org.ssos.clearinghouse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ssos.clearinghouse.faults.JavaProcess;
import org.ssos.clearinghouse.search.EntryIndex;
import org.ssos.clearinghouse.search.EntrySearch;
import org.ssos.clearinghouse.search.IndexFolder;
import org.ssos.clearinghouse.search.SearchThreads;

/**
 * The indexes of synthetic entries in {@code target/bench}. Each is built once and kept until the content or the way of
 * indexing changes.
 */
final class SyntheticIndex {
    private static final Path FOLDER = Path.of("target", "bench");

    /** Enough for a million entries, because a build holds none of them longer than it needs. */
    private static final String HEAP = "-Xmx2g";

    /** What decides what stands in an index, besides the content. */
    private static final List<String> WRITERS =
            List.of("EntryIndex", "EntryDocuments", "Fields", "Lexicon", "SearchDocument", "Text", "WordingIndex");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private SyntheticIndex() {}

    /** Opens the index of so many entries; where it is missing, a process of its own with a small heap builds it. */
    static EntrySearch open(RealContent content, int entries) throws IOException, InterruptedException {
        var status = JavaProcess.command(List.of(HEAP), SyntheticIndex.class.getName(), Integer.toString(entries))
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) throw new IllegalStateException("Building the index failed with status " + status);
        var index = folder(entries).open(version(content), Stream::empty, content.lexicon());
        return new EntrySearch(index, content.lexicon(), new SearchThreads(), CLOCK);
    }

    /** Builds the index of so many entries unless there is one. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        int entries = Integer.parseInt(arguments[0]);
        var content = RealContent.read();
        var version = version(content);
        var before = versions(entries);
        long start = System.nanoTime();
        folder(entries)
                .open(version, () -> new SyntheticEntries(content.documents()).first(entries), content.lexicon())
                .close();
        double seconds = (System.nanoTime() - start) / 1e9;
        folder(entries).tidy(version);
        System.out.printf(
                "%nIndex of %,d entries: %.1f MiB, %s%n",
                entries,
                bytes(path(entries)) / (double) (1 << 20),
                versions(entries).equals(before)
                        ? "built before"
                        : "built in %.1f s with a heap of at most %d MiB"
                                .formatted(seconds, Runtime.getRuntime().maxMemory() >> 20));
    }

    private static Set<Path> versions(int entries) throws IOException {
        try (var folders = Files.list(Files.createDirectories(path(entries)))) {
            return folders.collect(Collectors.toSet());
        }
    }

    private static IndexFolder folder(int entries) {
        return new IndexFolder(path(entries));
    }

    private static Path path(int entries) {
        return FOLDER.resolve("entries-" + entries);
    }

    private static String version(RealContent content) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(content.catalog().version().getBytes(StandardCharsets.UTF_8));
            for (var writer : WRITERS) digest.update(bytecode(EntryIndex.class, writer));
            digest.update(bytecode(SyntheticEntries.class, "SyntheticEntries"));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] bytecode(Class<?> neighbour, String name) throws IOException {
        try (var file = neighbour.getResourceAsStream(name + ".class")) {
            if (file == null) throw new IllegalStateException("There is no class " + name);
            return file.readAllBytes();
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(SyntheticIndex::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
