package org.ssos.clearinghouse.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssos.clearinghouse.Main;
import org.ssos.clearinghouse.account.MovingClock;
import org.ssos.clearinghouse.db.DatabaseFile;

/** How backups are made, kept and thrown away. */
@SuppressWarnings("NullAway.Init")
class BackupsTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void fill() throws Exception {
        site = new SmallSite(folder);
    }

    @Test
    void a_backup_is_one_zip_that_says_what_it_is() throws Exception {
        var made = site.backups((Recipient) null).make();

        assertThat(made.file()).isEqualTo(site.data.resolve("backups/clearinghouse-2026-11-22T0315Z.zip"));
        assertThat(Files.getPosixFilePermissions(made.file())).hasSize(2);
        try (var zip = new ZipFile(made.file().toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .containsExactly(
                            "content/README.md",
                            "content/resources/a.yaml",
                            "content/vocabulary/topics.yaml",
                            "last-good/resources/a.yaml",
                            "clearinghouse.db",
                            "backup.json");
            var said =
                    new String(zip.getInputStream(zip.getEntry("backup.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said)
                    .contains(
                            "\"program\" : \"1.2.3\"",
                            "\"schema\" : " + DatabaseFile.newestSchema(),
                            "\"made\" : \"2026-11-22T03:15:20Z\"",
                            "\"site_key\" : 1",
                            "\"sha256\" : \"");
        }
        assertThat(names(site.data)).noneMatch(name -> name.contains("under-way"));
    }

    @Test
    void as_many_as_wanted_are_kept_and_what_is_not_ours_stays() throws Exception {
        var kept = site.data.resolve("backups");
        Files.createDirectories(kept);
        for (var name : List.of(
                "clearinghouse-2026-11-19T0300Z.zip",
                "clearinghouse-2026-11-20T0300Z.zip.age",
                "clearinghouse-2026-11-21T0300Z.zip",
                "clearinghouse-2026-11-21T0300Z-2.zip",
                "clearinghouse-2026-13-45T0300Z.zip",
                "clearinghouse-mine.zip",
                "notes.txt")) {
            Files.writeString(kept.resolve(name), name);
        }

        site.backups(site.plan(3, null), SmallSite.CLOCK).make();

        assertThat(names(kept))
                .containsExactlyInAnyOrder(
                        "clearinghouse-2026-11-21T0300Z.zip",
                        "clearinghouse-2026-11-21T0300Z-2.zip",
                        "clearinghouse-2026-11-22T0315Z.zip",
                        "clearinghouse-2026-13-45T0300Z.zip",
                        "clearinghouse-mine.zip",
                        "notes.txt");
        site.backups(site.plan(1, null), SmallSite.CLOCK).make();
        assertThat(names(kept))
                .contains("clearinghouse-2026-11-22T0315Z-2.zip", "notes.txt")
                .hasSize(4);
    }

    @Test
    void the_one_just_made_stays_also_when_the_clock_was_set_back() throws Exception {
        site.backups(site.plan(1, null), SmallSite.CLOCK).make();
        var past = Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);

        var made = site.backups(site.plan(1, null), past).make();

        assertThat(names(site.data.resolve("backups")))
                .containsExactly(made.file().getFileName().toString());
    }

    @Test
    void one_that_fails_is_said_and_pushes_out_no_good_one() throws Exception {
        var backups = site.backups(site.plan(1, null), SmallSite.CLOCK);
        var good = backups.make();
        assertThat(backups.last())
                .contains(new Last.Made(Instant.parse("2026-11-22T03:15:00Z"), good.file(), Files.size(good.file())));
        overwriteMiddle(site.data.resolve("clearinghouse.db"));

        assertThatThrownBy(backups::make)
                .isInstanceOf(BackupFailed.class)
                .hasMessageStartingWith("The backup into " + site.data.resolve("backups"))
                .hasMessageEndingWith("Nothing of it was left, and earlier backups are as they were.");

        assertThat(names(site.data.resolve("backups")))
                .containsExactly(good.file().getFileName().toString());
        assertThat(backups.last()).get().isInstanceOf(Last.Failed.class);
        assertThat(names(site.data)).noneMatch(name -> name.contains("under-way"));
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_said() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "here");

        assertThatThrownBy(() -> site.backups((Recipient) null).make(file.resolve("backups")))
                .isInstanceOf(BackupFailed.class)
                .hasMessageStartingWith("The backup into " + file.resolve("backups") + " was not made: ");
    }

    @Test
    void what_a_killed_one_left_is_cleared_away_by_the_next() throws Exception {
        Files.createDirectories(site.data.resolve("backups"));
        Files.writeString(site.data.resolve("backups/.clearinghouse-2026-11-21T0300Z.zip.age.part"), "half");
        Files.createDirectories(site.data.resolve(".backup-under-way"));
        Files.writeString(site.data.resolve(".backup-under-way/copy.db"), "half");

        site.backups((Recipient) null).make();

        assertThat(names(site.data.resolve("backups"))).containsExactly("clearinghouse-2026-11-22T0315Z.zip");
        assertThat(names(site.data)).doesNotContain(".backup-under-way");
    }

    /** A child whose files may not grow beyond 4 MB: to a program that looks like a disk that is full. */
    @Test
    void a_full_disk_is_said_in_one_sentence_and_leaves_nothing_half() throws Exception {
        Files.createDirectories(folder.resolve("backups"));
        Files.writeString(folder.resolve("backups/clearinghouse-2026-11-21T0300Z.zip"), "good");
        var large = new byte[6 * 1024 * 1024];
        new Random(7).nextBytes(large);
        Files.write(site.content.resolve("photo.jpg"), large);
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var child = new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f 4096; exec \"$0\" \"$@\"",
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "backup");
        child.environment()
                .putAll(Map.of(
                        "CLEARINGHOUSE_CONTENT", site.content.toString(),
                        "CLEARINGHOUSE_DATA", site.data.toString(),
                        "CLEARINGHOUSE_BACKUPS", folder.resolve("backups").toString(),
                        "CLEARINGHOUSE_BACKUP_KEEP", "1"));
        child.redirectErrorStream(true);
        var running = child.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).isEqualTo(1);
        assertThat(said.strip())
                .startsWith("The backup into " + folder.resolve("backups") + " was not made: ")
                .endsWith("Nothing of it was left, and earlier backups are as they were.")
                .doesNotContain("\n");
        assertThat(names(folder.resolve("backups"))).containsExactly("clearinghouse-2026-11-21T0300Z.zip");
        assertThat(names(site.data)).noneMatch(name -> name.contains("under-way"));
    }

    @Test
    void one_is_made_each_night_and_one_that_fails_is_made_up_for() throws Exception {
        var clock = new MovingClock();
        var kept = site.data.resolve("backups");
        var plan = new BackupPlan(kept, 3, 14, null);
        var backups = site.backups(plan, clock);
        try (var nightly = new NightlyBackups(backups, 3, clock)) {
            nightly.start();
            await(() -> count(kept) == 1);
            clock.pass(Duration.ofDays(1));
            await(() -> count(kept) == 2);

            Files.move(site.data.resolve("clearinghouse.db"), folder.resolve("away.db"));
            clock.pass(Duration.ofDays(1));
            await(() -> backups.last().orElseThrow() instanceof Last.Failed);
            Files.move(folder.resolve("away.db"), site.data.resolve("clearinghouse.db"));
            clock.pass(Duration.ofHours(2));
            await(() -> count(kept) == 3);
        }
    }

    private static void await(Callable<Boolean> wanted) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(wanted);
    }

    private static int count(Path folder) {
        try {
            return BackupName.in(folder).size();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void overwriteMiddle(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        for (int at = 4_096; at < bytes.length; at++) bytes[at] = 7;
        Files.write(file, bytes);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
