package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.mail.Mail;
import org.ssos.clearinghouse.mail.Outbox;
import picocli.CommandLine;

/** A whole site, backed up while it runs and brought back elsewhere by the commands. */
@SuppressWarnings("NullAway.Init")
class BackupCommandsTest {
    private static final Clock CLOCK = Clock.systemUTC();

    /** Kept as it is, save what has to end with a restore and what says that there was one. */
    private static final List<String> ENDED = List.of("session", "one_time_link", "mail", "clock_mark", "audit");

    @TempDir
    private Path folder;

    private record Answer(int status, String said) {}

    @Test
    void a_site_comes_back_with_its_accounts_cases_roadmaps_and_content() throws Exception {
        Map<String, List<String>> then;
        String email;
        Path backup;
        try (var site = new CuratingSite(CLOCK)) {
            var settings = SiteSettings.in(site.folder, site.folder.resolve("content"));
            email = site.member(Role.CURATOR).email();
            site.suggested(Kind.RESOURCE, "kept-guide", "Elsewhere COE");
            site.database.write(handle -> {
                handle.execute(
                        "INSERT INTO roadmap (calendar_key, answers, start_on, saved_on, changed_on, used_on, seen)"
                                + " VALUES ('k', '{}', '2026-11-22', '2026-11-22', '2026-11-22', '2026-11-22', '{}')");
                Outbox.add(handle, new Mail("a@example.org", "Hello", "Body", null), CLOCK.instant());
                return handle;
            });
            then = rows(site.database);
            assertThat(then.get("session")).isNotEmpty();

            var answer = run(new BackupCommand(out(), () -> settings, CLOCK), "--to", folder.toString());
            assertThat(answer.status()).as(answer.said()).isZero();
            backup = onlyBackup();
            var refused = run(new RestoreCommand(out(), () -> settings, CLOCK), backup.toString(), "--replace");
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.said()).startsWith("A clearinghouse is already running with the data folder ");
        }

        var settings = SiteSettings.in(folder, folder.resolve("content"));
        var answer = run(new RestoreCommand(out(), () -> settings, CLOCK), backup.toString());

        assertThat(answer.status()).as(answer.said()).isZero();
        try (var database = Database.in(settings.data())) {
            var now = rows(database);
            assertThat(now.get("audit"))
                    .hasSize(Objects.requireNonNull(then.get("audit")).size() + 1);
            assertThat(Objects.requireNonNull(now.get("audit")).getLast())
                    .contains("restore", backup.getFileName().toString());
            for (var ended : List.of("session", "one_time_link", "mail"))
                assertThat(now.get(ended)).isEmpty();
            ENDED.forEach(table -> {
                now.remove(table);
                then.remove(table);
            });
            assertThat(now).isEqualTo(then);
        }
        cutOffAnotherRestore(settings);
        try (var app = App.start(settings, CLOCK)) {
            var browser = new Browser(app.baseUrl());
            assertThat(browser.get("/search?q=attendance").body()).contains("Attendance");
            var signedIn = browser.fill("/sign-in", "/sign-in", "email", email, "password", CuratingSite.PASSWORD);
            assertThat(signedIn.statusCode()).isEqualTo(303);
        }
    }

    /** As if a machine had died when everything had just been put aside. */
    private static void cutOffAnotherRestore(Settings settings) throws IOException {
        var aside = Files.createDirectory(settings.data().resolve("before-restore-then"));
        Files.move(settings.data().resolve("clearinghouse.db"), aside.resolve("clearinghouse.db"));
        Files.writeString(settings.data().resolve(Database.BEING_RESTORED), "PUTTING_ASIDE\nthen\n");
    }

    @Test
    void a_site_whose_database_is_of_a_newer_program_or_none_at_all_says_so_and_does_not_start() throws Exception {
        var settings = SiteSettings.in(folder);
        try (var database = Database.in(settings.data())) {
            database.write(handle -> handle.execute("PRAGMA user_version = 99"));
        }
        assertThatThrownBy(() -> App.start(settings, CLOCK))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The database was written by a newer clearinghouse (its schema is number 99");

        Files.writeString(settings.data().resolve("clearinghouse.db"), "no database ".repeat(500));
        assertThatThrownBy(() -> App.start(settings, CLOCK))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is damaged (it is no SQLite database)");
    }

    @Test
    void what_cannot_be_backed_up_or_restored_is_said_in_one_sentence() {
        var settings = SiteSettings.in(folder);

        var nothing = run(new BackupCommand(out(), () -> settings, CLOCK));
        assertThat(nothing.status()).isEqualTo(1);
        assertThat(nothing.said()).contains("there is no data folder " + settings.data());
        var absent = run(new RestoreCommand(out(), () -> settings, CLOCK), "absent.zip");
        assertThat(absent.status()).isEqualTo(1);
        assertThat(absent.said()).startsWith("There is no backup ");
    }

    private Path onlyBackup() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .reduce((_, _) -> {
                        throw new AssertionError("Several backups");
                    })
                    .orElseThrow();
        }
    }

    private static PrintStream out() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** As the command line does it. */
    private static Answer run(Callable<Integer> command, String... arguments) {
        var said = new StringBuilder();
        int status = new CommandLine(command)
                .setExecutionExceptionHandler((failure, _, _) -> {
                    if (!(failure instanceof Refusal)) throw failure;
                    said.append(failure.getMessage());
                    return 1;
                })
                .execute(arguments);
        return new Answer(status, said.toString());
    }

    private static Map<String, List<String>> rows(Database database) {
        return database.read(handle -> {
            var all = new TreeMap<String, List<String>>();
            for (var table : handle.createQuery(
                            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
                    .mapTo(String.class)
                    .list()) {
                all.put(
                        table,
                        handle.createQuery("SELECT * FROM " + table + " ORDER BY rowid").mapToMap().list().stream()
                                .map(Object::toString)
                                .toList());
            }
            return all;
        });
    }
}
