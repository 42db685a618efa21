package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ssos.clearinghouse.CuratingSite.Member;
import org.ssos.clearinghouse.account.MovingClock;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.mail.Mail;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.By;
import org.ssos.clearinghouse.vetting.CaseStep;
import org.ssos.clearinghouse.vetting.Person;

/** What curators are told when something is wrong with the running site, while readers are served all the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusPageTest {
    private static final EntryId ENTRY = new EntryId("ca-mtss");

    private final MovingClock clock = new MovingClock();

    @SuppressWarnings("NullAway.Init")
    private CuratingSite site;

    @SuppressWarnings("NullAway.Init")
    private Member curator;

    @BeforeAll
    void start() throws Exception {
        site = new CuratingSite(clock);
        curator = site.member(Role.CURATOR);
    }

    @AfterAll
    void stop() throws IOException {
        site.close();
    }

    @Test
    void a_file_that_does_not_check_is_named_with_its_line_and_what_the_site_shows_instead() throws IOException {
        var broken = content("stories/azusa-pac-plus.yaml");
        var good = Files.readString(broken);
        Files.writeString(broken, good.replaceFirst("(?m)^title:", "titel:"));
        var never = content("stories/never-was.yaml");
        Files.writeString(never, "id: never-was\n");
        try {
            await(() -> status().contains("stories/never-was.yaml:1"));
            assertThat(status())
                    .containsPattern("stories/azusa-pac-plus\\.yaml:\\d+")
                    .contains("titel", "The last text that checked", "Nothing of this file")
                    .contains("2 files do not check");
            assertThat(site.browser().get("/stories/azusa-pac-plus").statusCode())
                    .isEqualTo(200);
            assertThat(figure("clearinghouse_content_problem_files")).isEqualTo("2.0");
            assertThat(ready().body()).contains("ready with problems");
        } finally {
            Files.writeString(broken, good);
            Files.delete(never);
        }
        await(() -> status().contains("None: every file of the content folder checks."));
    }

    @Test
    void a_content_folder_that_goes_away_is_told_and_readers_read_on() throws IOException {
        var content = site.folder.resolve("content");
        var elsewhere = site.folder.resolve("elsewhere");
        Files.move(content, elsewhere);
        try {
            await(() -> status().contains("What is in the content folder cannot be read"));
            assertThat(ready().statusCode()).isEqualTo(200);
            assertThat(site.browser().get("/initiatives/" + ENTRY).statusCode()).isEqualTo(200);
        } finally {
            Files.move(elsewhere, content);
        }
        await(() -> !status().contains("What is in the content folder cannot be read"));
    }

    @Test
    void an_index_that_is_deleted_is_told_and_search_goes_on() throws IOException {
        var home = only(site.folder.resolve("index"));
        var elsewhere = site.folder.resolve("index-elsewhere");
        Files.move(home, elsewhere);
        try {
            assertThat(status()).contains("Its folder is gone");
            assertThat(site.browser().get("/search?q=literacy").statusCode()).isEqualTo(200);
        } finally {
            Files.move(elsewhere, home);
        }
        assertThat(status()).doesNotContain("Its folder is gone");
    }

    @Test
    void a_decision_that_met_an_edit_by_hand_is_listed_with_its_case() throws IOException {
        var one = site.change(
                Kind.INITIATIVE, ENTRY, "Tiers for all", new Sender("Olga Owner", "Elsewhere COE", null, null));
        var file = content("initiatives/" + ENTRY + ".yaml");
        Files.writeString(file, Files.readString(file) + "# edited by hand\n");
        var administrator = new By.Member(
                new Person(9005, "Ada", "Administrator", "Sample COE"), java.util.Set.of(Role.ADMINISTRATOR));
        site.act(one, new CaseStep.PublishInEmergency("to see"), administrator);

        await(() -> status().contains("To be merged"));
        assertThat(status()).contains("<a href=\"/curate/cases/" + one.id() + "\">", "1 to be merged by somebody");
    }

    @Test
    void a_database_that_somebody_else_writes_to_for_long_holds_neither_the_page_nor_readers_up() throws Exception {
        var writing = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        var other = Thread.ofVirtual()
                .start(() -> site.database.write(handle -> {
                    handle.execute("INSERT INTO health_mark (name, at) VALUES ('other', 'now')");
                    writing.countDown();
                    return await(enough);
                }));
        writing.await();
        assertThat(status()).contains("It has not answered for");
        assertThat(ready().statusCode()).isEqualTo(200);
        assertThat(site.browser().get("/initiatives/" + ENTRY).statusCode()).isEqualTo(200);
        enough.countDown();
        other.join();
        await(() -> status().contains("The database can be written to."));
    }

    @Test
    void mail_that_waits_is_counted_and_nobody_is_named() {
        site.database.write(handle -> {
            Outbox.add(handle, new Mail("somebody@example.org", "Hello", "Words", null), clock.instant());
            return true;
        });
        assertThat(status()).contains("1 mail waits", "No mail server is set").doesNotContain("somebody@example.org");
        assertThat(ready().body()).contains("\"name\":\"mail\",\"state\":\"warn\"");
        site.database.write(handle -> handle.execute("DELETE FROM mail"));
    }

    @Test
    void a_wrong_password_is_counted() {
        var before = figure("clearinghouse_sign_in_failures_total");
        site.browser().fill("/sign-in", "/sign-in", "email", "nobody@example.org", "password", "lantern quarry otter");
        assertThat(figure("clearinghouse_sign_in_failures_total")).isNotEqualTo(before);
    }

    @Test
    void it_names_what_runs_and_since_when() {
        assertThat(status()).contains("(not packaged)", "Running since", "Schema of the database");
        assertThat(curator.browser().get("/curate").body()).contains("href=\"/curate/status\"");
    }

    private String status() {
        var answer = curator.browser().get("/curate/status");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> ready() {
        return site.browser().get("/health/ready");
    }

    private String figure(String name) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private String metrics() {
        var request = HttpRequest.newBuilder(URI.create(site.app.baseUrl() + "/metrics"))
                .header("Authorization", "Bearer " + SiteSettings.METRICS_TOKEN)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Path content(String file) {
        return site.folder.resolve("content").resolve(file);
    }

    private static Path only(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("entries-"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static void await(BooleanSupplier condition) {
        CuratingSite.await("the status", condition);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new UncheckedIOException(new IOException(stopped));
        }
    }
}
