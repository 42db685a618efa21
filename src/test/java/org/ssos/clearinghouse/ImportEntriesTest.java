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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssos.clearinghouse.account.Account;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.account.Actor;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.submission.EntryImport;
import org.ssos.clearinghouse.submission.ImportFile;
import org.ssos.clearinghouse.submission.NewCase;
import picocli.CommandLine;

class ImportEntriesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T17:00:00Z"), ZoneOffset.UTC);
    private static final Path CONTENT = Path.of("content");
    private static final String THREE = """
            kind,title,link,summary,topics,statewide
            resource,Owl book,https://example.org/owls,Counts owls.,mtss; sel,yes
            event,Owl day,https://example.org/day,A day of owls.,mtss,
            agency,Owl office,,An office for owls.,mtss,
            """;

    @TempDir
    private Path folder;

    private Database database;
    private final List<NewCase> sent = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        database = Database.in(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void each_row_becomes_a_draft_with_what_it_says() {
        var reading = read("many.csv", THREE);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rows())
                .extracting(row -> row.draft().kind().id())
                .containsExactly("resource", "event", "agency");
        var fields = reading.rows().getFirst().draft().fields();
        assertThat(fields.path("topics").toString()).isEqualTo("[\"mtss\",\"sel\"]");
        assertThat(fields.path("coverage").path("statewide").asBoolean()).isTrue();
        assertThat(fields.path("provenance").path("confidence").asString()).isEqualTo("low");
    }

    @Test
    void every_problem_of_every_row_is_named_and_nothing_comes_in() {
        var reading = read("many.csv", """
                kind,id,title,link,topics,date,pattern
                tool,,Owl book,https://example.org/1,,,
                resource,,,https://example.org/2,,,
                resource,,Owl map,example.org/3,no-such-topic,last year,
                resource,ca-mtss,Owl,https://example.org/4,,,
                resource,owl-day,Owl day,https://example.org/5,,,each March
                resource,owl-day,Owl day again,https://example.org/6,,,
                resource,too,few
                """);

        assertThat(String.join("\n", reading.problems()))
                .contains("Row 2, kind: it is 'tool', but should be one of initiative, resource")
                .contains("Row 3 (), title: Enter the name.")
                .contains("Row 4 (Owl map), link: Enter a web address")
                .contains("Row 4 (Owl map), date: Enter a date")
                .contains("no-such-topic")
                .contains("Row 5, kind: the entry with this id is of the kind initiative")
                .contains("Row 6, pattern: this kind has no such field")
                .contains("Row 7 (Owl day again), id: 'owl-day' stands in Row 6 (Owl day) too")
                .contains("Row 8: it has 3 cells");
    }

    @Test
    void an_unknown_column_is_named_with_those_that_there_are() {
        assertThat(read("many.csv", "kind,title,web site\nresource,Owls,x\n").problems())
                .singleElement()
                .asString()
                .contains("no column “web site”", "kind, id, title, link");
    }

    @Test
    void a_text_holds_entries_as_the_content_folder_does() {
        var reading = read("many.yaml", """
                entries:
                  - kind: resource
                    title: Owl book
                    links: [{label: Owl book, url: 'https://example.org/owls'}]
                    languages: [English, Spanish]
                    vetting: {facts_checked: {on: '2026-11-21'}}
                  - {kind: initiative, id: ca-mtss, summary: Helps.}
                  - {kind: initiative, id: ca-mtss-nowhere, title: '', color: red}
                """);

        assertThat(String.join("\n", reading.problems()))
                .contains("Entry 3 (ca-mtss-nowhere), title: Enter the name.", "no field `color`");
        assertThat(reading.rows().getFirst().draft().fields().has("vetting")).isFalse();
        assertThat(reading.rows().get(1).draft().entry()).hasToString("ca-mtss");
    }

    @Test
    void a_change_touches_only_what_its_row_names_and_no_change_is_none() {
        var title = RealContent.catalog().find("ca-mtss").orElseThrow().title();

        var reading = read("many.csv", "id,title,summary\nca-mtss," + title + ",\n21csla,,Another summary.\n");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.alreadyPublished()).isEqualTo(1);
        assertThat(reading.rows()).singleElement().satisfies(row -> {
            assertThat(row.draft().fields().path("summary").asString()).isEqualTo("Another summary.");
            assertThat(row.draft().base()).hasSize(64);
        });
    }

    @Test
    void all_of_it_comes_in_or_nothing() {
        var account = account("curator@example.org", Role.CURATOR);
        var failing = new EntryImport(database, (handle, newCase) -> {
            if (newCase.draft().title().equals("Owl office")) throw new IllegalStateException("cut off");
            return keep(handle, newCase);
        });
        var rows = read("many.csv", THREE).rows();

        assertThatThrownBy(() -> failing.send(rows, "many.csv", account, CLOCK.instant()))
                .hasMessage("cut off");
        assertThat(failing.fresh(rows)).hasSize(3);

        sent.clear();
        assertThat(new EntryImport(database, this::keep).send(rows, "many.csv", account, CLOCK.instant()))
                .isEqualTo(3);
        assertThat(sent).hasSize(3).allSatisfy(newCase -> {
            assertThat(newCase.sender().account()).isEqualTo(account.id());
            assertThat(newCase.sender().organization()).isEqualTo("Sample COE");
        });
    }

    @Test
    void a_second_run_brings_in_only_what_is_new() {
        var account = account("curator@example.org", Role.CURATOR);
        var entries = new EntryImport(database, this::keep);
        entries.send(read("many.csv", THREE).rows(), "many.csv", account, CLOCK.instant());

        assertThat(entries.send(read("many.csv", THREE).rows(), "many.csv", account, CLOCK.instant()))
                .isZero();
        var more = THREE.replace("Counts owls.", "Counts all owls.");
        assertThat(entries.send(read("many.csv", more).rows(), "many.csv", account, CLOCK.instant()))
                .isEqualTo(1);
        assertThat(sent).hasSize(4);
    }

    @Test
    void the_command_first_says_what_it_would_do() throws IOException {
        account("curator@example.org", Role.CURATOR);
        Files.writeString(folder.resolve("many.csv"), THREE);

        assertThat(run("many.csv", "--as", "curator@example.org"))
                .contains("Row 2 (Owl book): new resource", "Repeat with --apply");
        assertThat(run("many.csv", "--as", "curator@example.org", "--apply")).contains("Put into the queue: 3.");
        assertThat(run("many.csv", "--as", "curator@example.org", "--apply"))
                .contains("Came in before: 3.", "Nothing is left to put into the queue.");
    }

    @Test
    void who_may_not_is_refused_and_so_is_a_broken_file() throws IOException {
        account("reviewer@example.org", Role.REVIEWER);
        Files.writeString(folder.resolve("many.csv"), THREE);
        Files.writeString(folder.resolve("bad.csv"), "kind,title,link\nresource,Owls,nowhere\n");

        assertThat(run("many.csv", "--as", "reviewer@example.org")).contains("may not import entries");
        assertThat(run("many.csv", "--as", "nobody@example.org")).contains("There is no active account");
        assertThat(run("bad.csv", "--as", "reviewer@example.org"))
                .contains("Row 2 (Owls), link: Enter a web address", "Nothing was put into the queue.");
        assertThat(run("none.csv", "--as", "reviewer@example.org")).contains("There is no file");
    }

    private String run(String file, String... options) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        var arguments = new ArrayList<>(List.of(folder.resolve(file).toString()));
        arguments.addAll(List.of(options));
        new CommandLine(new ImportEntriesCommand(out, this::settings, CLOCK))
                .setExecutionExceptionHandler((failure, _, _) -> {
                    out.println(failure.getMessage());
                    return 1;
                })
                .execute(arguments.toArray(String[]::new));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Settings settings() {
        return SiteSettings.in(folder, CONTENT);
    }

    private String keep(Handle handle, NewCase newCase) {
        sent.add(newCase);
        return "/cases/" + sent.size();
    }

    private Account account(String email, Role role) {
        var desk = new AccountDesk(database, false, () -> "", CLOCK);
        desk.invite(Actor.COMMAND_LINE, email, "Ana Sample", "Sample COE", Set.of(role));
        var account = desk.find(email).orElseThrow();
        database.write(handle -> handle.execute("UPDATE account SET state = 'active' WHERE id = ?", account.id()));
        return desk.find(email).orElseThrow();
    }

    private static ImportFile.Reading read(String name, String text) {
        return ImportFile.read(
                name, text, RealContent.catalog(), new ContentTexts(CONTENT), LocalDate.of(2026, 11, 21));
    }
}
