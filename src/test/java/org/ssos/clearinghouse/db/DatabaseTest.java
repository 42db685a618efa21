package org.ssos.clearinghouse.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void what_is_written_is_read_also_after_a_restart() throws Exception {
        try (var database = Database.in(folder)) {
            add(database, 7);
        }
        try (var database = Database.in(folder)) {
            assertThat(value(database)).isEqualTo(7);
        }
    }

    @Test
    void a_transaction_that_throws_leaves_nothing_behind() throws Exception {
        try (var database = Database.in(folder)) {
            add(database, 1);
            assertThatThrownBy(() -> database.write(handle -> {
                        add(handle, 5);
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(value(database)).isEqualTo(1);
            add(database, 1);
            assertThat(value(database)).isEqualTo(2);
        }
    }

    @Test
    void readers_see_whole_transactions_and_cannot_write() throws Exception {
        try (var database = Database.in(folder)) {
            add(database, 1);
            database.write(handle -> {
                add(handle, 1);
                assertThat(value(database)).isEqualTo(1);
                return handle;
            });
            assertThat(value(database)).isEqualTo(2);
            assertThatThrownBy(() -> database.read(handle -> handle.execute("DELETE FROM site_key")))
                    .hasMessageContaining("readonly");
            assertThatThrownBy(() -> database.write(_ -> database.write(handle -> handle)))
                    .hasMessage("Already in a transaction that writes");
        }
    }

    @Test
    void what_was_deleted_is_forgotten_by_the_file_its_log_and_what_moved_between_pages() throws Exception {
        try (var database = Database.in(folder)) {
            for (int i = 0; i < 200; i++) {
                var name = "secret-" + i;
                var value = name + "x".repeat(37 * (i % 50));
                database.write(
                        handle -> handle.execute("INSERT INTO site_key (name, value) VALUES (?, ?)", name, value));
            }
            assertThat(bytes()).contains("secret-");
            database.write(handle -> handle.execute("DELETE FROM site_key WHERE name LIKE 'secret-%'"));
            assertThat(database.forget()).isTrue();
            assertThat(bytes()).doesNotContain("secret-");
            add(database, 7);
            assertThat(value(database)).isEqualTo(7);
        }
    }

    @Test
    void what_somebody_is_reading_stays_readable_while_deleted_rows_are_forgotten() throws Exception {
        try (var database = Database.in(folder);
                var other = Database.in(folder)) {
            add(database, 7);
            other.read(handle -> {
                assertThat(value(handle)).isEqualTo(7);
                assertThat(database.forget()).as("the log is still read").isFalse();
                return value(handle);
            });
            assertThat(database.forget()).isTrue();
            assertThat(value(other)).isEqualTo(7);
        }
    }

    private String bytes() throws IOException {
        var all = new StringBuilder();
        for (var name : List.of("clearinghouse.db", "clearinghouse.db-wal")) {
            all.append(Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    @Test
    void many_writers_in_two_programs_lose_nothing_and_none_is_told_to_come_later() throws Exception {
        try (var one = Database.in(folder);
                var other = Database.in(folder);
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var writes = new ArrayList<Future<?>>();
            for (int i = 0; i < 200; i++) {
                var database = i % 2 == 0 ? one : other;
                writes.add(pool.submit(() -> {
                    add(database, 1);
                    assertThat(value(database)).isPositive();
                }));
            }
            for (var write : writes) write.get();
            assertThat(value(one)).isEqualTo(200);
        }
    }

    @Test
    void the_settings_of_the_file_are_the_safe_ones() throws Exception {
        try (var database = Database.in(folder)) {
            var pragmas = database.write(handle -> "%s %s %s %s"
                    .formatted(
                            text(handle, "PRAGMA journal_mode"),
                            text(handle, "PRAGMA synchronous"),
                            text(handle, "PRAGMA secure_delete"),
                            text(handle, "PRAGMA foreign_keys")));
            assertThat(pragmas).isEqualTo("wal 2 1 1");
            assertThat(Files.getPosixFilePermissions(folder.resolve("clearinghouse.db")))
                    .hasSize(2);
        }
    }

    @Test
    void a_database_of_a_newer_program_is_refused_in_one_sentence() throws Exception {
        try (var database = Database.in(folder)) {
            database.write(handle -> handle.execute("PRAGMA user_version = 99"));
        }
        assertThatThrownBy(() -> Database.in(folder))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageStartingWith("The database was written by a newer clearinghouse");
    }

    @Test
    void moments_sort_as_texts() {
        var whole = Instant.parse("2026-11-21T08:00:00Z");
        assertThat(Moment.text(whole))
                .isEqualTo("2026-11-21T08:00:00.000Z")
                .isLessThan(Moment.text(whole.plusMillis(5)));
        assertThat(Moment.of(Moment.text(whole))).isEqualTo(whole);
    }

    private static void add(Database database, int amount) {
        database.write(handle -> add(handle, amount));
    }

    /** Reads and writes in two steps, so that another writer in between would be seen. */
    private static int add(Handle handle, int amount) {
        int now = value(handle) + amount;
        return handle.execute(
                "INSERT INTO site_key (name, value) VALUES ('n', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                Integer.toString(now));
    }

    private static int value(Database database) {
        return database.read(DatabaseTest::value);
    }

    private static int value(Handle handle) {
        return handle.createQuery("SELECT value FROM site_key WHERE name = 'n'")
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    private static String text(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(String.class).one();
    }
}
