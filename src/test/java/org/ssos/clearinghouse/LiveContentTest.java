package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site beside a content folder that is edited while it runs. */
class LiveContentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ENTRY = "initiatives/ca-mtss";

    @TempDir
    Path folder;

    @BeforeEach
    void copyContent() throws IOException {
        var from = Path.of("content");
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        folder.resolve("content").resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void an_edit_shows_and_a_broken_one_leaves_the_last_good_text_also_after_a_restart() throws Exception {
        try (var app = start()) {
            edit("title: .*", "title: Tiers for Everybody");
            await(app, page -> page.contains("<h1>Tiers for Everybody (CA MTSS)</h1>"));

            edit("title: .*", "titel: Broken");
            edit("updates/2018-06-27-ab-1808-builds-out-the-system-of-support", "title: .*", "title: A Later Edit");
            await(app, "/updates", page -> page.contains("A Later Edit"));
            assertThat(page(app, "/" + ENTRY)).contains("<h1>Tiers for Everybody (CA MTSS)</h1>");
        }
        try (var app = start()) {
            assertThat(page(app, "/" + ENTRY)).contains("<h1>Tiers for Everybody (CA MTSS)</h1>");
        }
    }

    @Test
    void a_second_site_on_the_same_data_is_refused_in_one_sentence() throws Exception {
        try (var _ = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("A clearinghouse is already running with the data folder ");
        }
    }

    @Test
    void a_content_folder_that_is_missing_is_named() {
        assertThatThrownBy(() -> App.start(settings("nowhere"), Clock.systemUTC()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no content folder ")
                .hasMessageEndingWith("Let CLEARINGHOUSE_CONTENT name it.");
    }

    private App start() throws IOException, Refusal {
        return App.start(settings("content"), Clock.systemUTC());
    }

    private Settings settings(String content) {
        return SiteSettings.in(folder, folder.resolve(content));
    }

    private void edit(String line, String replacement) throws IOException {
        edit(ENTRY, line, replacement);
    }

    private void edit(String entry, String line, String replacement) throws IOException {
        var file = folder.resolve("content/" + entry + ".yaml");
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^" + line + "$", replacement));
    }

    private static void await(App app, Predicate<String> expected) {
        await(app, "/" + ENTRY, expected);
    }

    private static void await(App app, String path, Predicate<String> expected) {
        Awaitility.await("the edit shows at " + path).atMost(PATIENCE).until(() -> expected.test(page(app, path)));
    }

    private static String page(App app, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(app.baseUrl() + path)).build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
