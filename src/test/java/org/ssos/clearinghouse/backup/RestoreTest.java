package org.ssos.clearinghouse.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.UnusableDatabase;

/** Backups of a small site, damaged and cut off in every way. */
@SuppressWarnings("NullAway.Init")
class RestoreTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void fill() throws Exception {
        site = new SmallSite(folder);
    }

    @Test
    void what_was_there_at_the_time_comes_back_and_what_came_since_is_put_aside() throws Exception {
        var then = site.seen();
        var backup = site.backups((Recipient) null).make().file();
        change();

        var done = site.restore().from(backup, null, true);

        assertThat(site.seen()).isEqualTo(then);
        assertThat(done.files()).isEqualTo(3);
        assertThat(done.program()).isEqualTo("1.2.3");
        assertThat(done.aside())
                .containsExactly(
                        site.content.resolve(".before-restore-2026-11-22T0315Z"),
                        site.data.resolve("before-restore-2026-11-22T0315Z"));
        assertThat(done.aside().getFirst().resolve("resources/b.yaml")).hasContent("id: b");
        assertThat(done.aside().getLast().resolve("clearinghouse.db")).exists();
        assertThat(backup).exists();
        assertThat(Files.getPosixFilePermissions(site.data.resolve("clearinghouse.db")))
                .hasSize(2);
        assertThat(site.data.resolve(".restoring")).doesNotExist();
        assertThat(site.content.resolve(".restoring")).doesNotExist();
    }

    @Test
    void it_goes_into_empty_folders_and_into_no_others() throws Exception {
        var then = site.seen();
        var backup = site.backups((Recipient) null).make(folder).file();
        assertThatThrownBy(() -> site.restore().from(backup, null, false))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("Restore into empty folders, or use --replace");
        assertThat(site.seen()).isEqualTo(then);

        var elsewhere = folder.resolve("elsewhere");
        var places = new Places(elsewhere.resolve("content"), elsewhere.resolve("data"), elsewhere.resolve("backups"));
        var done = new Restore(places, _ -> Set.of(), _ -> {}, SmallSite.CLOCK).from(backup, null, false);
        assertThat(done.aside()).isEmpty();
        assertThat(elsewhere.resolve("content/resources/a.yaml")).hasContent("id: a");
        assertThat(elsewhere.resolve("content/resources/.a.yaml.draft")).doesNotExist();
        assertThat(elsewhere.resolve("data/last-good/resources/a.yaml")).hasContent("id: a");
    }

    @Test
    void an_encrypted_one_is_opened_by_its_own_key_alone() throws Exception {
        var pair = new X25519KeyPairGenerator().generateKeyPair();
        var key = keyFile("key", pair.getPrivate().toString());
        var other = keyFile(
                "other",
                new X25519KeyPairGenerator().generateKeyPair().getPrivate().toString());
        var nonsense = keyFile("nonsense", "hello");
        var then = site.seen();
        var backup =
                site.backups(new Recipient(pair.getPublic().toString())).make().file();
        assertThat(backup.getFileName()).hasToString("clearinghouse-2026-11-22T0315Z.zip.age");
        change();
        var changed = site.seen();

        refused(backup, null, "is encrypted. Name the file of its private key with --identity.");
        refused(backup, other, "was encrypted to another key than the one given.");
        refused(backup, nonsense, "should hold a line that starts with AGE-SECRET-KEY-1");
        refused(backup, folder.resolve("absent"), "cannot be read.");
        assertThat(site.seen()).isEqualTo(changed);

        site.restore().from(backup, key, true);
        assertThat(site.seen()).isEqualTo(then);
    }

    @ParameterizedTest(name = "encrypted: {0}")
    @ValueSource(booleans = {false, true})
    void a_damaged_one_is_refused_and_changes_nothing(boolean encrypted) throws Exception {
        var pair = new X25519KeyPairGenerator().generateKeyPair();
        var key = encrypted ? keyFile("key", pair.getPrivate().toString()) : null;
        var recipient = encrypted ? new Recipient(pair.getPublic().toString()) : null;
        var backup = site.backups(recipient).make().file();
        change();
        var changed = site.seen();
        var bytes = Files.readAllBytes(backup);
        var random = new Random(7);
        for (int round = 0; round < 12; round++) {
            // What follows backup.json says where in the file things are, and is not needed.
            int at = random.nextInt(bytes.length - (encrypted ? 0 : 4_000));
            var broken = bytes.clone();
            broken[at] ^= 0x55;
            if (round % 3 == 0) broken = Arrays.copyOf(bytes, at);
            var file = Files.write(folder.resolve("broken"), broken);
            try {
                site.restore().from(file, key, true);
                // Such as the time of a file in the zip: nothing that is restored.
                assertThat(site.value()).isEqualTo("first");
                change();
            } catch (BackupFailed refused) {
                assertThat(refused.getMessage()).contains("The backup " + file).endsWith(".");
                assertThat(site.seen()).as("byte " + at).isEqualTo(changed);
            }
        }
        refused(Files.write(folder.resolve("empty"), new byte[0]), key, "is damaged: it has no backup.json");
        refused(Files.writeString(folder.resolve("text"), "hello"), key, "is damaged: it has no backup.json");
        refused(folder.resolve("absent.zip"), key, "There is no backup ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "content/../../evil", "content/.git/hooks/evil", "/evil", "lock", "content"})
    void a_file_that_has_no_place_here_is_refused(String name) throws Exception {
        var file = folder.resolve("evil.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(1);
            zip.closeEntry();
        }

        refused(file, null, "is damaged: its file '" + name + "' has no place here.");
    }

    @Test
    void one_of_a_newer_program_is_refused() throws Exception {
        try (var database = Database.in(site.data)) {
            database.write(handle -> handle.execute("PRAGMA user_version = 99"));
        }
        var backup = site.backups((Recipient) null).make().file();

        refused(backup, null, "was made by a newer clearinghouse (1.2.3, schema number 99; this program knows ");
    }

    @Test
    void what_fails_half_way_is_taken_back_at_once() throws Exception {
        var backup = site.backups((Recipient) null).make().file();
        change();
        var changed = site.seen();
        for (var step : steps(backup)) {
            assertThatThrownBy(() -> site.restore(name -> failAt(step, name)).from(backup, null, true))
                    .isInstanceOf(BackupFailed.class)
                    .hasMessageEndingWith(
                            "was not restored: no more at " + step + ". What was there before is as it was.");
            assertThat(site.seen()).as(step).isEqualTo(changed);
            assertThat(names(site.data)).as(step).noneMatch(name -> name.contains("restor"));
        }
    }

    @Test
    void what_is_killed_half_way_is_taken_back_by_whoever_comes_next() throws Exception {
        var backup = site.backups((Recipient) null).make().file();
        change();
        var changed = site.seen();
        for (var step : steps(backup)) {
            killAt(step, backup);
            if (Files.exists(site.places().marker())) {
                assertThatThrownBy(() -> Database.in(site.data))
                        .isInstanceOf(UnusableDatabase.class)
                        .hasMessageContaining("A restore into the data folder")
                        .hasMessageContaining("start the site: it puts back what was there before");
                assertThat(Restore.takeBackUnfinished(site.places())).isTrue();
            }
            assertThat(Restore.takeBackUnfinished(site.places())).isFalse();
            assertThat(site.seen()).as(step).isEqualTo(changed);
            assertThat(names(site.data)).as(step).noneMatch(name -> name.contains("restor"));
            assertThat(names(site.content)).as(step).noneMatch(name -> name.contains("restor"));
        }
    }

    /** Every step of a restore that puts something aside, by trying one on a copy. */
    private List<String> steps(Path backup) throws Exception {
        var copy = new SmallSite(folder.resolve("copy"));
        var steps = new ArrayList<String>();
        copy.restore(steps::add).from(backup, null, true);
        assertThat(steps).contains("unpack", "settle", "mark", "mark again", "put in place clearinghouse.db", "unmark");
        return steps;
    }

    private static void failAt(String step, String name) {
        if (name.equals(step)) throw new IllegalStateException("no more at " + step);
    }

    /** The restore goes no further, and nothing of it runs any more. */
    private void killAt(String step, Path backup) throws InterruptedException {
        var there = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                site.restore(name -> {
                            if (!name.equals(step)) return;
                            there.countDown();
                            while (true) LockSupport.park();
                        })
                        .from(backup, null, true);
            } catch (BackupFailed unexpected) {
                throw new AssertionError(unexpected);
            }
        });
        there.await();
    }

    private void refused(Path backup, @Nullable Path identity, String words) {
        assertThatThrownBy(() -> site.restore().from(backup, identity, true))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining(words);
    }

    private void change() throws Exception {
        site.write("resources/a.yaml", "id: a\ntitle: changed\n");
        site.write("resources/b.yaml", "id: b\n");
        site.put("second");
    }

    private Path keyFile(String name, String key) throws IOException {
        return Files.writeString(folder.resolve(name), "# created: today\n" + key + "\n");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
