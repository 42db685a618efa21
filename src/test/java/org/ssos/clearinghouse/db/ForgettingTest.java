package org.ssos.clearinghouse.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssos.clearinghouse.account.MovingClock;

class ForgettingTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final MovingClock clock = new MovingClock();

    @Test
    void what_is_deleted_leaves_the_file_soon_and_many_deletions_cost_one_writing() throws Exception {
        try (var database = Database.in(folder);
                var forgetting = new Forgetting(database, clock)) {
            forgetting.start();
            delete(database, "SECRETONE");
            await(() -> !isInFiles("SECRETONE") && !isOwed(database));

            for (int i = 0; i < 20; i++) delete(database, "SECRETTWO");
            clock.pass(Duration.ofSeconds(59));
            // Two looks later it would have been done.
            var looks = Instant.now().plusSeconds(3);
            await(() -> Instant.now().isAfter(looks));
            assertThat(isOwed(database)).isTrue();

            clock.pass(Duration.ofMinutes(10));
            await(() -> !isInFiles("SECRETTWO") && !isOwed(database));
        }
    }

    @Test
    void what_is_owed_is_paid_after_a_restart() throws Exception {
        try (var database = Database.in(folder)) {
            delete(database, "SECRETTHREE");
        }
        try (var database = Database.in(folder);
                var forgetting = new Forgetting(database, clock)) {
            assertThat(isOwed(database)).isTrue();
            forgetting.start();
            await(() -> !isInFiles("SECRETTHREE") && !isOwed(database));
        }
    }

    private void delete(Database database, String text) {
        database.write(handle -> handle.execute("INSERT INTO site_key (name, value) VALUES ('s', ?)", text));
        database.write(handle -> {
            Forgetting.owe(handle, clock.instant());
            return handle.execute("DELETE FROM site_key WHERE name = 's'");
        });
    }

    private static boolean isOwed(Database database) {
        return database.read(handle -> Tables.count(handle, "owed_forgetting") > 0);
    }

    private boolean isInFiles(String text) {
        try {
            for (var name : new String[] {"clearinghouse.db", "clearinghouse.db-wal"}) {
                var bytes = Files.readAllBytes(folder.resolve(name));
                if (new String(bytes, StandardCharsets.ISO_8859_1).contains(text)) return true;
            }
            return false;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void await(Callable<Boolean> wanted) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(wanted);
    }
}
