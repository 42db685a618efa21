package org.ssos.clearinghouse.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssos.clearinghouse.App;
import org.ssos.clearinghouse.SiteSettings;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.vetting.Acting;
import org.ssos.clearinghouse.vetting.Case;
import org.ssos.clearinghouse.vetting.CaseStep;
import org.ssos.clearinghouse.vetting.Subject;

/** The running site beside its outbox: what is decided shows, and what was edited by hand is left alone. */
class PublishingTest {
    private static final EntryId ID = new EntryId("ca-mtss");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final CaseStep PUBLISH = new CaseStep.Publish("It is right.");

    @TempDir
    Path folder;

    @Test
    void a_decision_shows_with_its_receipt_and_history_and_a_hand_edit_suspends_it() throws Exception {
        copyContent();
        var file = folder.resolve("content").resolve(ContentFiles.fileOf(Kind.INITIATIVE, ID));
        var before = Files.readString(file);
        var wanted = before.replaceFirst("(?m)^title: .*$", "title: Tiers for Zyxwomat");
        try (var app = app();
                var database = Database.in(folder.resolve("data"))) {
            assertThat(get(app, "/initiatives/ca-mtss"))
                    .contains("Not yet reviewed")
                    .doesNotContain("id=\"receipt\"");

            var decided = decide(app, wanted, before, PUBLISH);
            await("the decision", () -> get(app, "/initiatives/ca-mtss").contains("<h1>Tiers for Zyxwomat"));
            assertThat(file).hasContent(wanted);
            assertThat(get(app, "/search?q=Zyxwomat")).contains("/initiatives/ca-mtss");
            assertThat(get(app, "/initiatives/ca-mtss"))
                    .contains("id=\"receipt\"", decided.id(), "Curator, Office 803");
            assertThat(get(app, "/api/v1/entries/ca-mtss")).contains("\"standing\":\"vetted\"");
            assertThat(get(app, "/initiatives/ca-mtss/history"))
                    .contains(
                            "This is the version on the site",
                            "<ins>Tiers for Zyxwomat</ins>",
                            "As it was put together");
            await("the report", () -> Stepped.rows(database).getFirst().reported());

            var edited = wanted + "vetting:\n  facts_checked: {on: '2026-10-01', by_role: editor}\n";
            Files.writeString(file, edited);
            await("the edit", () -> get(app, "/initiatives/ca-mtss").contains("Edited outside the site"));

            decide(app, before, wanted, PUBLISH);
            await("the conflict", () -> Stepped.rows(database).get(1).state().equals("conflict"));
            assertThat(file).hasContent(edited);

            var later = new CaseStep.Schedule(LocalDate.now(Clock.systemUTC()).plusDays(2), "");
            var scheduled = decide(app, before, edited, later);
            assertThat(Stepped.rows(database).get(2).state()).isEqualTo("waiting");
            Acting.act(app.cases(), scheduled, new CaseStep.TakeBack("A typo."), Acting.EDITOR);
            assertThat(Stepped.rows(database).get(2).state()).isEqualTo("withdrawn");
        }
        withoutTheDatabaseTheExportedReceiptsAreAdopted(file, wanted);
    }

    private void withoutTheDatabaseTheExportedReceiptsAreAdopted(Path file, String wanted) throws Exception {
        try (var files = Files.list(folder.resolve("data"))) {
            for (var each : files.filter(Files::isRegularFile).toList()) Files.delete(each);
        }
        Files.writeString(file, wanted);
        try (var app = app()) {
            assertThat(get(app, "/api/v1/entries/ca-mtss")).contains("\"standing\":\"vetted\"");
            // Typed by hand while a database is there, it counts for nothing.
            var exported = folder.resolve("content/receipts/ca-mtss.yaml");
            var other = wanted.replace("Zyxwomat", "Nobody");
            Files.writeString(
                    exported,
                    Files.readString(exported).replace(ContentFiles.sha256(wanted), ContentFiles.sha256(other)));
            Files.writeString(file, other);
            await("the edit", () -> get(app, "/initiatives/ca-mtss").contains("<h1>Tiers for Nobody"));
            assertThat(get(app, "/api/v1/entries/ca-mtss")).contains("\"standing\":\"edited_outside\"");
        }
    }

    private static Case decide(App app, String text, String base, CaseStep decision) {
        var draft = new Draft(Kind.INITIATIVE, text, ID, ContentFiles.sha256(base));
        var one = Acting.open(app.cases(), draft, Subject.CHANGE, "It was renamed.");
        one = Acting.act(app.cases(), one, Acting.screening(one), Acting.CURATOR);
        return Acting.act(app.cases(), one, decision, Acting.EDITOR);
    }

    private void copyContent() throws IOException {
        var from = Path.of("content");
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        folder.resolve("content").resolve(from.relativize(file).toString()));
            }
        }
    }

    private App app() throws Exception {
        var settings = SiteSettings.in(folder, folder.resolve("content"));
        return App.start(settings, Clock.systemUTC());
    }

    private static void await(String what, Callable<Boolean> expected) {
        Awaitility.await(what).atMost(PATIENCE).until(expected);
    }

    private static String get(App app, String path) {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(app.baseUrl() + path)).build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
