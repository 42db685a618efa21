package org.ssos.clearinghouse.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;

/** The two folders of a site with little in them: some content, and a database with a row that tests change. */
final class SmallSite {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T03:15:20Z"), ZoneOffset.UTC);

    final Path content;
    final Path data;

    SmallSite(Path folder) throws Exception {
        content = folder.resolve("content");
        data = folder.resolve("data");
        write("resources/a.yaml", "id: a\n");
        write("vocabulary/topics.yaml", "topics: []\n");
        write("README.md", "How to edit.\n");
        write("resources/.a.yaml.draft", "half");
        write(".git/HEAD", "ref: refs/heads/main\n");
        Files.createDirectories(data.resolve("last-good/resources"));
        Files.writeString(data.resolve("last-good/resources/a.yaml"), "id: a\n");
        put("first");
    }

    void write(String file, String text) throws IOException {
        var path = content.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    void put(String value) throws Exception {
        try (var database = Database.in(data)) {
            database.write(handle -> handle.execute(
                    "INSERT INTO site_key (name, value) VALUES ('n', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    value));
        }
    }

    String value() throws Exception {
        try (var database = Database.in(data)) {
            return database.read(handle -> handle.createQuery("SELECT value FROM site_key WHERE name = 'n'")
                    .mapTo(String.class)
                    .one());
        }
    }

    BackupPlan plan(int keep, @Nullable Recipient key) {
        return new BackupPlan(data.resolve("backups"), null, keep, key);
    }

    Backups backups(@Nullable Recipient key) {
        return backups(plan(14, key), CLOCK);
    }

    Backups backups(BackupPlan plan, Clock clock) {
        return new Backups(content, data, plan, _ -> Set.of(), "1.2.3", clock);
    }

    Places places() {
        return new Places(content, data, data.resolve("backups"));
    }

    Restore restore() {
        return restore(_ -> {});
    }

    /** @param steps is told each step before it is taken */
    Restore restore(Consumer<String> steps) {
        return new Restore(places(), _ -> Set.of(), _ -> {}, CLOCK, steps);
    }

    /** Everything a reader or the program sees of it, but no backups, locks or what is hidden. */
    SortedMap<String, String> seen() throws Exception {
        var seen = new TreeMap<>(ContentFiles.in(content).texts());
        ContentFiles.in(data.resolve("last-good")).texts().forEach((name, text) -> seen.put("last-good/" + name, text));
        seen.put("value", value());
        seen.put("HEAD", Files.readString(content.resolve(".git/HEAD")));
        return seen;
    }
}
