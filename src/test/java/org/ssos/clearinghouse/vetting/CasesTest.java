package org.ssos.clearinghouse.vetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssos.clearinghouse.account.Audit;
import org.ssos.clearinghouse.account.MovingClock;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.mail.Mail;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.NewCase;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.CaseState.Approved;
import org.ssos.clearinghouse.vetting.CaseState.Decided;
import org.ssos.clearinghouse.vetting.CaseState.InReview;
import org.ssos.clearinghouse.vetting.CaseState.Published;
import org.ssos.clearinghouse.vetting.CaseState.Scheduled;
import org.ssos.clearinghouse.vetting.Cases.Result;

/** The store: what is kept, what is kept together, and what happens when several act at once. */
class CasesTest {
    private static final Rubric RUBRIC = RealContent.catalog().part(Rubric.PART);
    private static final String TEXT = """
            id: attendance-protocol
            title: Attendance Data Meeting
            publisher: Sample COE
            publishers: [california-collaborative-for-educational-excellence]
            """;

    private static final By.Member CURATOR = member(1, Role.CURATOR);
    private static final By.Member ANA = member(2, Role.REVIEWER);
    private static final By.Member BEN = member(3, Role.REVIEWER);
    private static final By.Member EDITOR = member(4, Role.EDITOR);

    private final MovingClock clock = new MovingClock();
    private final List<Approval> orders = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private boolean published;
    private boolean publishingFails;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private Cases cases;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        database = Database.in(folder);
        cases = new Cases(
                database,
                RealContent::catalog,
                _ -> null,
                clock,
                true,
                (_, approval) -> {
                    if (publishingFails) throw new IllegalStateException("No room");
                    orders.add(approval);
                },
                (_, id) -> {
                    ended.add(id);
                    return !published;
                });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_case_is_numbered_within_its_year_and_opens_by_its_link_alone() {
        var path = cases.open(suggestion("NEW"));
        cases.open(suggestion("new"));
        clock.pass(Duration.ofDays(60));
        cases.open(suggestion("NEW"));

        assertThat(cases.open()).extracting(Case::id).containsExactly("2026-0001", "2026-0002", "2027-0001");
        assertThat(path).matches("/cases/[A-Za-z0-9_-]{43}");
        assertThat(cases.ofToken(path.substring("/cases/".length())).map(Case::id))
                .contains("2026-0001");
        assertThat(cases.ofToken("2026-0001")).isEmpty();
        assertThat(everythingStored()).doesNotContain(path.substring("/cases/".length()));
    }

    @Test
    void the_entry_belongs_to_all_names_of_its_publishers_and_its_owner() {
        var one = newCase();
        assertThat(one.depth()).isEqualTo(Depth.FULL);
        assertThat(one.draft().organizations()).contains("Sample COE", "Sample Owner");
        assertThat(one.title()).isEqualTo("Attendance Data Meeting");
        assertThat(one.entry()).isEqualTo("attendance-protocol");
    }

    @Test
    void every_state_is_read_as_it_was_written() {
        var one = newCase();
        var seen = new ArrayList<Case>();
        seen.add(one);
        for (var step : wholeWay()) {
            one = done(one, step.step(), step.by());
            seen.add(one);
            assertThat(cases.find(one.id())).contains(one);
        }
        var asked = done(newCase(), new CaseStep.AskOwner("Which grades?"), CURATOR);
        assertThat(cases.find(asked.id())).contains(asked);
        var withdrawn = done(newCase(), new CaseStep.Withdraw(""), new By.OwnerOfCase());
        assertThat(cases.find(withdrawn.id())).contains(withdrawn);
        var appealed = done(declined(), new CaseStep.Appeal("A study"), new By.OwnerOfCase());
        assertThat(cases.find(appealed.id())).contains(appealed);
        assertThat(seen).extracting(each -> each.state().label()).contains("In review", "To be merged");
    }

    @Test
    void a_decision_and_its_order_are_one() {
        var one = decided();
        publishingFails = true;
        assertThatThrownBy(() -> cases.act(one.id(), one.version(), new CaseStep.Publish(""), EDITOR))
                .hasMessageContaining("No room");
        assertThat(cases.find(one.id())).contains(one);
        assertThat(cases.events(one)).extracting(CaseEvent::step).doesNotContain("publish");

        publishingFails = false;
        var approved = done(one, new CaseStep.Publish("Good"), EDITOR);
        assertThat(orders).hasSize(1);
        assertThat(orders.getFirst().text()).isEqualTo(TEXT);
        assertThat(orders.getFirst().entry()).isEqualTo(new EntryId("attendance-protocol"));
        assertThat(orders.getFirst().notBefore()).isNull();
        assertThat(orders.getFirst().decision().hash()).isEqualTo(ContentFiles.sha256(TEXT));
        assertThat(approved.state()).isInstanceOf(Approved.class);
    }

    @Test
    void a_scheduled_publication_waits_for_the_morning_in_california() {
        done(
                decided(),
                new CaseStep.Schedule(
                        clock.instant().atZone(clock.getZone()).toLocalDate().plusDays(10), ""),
                EDITOR);
        assertThat(orders.getFirst().notBefore()).hasToString("2026-12-01T08:00:00Z");
    }

    @Test
    void an_edit_ends_the_order_unless_it_was_carried_out() {
        var scheduled = done(decided(), new CaseStep.Schedule(java.time.LocalDate.of(2026, 12, 1), ""), EDITOR);
        assertThat(scheduled.state()).isInstanceOf(Scheduled.class);
        published = true;
        assertThat(edit(scheduled, "title: Other\nid: attendance-protocol\n")).isInstanceOf(Result.Refused.class);
        assertThat(cases.find(scheduled.id())).contains(scheduled);
        published = false;
        assertThat(edit(scheduled, "title: Other\nid: attendance-protocol\n")).isInstanceOf(Result.Done.class);
        var after = cases.find(scheduled.id()).orElseThrow();
        assertThat(after.state()).isInstanceOf(InReview.class);
        assertThat(after.title()).isEqualTo("Other");
        assertThat(after.draft().changed()).containsExactlyInAnyOrder("title", "publisher", "publishers");
        assertThat(cases.text(after, 1)).isEqualTo(TEXT);
        assertThat(cases.text(after, 2)).startsWith("title: Other");
        assertThat(ended).hasSize(2);
    }

    @Test
    void publishing_reports_back_and_the_order_is_not_ended() {
        var approved = done(decided(), new CaseStep.Publish(""), EDITOR);
        cases.published(approved.id(), "abc", clock.instant());
        cases.published(approved.id(), "abc", clock.instant());
        assertThat(cases.find(approved.id()).orElseThrow().state()).isInstanceOf(Published.class);
        assertThat(cases.events(approved))
                .filteredOn(event -> event.step().equals("on-the-site"))
                .hasSize(1);
        assertThat(cases.open()).isEmpty();
        assertThat(cases.closed(null, 10)).hasSize(1);
        assertThat(ended).isEmpty();
    }

    @Test
    void a_history_stays_in_order_when_a_case_hears_late_or_the_clock_is_set_back() {
        var approved = done(decided(), new CaseStep.Publish(""), EDITOR);
        var onTheSite = clock.instant();
        clock.pass(Duration.ofSeconds(2));
        cases.act(approved.id(), null, new CaseStep.NoteAmongCurators("Ask them for a photo"), EDITOR);
        cases.published(approved.id(), "abc", onTheSite);
        clock.pass(Duration.ofHours(-1));
        cases.act(approved.id(), null, new CaseStep.NoteAmongCurators("They sent one"), EDITOR);
        assertThat(cases.events(approved)).extracting(CaseEvent::at).isSorted();
        assertThat(cases.events(approved)).extracting(CaseEvent::step).contains("on-the-site");
    }

    @Test
    void whoever_saw_an_older_version_is_told_who_did_what() {
        var one = newCase();
        done(one, new CaseStep.Claim(), CURATOR);
        var late = cases.act(one.id(), one.version(), new CaseStep.Claim(), EDITOR);
        assertThat(late)
                .isInstanceOfSatisfying(
                        Result.MovedOn.class,
                        moved -> assertThat(moved.meanwhile()).singleElement().satisfies(event -> {
                            assertThat(event.who()).isEqualTo("Person 1");
                            assertThat(event.words()).isEqualTo("took the case on");
                        }));
        assertThat(cases.act(one.id(), one.version(), new CaseStep.NoteAmongCurators("Still useful"), EDITOR))
                .isInstanceOf(Result.Done.class);
    }

    @Test
    void history_and_texts_are_only_added_to() {
        newCase();
        for (var sql : List.of(
                "UPDATE case_event SET words = 'nothing'",
                "DELETE FROM case_event",
                "UPDATE case_draft SET text = ''",
                "DELETE FROM case_draft")) {
            assertThatThrownBy(() -> database.write(handle -> handle.execute(sql)))
                    .hasMessageContaining("add");
        }
    }

    @Test
    void every_step_stands_in_the_audit_trail() {
        done(newCase(), new CaseStep.Claim(), CURATOR);
        List<Audit.Row> trail = database.read(handle -> new Audit(handle).latest(1));
        assertThat(trail).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("claim");
            assertThat(row.target()).isEqualTo("case 2026-0001");
            assertThat(row.outcome()).isEqualTo("done");
        });
    }

    @Test
    void the_owner_is_written_to_about_what_concerns_them_without_names() {
        var one = newCase();
        done(one, new CaseStep.NoteAmongCurators("secret of ours"), CURATOR);
        assertThat(mails()).hasSize(1);
        done(one, new CaseStep.AskOwner("Which grades?"), CURATOR);
        assertThat(mails())
                .element(1)
                .asString()
                .contains("Which grades?", "2026-0001")
                .doesNotContain("Person 1");
    }

    @Test
    void the_private_link_is_mailed_and_its_token_lies_nowhere() {
        var one = newCase();
        assertThat(mails()).singleElement().asString().contains(Mail.SECRET, one.id());
        var secret = database.read(handle -> handle.createQuery("SELECT secret FROM mail")
                .mapTo(String.class)
                .one());
        assertThat(Cases.isOfCase(secret)).isTrue();
        var path = cases.freshLink(secret);
        var token = path.substring("/cases/".length());
        assertThat(cases.ofToken(token)).contains(one);
        assertThat(everythingStored()).doesNotContain(token);
        assertThat(mails().toString()).doesNotContain(token);
    }

    @Test
    void still_right_is_one_transaction_and_changes_nothing() {
        var entry = RealContent.catalog().find("ca-mtss").orElseThrow();
        var text = Objects.requireNonNull(RealContent.files().texts().get("initiatives/ca-mtss.yaml"));
        var hash = ContentFiles.sha256(text);
        var published = new Draft(entry.kind(), text, entry.id(), hash);
        var result = cases.stillRight(published, "called the office", "", ANA);
        var one = ((Result.Done) result).after();
        assertThat(one.state()).isInstanceOf(Approved.class);
        assertThat(orders).singleElement().satisfies(order -> {
            assertThat(order.text()).isEqualTo(text);
            assertThat(order.base()).isEqualTo(hash);
            assertThat(order.decision().stillRight()).isEqualTo("called the office");
        });

        var changed = new Draft(entry.kind(), text + "# more", entry.id(), hash);
        assertThat(cases.stillRight(changed, "called", "", ANA)).isInstanceOf(Result.Refused.class);
        var outdated = new Draft(
                entry.kind(),
                "id: ca-mtss\ntitle: Old\n",
                entry.id(),
                ContentFiles.sha256("id: ca-mtss\ntitle: Old\n"));
        assertThat(Acting.refused(cases.stillRight(outdated, "called", "", ANA)))
                .contains("changed since");
        assertThat(cases.stillRight(published, " ", "", ANA)).isInstanceOf(Result.Refused.class);
        assertThat(cases.open()).hasSize(1);
    }

    @Test
    void a_hand_edit_has_one_case_for_each_text() {
        var entry = new EntryId("ca-mtss");
        cases.handEdited(found(entry, "One"));
        cases.handEdited(found(entry, "One"));
        assertThat(cases.open()).singleElement().satisfies(one -> {
            assertThat(one.subject()).isEqualTo(Subject.HAND_EDIT);
            assertThat(one.isUnchanged()).isTrue();
        });
        cases.handEdited(found(entry, "Two"));
        assertThat(cases.open())
                .singleElement()
                .satisfies(one -> assertThat(one.title()).isEqualTo("Two"));
        cases.noLongerHandEdited(entry);
        assertThat(cases.open()).isEmpty();
        cases.handEdited(found(entry, "Two"));
        assertThat(cases.open()).hasSize(1);
    }

    private static Draft found(EntryId entry, String title) {
        var text = "id: " + entry + "\ntitle: " + title + "\n";
        return new Draft(Kind.INITIATIVE, text, entry, ContentFiles.sha256(text));
    }

    @Test
    void the_figures_tell_what_waits_and_how_long_decisions_took() {
        newCase();
        var one = decided();
        assertThat(cases.figures()).isEqualTo(new Cases.Figures(2, null));
        clock.pass(Duration.ofDays(4));
        done(one, new CaseStep.Publish(""), EDITOR);
        assertThat(cases.figures()).isEqualTo(new Cases.Figures(2, 4.0));
    }

    @Test
    void twenty_curators_at_once_lose_nothing() throws Exception {
        var ids = IntStream.range(0, 10).mapToObj(_ -> newCase().id()).toList();
        var before = events(ids);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = IntStream.range(10, 30)
                    .mapToObj(number -> (Callable<Integer>) () -> act(number, ids))
                    .toList();
            int done = 0;
            for (var result : threads.invokeAll(work)) done += result.get();
            assertThat(events(ids) - before).isEqualTo(done);
        }
        for (var id : ids) {
            var one = cases.find(id).orElseThrow();
            var moves = cases.events(one).stream()
                    .filter(event -> !event.step().startsWith("note"))
                    .count();
            assertThat(one.version()).isEqualTo((int) moves);
            assertThat(cases.events(one)).isSortedAccordingTo(java.util.Comparator.comparing(CaseEvent::at));
        }
    }

    /** Takes cases on, hands them back and leaves notes; says how many steps were done. */
    private int act(int number, List<String> ids) {
        var random = new Random(number);
        var me = member(number, Role.CURATOR);
        int done = 0;
        for (int i = 0; i < 20; i++) {
            var one = cases.find(ids.get(random.nextInt(ids.size()))).orElseThrow();
            var step = switch (random.nextInt(3)) {
                case 0 -> new CaseStep.Claim();
                case 1 -> new CaseStep.HandBack();
                default -> new CaseStep.NoteAmongCurators("Note " + number);
            };
            if (cases.act(one.id(), one.version(), step, me) instanceof Result.Done) done++;
        }
        return done;
    }

    private int events(List<String> ids) {
        return ids.stream()
                .mapToInt(id -> cases.events(cases.find(id).orElseThrow()).size())
                .sum();
    }

    private record Way(CaseStep step, By by) {}

    private List<Way> wholeWay() {
        return List.of(
                new Way(new CaseStep.Claim(), CURATOR),
                new Way(screening(), CURATOR),
                new Way(review(2), ANA),
                new Way(review(3), BEN),
                new Way(new CaseStep.Publish("Good"), EDITOR),
                new Way(new CaseStep.Conflict("Another text"), new By.Site()));
    }

    private Case decided() {
        var one = newCase();
        one = done(one, screening(), CURATOR);
        one = done(one, review(2), ANA);
        one = done(one, review(3), BEN);
        assertThat(one.state()).isInstanceOf(Decided.class);
        return one;
    }

    private Case declined() {
        return done(decided(), new CaseStep.Decline("Thin."), EDITOR);
    }

    private Case newCase() {
        var path = cases.open(suggestion("NEW"));
        return cases.ofToken(path.substring("/cases/".length())).orElseThrow();
    }

    private static NewCase suggestion(String subject) {
        return new NewCase(
                new Draft(Kind.RESOURCE, TEXT, null, null),
                new Sender("Olga", "Sample Owner", "office@example.org", null),
                subject,
                null);
    }

    private Case done(Case one, CaseStep step, By by) {
        var result = cases.act(one.id(), one.version(), step, by);
        if (result instanceof Result.Done(var after)) return after;
        throw new AssertionError(step + ": " + result);
    }

    private Result edit(Case one, String text) {
        return cases.edit(one.id(), one.version(), DraftText.read(text).orElseThrow(), null, CURATOR);
    }

    private List<String> mails() {
        return database.read(handle ->
                handle.createQuery("SELECT body FROM mail").mapTo(String.class).list());
    }

    private String everythingStored() {
        return database.read(handle -> handle.createQuery("SELECT token_hash || facts FROM vetting_case")
                .mapTo(String.class)
                .list()
                .toString());
    }

    private static CaseStep screening() {
        return new CaseStep.Screen(RUBRIC.gates().stream()
                .collect(Collectors.toMap(Rubric.Gate::id, _ -> new GateCheck.Finding(true, "seen"))));
    }

    private static CaseStep review(int points) {
        return new CaseStep.HandInReview(
                Set.of("g-safe"),
                Map.of(),
                RUBRIC.criteria().stream()
                        .collect(Collectors.toMap(Rubric.Criterion::id, _ -> new Score(points, "because"))));
    }

    private static By.Member member(long id, Role... roles) {
        return new By.Member(new Person(id, "Person " + id, "Curator", "Office " + id), Set.of(roles));
    }
}
