package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.ssos.clearinghouse.CuratingSite.Member;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.MovingClock;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.account.Work;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.NewCase;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.Archiving;
import org.ssos.clearinghouse.vetting.By;
import org.ssos.clearinghouse.vetting.Case;
import org.ssos.clearinghouse.vetting.CaseState;
import org.ssos.clearinghouse.vetting.CaseStep;
import org.ssos.clearinghouse.vetting.Person;
import org.ssos.clearinghouse.vetting.Rubric;
import org.ssos.clearinghouse.vetting.Subject;

/**
 * Every address that needs a role, every role, and the work of others, of one's own and of one's own organization: what
 * the table of permissions says is what the running site does. A new address or step has no row here, and fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressPermissionsTest {
    private static final By.Member SCREENER = stranger(9001, Role.CURATOR);
    private static final By.Member ONE = stranger(9002, Role.REVIEWER);
    private static final By.Member OTHER = stranger(9003, Role.REVIEWER);
    private static final By.Member DECIDER = stranger(9004, Role.EDITOR);
    private static final By.Member ADMINISTRATOR = stranger(9005, Role.ADMINISTRATOR);
    private static final EntryId PUBLISHED = new EntryId("ca-mtss");

    /** What takes no role: signing in, one's own account, and what visitors do. */
    private static final Set<String> OPEN_TO_ANYBODY = Set.of(
            "POST /account/name",
            "POST /account/password",
            "POST /account/sessions/end-others",
            "POST /account/sessions/{id}/end",
            "POST /account/two-step",
            "POST /account/two-step/anew",
            "POST /account/two-step/off",
            "POST /account/two-step/recovery-codes",
            "POST /cases/{token}/answer",
            "POST /cases/{token}/appeal",
            "POST /cases/{token}/draft",
            "POST /cases/{token}/withdrawal",
            "POST /cohorts",
            "POST /cohorts/{token}/end",
            "POST /cohorts/{token}/name",
            "POST /feedback",
            "POST /leas/forget",
            "POST /leas/{cds}/choose",
            "POST /links/{token}",
            "POST /new-leaders/intake",
            "POST /roadmaps",
            "POST /roadmaps/{token}",
            "POST /roadmaps/{token}/answers",
            "POST /roadmaps/{token}/cohorts",
            "POST /roadmaps/{token}/cohorts/leave",
            "POST /roadmaps/{token}/delete",
            "POST /roadmaps/{token}/mail",
            "POST /roadmaps/{token}/seen",
            "POST /roadmaps/{token}/share",
            "POST /roadmaps/{token}/share/end",
            "POST /sign-in",
            "POST /sign-in/code",
            "POST /sign-out",
            "POST /suggest",
            "POST /verify/{token}");

    /** What no page asks yet, or the command line alone. */
    private static final Set<Action> WITHOUT_ADDRESS = EnumSet.of(Action.IMPORT_ENTRIES);

    private final AtomicInteger number = new AtomicInteger();
    private final Map<Role, Member> members = new EnumMap<>(Role.class);
    private final List<Row> rows = rows();

    @SuppressWarnings("NullAway.Init")
    private CuratingSite site;

    /** What is asked of the site, and what the audit trail calls it. */
    private record Asked(String path, String target, List<String> fields) {
        Asked(String path, String target, String... fields) {
            this(path, target, List.of(fields));
        }

        String[] form() {
            return fields.toArray(String[]::new);
        }
    }

    /**
     * @param step that it takes in a case
     * @param onWork whether it matters whose work it is
     * @param accepted the status of the answer to somebody who may
     * @param prepare brings about what it can be done to
     */
    private record Row(
            String route,
            @Nullable Class<? extends CaseStep> step,
            Action action,
            boolean onWork,
            int accepted,
            Function<Stage, Asked> prepare) {
        @Override
        public String toString() {
            return route + (step == null ? "" : " " + step.getSimpleName());
        }
    }

    @BeforeAll
    void start() throws Exception {
        site = new CuratingSite(new MovingClock());
        for (var role : Role.values()) members.put(role, site.member(role));
        var change = site.change(
                Kind.INITIATIVE, PUBLISHED, "Published once", new Sender("Olga Owner", "Elsewhere COE", null, null));
        site.act(change, new CaseStep.PublishInEmergency("to have a history"), ADMINISTRATOR);
        CuratingSite.await("a history", () -> site.now(change).state() instanceof CaseState.Published);
    }

    @AfterAll
    void stop() throws IOException {
        site.close();
    }

    @TestFactory
    Stream<DynamicTest> each_role_gets_at_each_address_what_the_table_says() {
        return rows.stream()
                .flatMap(row -> Arrays.stream(Role.values())
                        .flatMap(role -> Arrays.stream(Work.values())
                                .filter(work -> row.onWork() || work == Work.OTHERS)
                                .map(work -> DynamicTest.dynamicTest(
                                        row + ", " + role.id() + ", " + work.label(), () -> tryIt(row, role, work)))));
    }

    @Test
    void nobody_gets_anywhere_without_a_session() {
        var asked = rows.stream()
                .map(row -> Map.entry(row, row.prepare().apply(new Stage(member(Role.CURATOR), Work.OTHERS))))
                .toList();
        for (var each : asked) {
            var path = each.getValue().path();
            var browser = site.browser();
            if (each.getKey().route().startsWith("GET")) {
                assertThat(browser.get(path).headers().firstValue("Location"))
                        .as(path)
                        .hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in?next="));
            } else {
                var answer = browser.post(path, each.getValue().form());
                assertThat(answer.statusCode()).as(path).isEqualTo(403);
                assertThat(answer.body()).as(path).contains("You were signed out");
            }
        }
    }

    @Test
    void every_address_that_changes_something_or_belongs_to_curators_has_a_row() {
        var wanted = site.routes().stream()
                .filter(route -> !route.startsWith("GET ") || route.startsWith("GET /curate"))
                .filter(route -> !OPEN_TO_ANYBODY.contains(route));

        assertThat(wanted)
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(Row::route).collect(Collectors.toSet()));
        assertThat(site.routes()).containsAll(OPEN_TO_ANYBODY);
    }

    @Test
    void every_step_of_a_case_that_takes_an_account_has_a_row() {
        var steps = Arrays.stream(CaseStep.class.getPermittedSubclasses())
                .filter(step -> !ofOwnerOrSite(step))
                .toList();

        assertThat(rows.stream().map(Row::step).filter(step -> step != null).toList())
                .containsAll(steps.stream()
                        .<Class<? extends CaseStep>>map(step -> step.asSubclass(CaseStep.class))
                        .toList());
    }

    @Test
    void every_action_is_asked_somewhere() {
        assertThat(EnumSet.allOf(Action.class))
                .filteredOn(action -> rows.stream().noneMatch(row -> row.action() == action))
                .isSubsetOf(WITHOUT_ADDRESS);
    }

    private static boolean ofOwnerOrSite(Class<?> step) {
        return Set.<Class<?>>of(
                        CaseStep.OwnerAnswers.class,
                        CaseStep.Withdraw.class,
                        CaseStep.Appeal.class,
                        CaseStep.OnTheSite.class,
                        CaseStep.Conflict.class)
                .contains(step);
    }

    private void tryIt(Row row, Role role, Work work) {
        var member = member(role);
        var asked = row.prepare().apply(new Stage(member, work));
        int before = auditRows();
        var answer = row.route().startsWith("GET")
                ? member.browser().get(asked.path())
                : member.browser().post(asked.path(), asked.form());

        if (row.action().isOpenTo(Set.of(role), work)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(row.accepted());
            assertThat(refusalsSince(before)).isEmpty();
        } else {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body())
                    .contains(
                            "This page is not open to you", "To " + row.action().label() + " takes");
            assertThat(refusalsSince(before))
                    .containsExactly(member.email() + " " + row.action().id() + " " + asked.target());
        }
    }

    private int auditRows() {
        return site.database.read(handle -> handle.createQuery("SELECT coalesce(max(id), 0) FROM audit")
                .mapTo(Integer.class)
                .one());
    }

    private List<String> refusalsSince(int before) {
        return site.database.read(handle -> handle.createQuery(
                        "SELECT who || ' ' || action || ' ' || target FROM audit WHERE id > ? AND outcome = 'refused'")
                .bind(0, before)
                .mapTo(String.class)
                .list());
    }

    private Member member(Role role) {
        var member = members.get(role);
        if (member == null) throw new AssertionError(role);
        return member;
    }

    private static By.Member stranger(long id, Role role) {
        return new By.Member(new Person(id, "Stranger " + id, role.label(), "Strange COE " + id), Set.of(role));
    }

    private List<Row> rows() {
        var all = new ArrayList<Row>();
        all.add(page("GET /curate", Action.SEE_DESK));
        all.add(page("GET /curate/cases", Action.SEE_QUEUE));
        all.add(new Row("GET /curate/cases/{id}", null, Action.SEE_QUEUE, false, 200, stage -> {
            var path = "/curate/cases/" + stage.light().id();
            return new Asked(path, path);
        }));
        all.add(page("GET /curate/audit", Action.SEE_AUDIT));
        all.add(page("GET /curate/status", Action.SEE_STATUS));
        addAccounts(all);
        addFreshness(all);
        addReports(all);
        for (var kind : Kind.values()) addArchive(all, kind);
        for (var kind : Kind.values()) all.add(history(kind));
        addSteps(all);
        addDecisions(all);
        addNotes(all);
        return all;
    }

    private static Row page(String route, Action action) {
        var path = route.substring("GET ".length());
        return new Row(route, null, action, false, 200, _ -> new Asked(path, path));
    }

    private void addAccounts(List<Row> all) {
        all.add(page("GET /curate/accounts", Action.MANAGE_ACCOUNTS));
        all.add(account("GET /curate/accounts/{id}"));
        all.add(new Row(
                "POST /curate/accounts",
                null,
                Action.MANAGE_ACCOUNTS,
                false,
                200,
                _ -> new Asked(
                        "/curate/accounts",
                        "/curate/accounts",
                        "email",
                        "new" + number.incrementAndGet() + "@example.org",
                        "name",
                        "Nora New",
                        "organization",
                        "New COE",
                        "roles",
                        "curator")));
        all.add(account("POST /curate/accounts/{id}/roles", "organization", "Other COE", "roles", "reviewer"));
        all.add(account("POST /curate/accounts/{id}/disabling"));
        all.add(new Row(
                "POST /curate/accounts/{id}/enabling",
                null,
                Action.MANAGE_ACCOUNTS,
                false,
                // There is nothing to enable.
                422,
                _ -> invited("/enabling")));
        all.add(account("POST /curate/accounts/{id}/reset"));
        all.add(account("POST /curate/accounts/{id}/sign-out"));
    }

    private Row account(String route, String... fields) {
        var rest = route.substring(route.indexOf("{id}") + "{id}".length());
        return new Row(route, null, Action.MANAGE_ACCOUNTS, false, 200, _ -> invited(rest, fields));
    }

    private Asked invited(String rest, String... fields) {
        var email = "invited" + number.incrementAndGet() + "@example.org";
        site.invite(email, "Ines Invited", "Inviting COE", Role.CURATOR);
        var path = "/curate/accounts/" + site.desk().find(email).orElseThrow().id() + rest;
        return new Asked(path, path, fields);
    }

    private Row history(Kind kind) {
        var route = "POST /" + kind.path() + "/{id}/history/{number}";
        boolean published = kind == Kind.INITIATIVE;
        return new Row(route, null, Action.PROPOSE_CHANGE, false, published ? 303 : 404, _ -> {
            var entry = published ? "/initiatives/" + PUBLISHED : site.cases().rules() == null ? "" : anyOf(kind);
            return new Asked(entry + "/history/" + (published ? "before-1" : "7"), entry);
        });
    }

    /** The path of the first published entry of a kind. */
    private String anyOf(Kind kind) {
        try (var files = Files.list(site.folder.resolve("content").resolve(kind.path()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .sorted()
                    .findFirst()
                    .map(file -> "/" + kind.path() + "/" + file.substring(0, file.length() - ".yaml".length()))
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void addFreshness(List<Row> all) {
        all.add(page("GET /curate/due", Action.SEE_DUE));
        all.add(new Row("GET /curate/due/{id}", null, Action.SEE_DUE, false, 200, _ -> {
            return new Asked("/curate/due/cde", "/curate/due/cde");
        }));
        all.add(new Row("POST /curate/due/{id}/check", null, Action.VERIFY_STILL_RIGHT, false, 303, _ -> {
            var path = another(Kind.AGENCY);
            var id = new EntryId(path.substring(path.lastIndexOf('/') + 1));
            var seen = ContentFiles.sha256(site.published(Kind.AGENCY, id));
            return new Asked("/curate/due/" + id + "/check", path, "how", "sources", "seen", seen);
        }));
        all.add(new Row("POST /curate/due/{id}/question", null, Action.ASK_OWNER, false, 200, _ -> {
            return new Asked("/curate/due/cde/question", "/agencies/cde", "email", "CASystemofSupport@cde.ca.gov");
        }));
    }

    private void addReports(List<Row> all) {
        all.add(page("GET /curate/feedback", Action.SEE_REPORTS));
        all.add(new Row("GET /curate/feedback/{number}", null, Action.SEE_REPORTS, false, 200, _ -> {
            var path = "/curate/feedback/" + comment();
            return new Asked(path, path);
        }));
        all.add(new Row("POST /curate/feedback/{number}/look", null, Action.ANSWER_REPORTS, false, 303, _ -> {
            var note = comment();
            return new Asked("/curate/feedback/" + note + "/look", "feedback " + note);
        }));
        all.add(new Row(
                "POST /curate/feedback/{number}/answer",
                null,
                Action.ANSWER_REPORTS,
                false,
                // Nobody would read the answer.
                409,
                _ -> {
                    var note = comment();
                    return new Asked("/curate/feedback/" + note + "/answer", "feedback " + note, "did", "We read it.");
                }));
    }

    /** The number of what a reader said just now. */
    private int comment() {
        var reader = site.browser();
        var page = "/feedback?entry=" + PUBLISHED;
        var words = "Too long, said reader " + number.incrementAndGet() + ".";
        reader.fill(page, "/feedback", "entry", PUBLISHED.value(), "say", "vote", "helpful", "no", "words", words);
        return site.database.read(handle -> handle.createQuery("SELECT max(id) FROM reader_note")
                .mapTo(Integer.class)
                .one());
    }

    private void addArchive(List<Row> all, Kind kind) {
        var route = "POST /" + kind.path() + "/{id}/archive";
        all.add(new Row(route, null, Action.PROPOSE_CHANGE, false, 303, _ -> {
            var entry = another(kind);
            return new Asked(entry + "/archive", entry, "reason", "It has ended.");
        }));
        all.add(new Row(route + "/take-down", null, Action.TAKE_DOWN, false, 303, _ -> {
            var entry = another(kind);
            return new Asked(
                    entry + "/archive/take-down", entry, "take-down-reason", "It harms somebody.", "sure", "yes");
        }));
    }

    /** The path of a published entry of a kind that nothing was done to yet. */
    private String another(Kind kind) {
        return "/" + kind.path() + "/" + site.another(kind);
    }

    private void addSteps(List<Row> all) {
        all.add(step("claim", CaseStep.Claim.class, Action.CLAIM, Stage::light));
        all.add(step("return", CaseStep.HandBack.class, Action.HAND_BACK, stage -> {
            var by = new By.Member(stage.who().person(), Set.of(Role.CURATOR));
            return site.act(stage.light(), new CaseStep.Claim(), by);
        }));
        all.add(step(
                "assignment",
                CaseStep.Assign.class,
                Action.ASSIGN,
                Stage::light,
                "to",
                () -> String.valueOf(member(Role.EDITOR).person().account())));
        all.add(step("screening", CaseStep.Screen.class, Action.SCREEN, Stage::light, this::gates));
        all.add(new Row(
                "POST /curate/cases/{id}/closing",
                CaseStep.CloseUnanswered.class,
                Action.SCREEN,
                true,
                // The owner still has time to answer.
                409,
                stage -> of(site.act(stage.light(), new CaseStep.AskOwner("Why?"), SCREENER), "closing")));
        all.add(step("review", CaseStep.HandInReview.class, Action.SCORE, Stage::inReview, this::scores));
        all.add(step("recusal", CaseStep.Recuse.class, Action.RECUSE, Stage::inReview, "recusal-reason", "a reason"));
        all.add(step("settlement", CaseStep.Settle.class, Action.SETTLE, stage -> stage.reviewed(0, 3), this::scores));
        all.add(step(
                "ruling",
                CaseStep.JudgeBasis.class,
                Action.SETTLE,
                stage -> stage.reviewed(null, null),
                "bandable",
                "no",
                "ruling-reason",
                "a reason"));
        all.add(step(
                "still-right",
                CaseStep.ConfirmStillRight.class,
                Action.VERIFY_STILL_RIGHT,
                Stage::report,
                "how",
                "By a call"));
        all.add(step(
                "closing-answer",
                CaseStep.CloseWithAnswer.class,
                Action.ANSWER_REPORTS,
                Stage::report,
                "closing-answer",
                "It is as it should be."));
        all.add(new Row(
                "POST /curate/cases/{id}/restoration",
                null,
                Action.EDIT_DRAFT,
                true,
                // No text was decided on that could be restored.
                404,
                stage -> of(stage.light(), "restoration")));
        all.add(new Row("GET /curate/cases/{id}/draft", CaseStep.Edit.class, Action.EDIT_DRAFT, true, 200, stage -> {
            return of(stage.light(), "draft");
        }));
        all.add(new Row("POST /curate/cases/{id}/draft", CaseStep.Edit.class, Action.EDIT_DRAFT, true, 303, stage -> {
            var one = stage.light();
            return of(one, "draft", "text", CuratingSite.text(one.kind(), one.entry(), "Mended"));
        }));
    }

    private void addDecisions(List<Row> all) {
        all.add(decision(CaseStep.Publish.class, Action.PUBLISH, "publish"));
        all.add(archiving(Subject.ARCHIVE, Action.ARCHIVE));
        all.add(archiving(Subject.UNARCHIVE, Action.UNARCHIVE));
        all.add(decision(CaseStep.Schedule.class, Action.SCHEDULE, "schedule"));
        all.add(decision(CaseStep.Decline.class, Action.DECIDE, "decline"));
        all.add(decision(CaseStep.AskOwner.class, Action.WRITE_TO_OWNER, "ask"));
        all.add(new Row(
                "POST /curate/cases/{id}/approval-end",
                CaseStep.TakeBack.class,
                Action.DECIDE,
                // Whoever decided may take it back themselves.
                false,
                303,
                stage -> {
                    var step = new CaseStep.Schedule(LocalDate.of(2027, 1, 1), "");
                    return of(site.act(stage.decided(), step, DECIDER), "approval-end", "end-reason", "a reason");
                }));
        all.add(step(
                "appeal-answer",
                CaseStep.AnswerAppeal.class,
                Action.HANDLE_APPEAL,
                stage -> {
                    var declined = site.act(stage.decided(), new CaseStep.Decline("thin"), DECIDER);
                    return site.act(declined, new CaseStep.Appeal("new"), new By.OwnerOfCase());
                },
                "accepted",
                "no",
                "appeal-reason",
                "a reason"));
        all.add(step(
                "emergency",
                CaseStep.PublishInEmergency.class,
                Action.PUBLISH_IN_EMERGENCY,
                Stage::light,
                "emergency-reason",
                "a reason",
                "emergency-sure",
                "yes"));
        all.add(step(
                "second-look",
                CaseStep.ReviewEmergency.class,
                Action.REVIEW_EMERGENCY,
                stage -> {
                    var one = site.act(stage.light(), new CaseStep.PublishInEmergency("now"), ADMINISTRATOR);
                    CuratingSite.await("publication", () -> site.now(one).state() instanceof CaseState.Published);
                    return site.now(one);
                },
                "second-note",
                "looked"));
    }

    private void addNotes(List<Row> all) {
        all.add(step("question", CaseStep.AskOwner.class, Action.WRITE_TO_OWNER, Stage::light, "question", "Why?"));
        all.add(step(
                "owner-note", CaseStep.NoteToOwner.class, Action.WRITE_TO_OWNER, Stage::light, "owner-note", "Thanks"));
        all.add(step("note", CaseStep.NoteAmongCurators.class, Action.WRITE_NOTE, Stage::light, "note", "Hm"));
    }

    private Row archiving(Subject subject, Action action) {
        return new Row(
                "POST /curate/cases/{id}/decision",
                CaseStep.Publish.class,
                action,
                true,
                // What is not archived cannot come back.
                subject == Subject.UNARCHIVE ? 409 : 303,
                stage -> of(stage.archiving(subject), "decision", "choice", "publish", "message", "a reason"));
    }

    private Row decision(Class<? extends CaseStep> step, Action action, String choice) {
        return step(
                "decision", step, action, Stage::decided, "choice", choice, "message", "a reason", "day", "2027-01-01");
    }

    private Row step(
            String form,
            Class<? extends CaseStep> step,
            Action action,
            Function<Stage, Case> before,
            String field,
            Supplier<String> value) {
        return new Row(
                "POST /curate/cases/{id}/" + form,
                step,
                action,
                true,
                303,
                stage -> of(before.apply(stage), form, field, value.get()));
    }

    private Row step(
            String form,
            Class<? extends CaseStep> step,
            Action action,
            Function<Stage, Case> before,
            String... fields) {
        return step(form, step, action, before, () -> fields);
    }

    private Row step(
            String form,
            Class<? extends CaseStep> step,
            Action action,
            Function<Stage, Case> before,
            Supplier<String[]> fields) {
        return new Row(
                "POST /curate/cases/{id}/" + form,
                step,
                action,
                true,
                303,
                stage -> of(before.apply(stage), form, fields.get()));
    }

    private static Asked of(Case one, String form, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("version", String.valueOf(one.version())));
        return new Asked("/curate/cases/" + one.id() + "/" + form, "case " + one.id(), all.toArray(String[]::new));
    }

    private String[] gates() {
        return site.rubric().gates().stream()
                .flatMap(gate -> Stream.of("gate-" + gate.id(), "pass"))
                .toArray(String[]::new);
    }

    private String[] scores() {
        return Stream.concat(
                        Arrays.stream(gates()),
                        site.rubric().criteria().stream()
                                .map(Rubric.Criterion::id)
                                .flatMap(id -> Stream.of("score-" + id, "2", "reason-" + id, "because")))
                .toArray(String[]::new);
    }

    /** Cases as they come to be what somebody is to act on, and whose work they are to them. */
    private final class Stage {
        private final Member who;
        private final Work work;

        Stage(Member who, Work work) {
            this.who = who;
            this.work = work;
        }

        Member who() {
            return who;
        }

        /** Just come in; an editor decides. */
        Case light() {
            return begun(Kind.INITIATIVE);
        }

        /** A reader's report about an entry as it stands on the site. */
        Case report() {
            var id = site.another(Kind.AGENCY);
            var text = site.published(Kind.AGENCY, id);
            var organization =
                    work == Work.OTHERS ? "Elsewhere COE" : who.person().organization();
            var account = work == Work.OWN ? who.person().account() : null;
            var draft = new Draft(Kind.AGENCY, text, id, ContentFiles.sha256(text));
            var sender = new Sender("Rita Reader", organization, null, account);
            return site.ofLink(site.cases().open(new NewCase(draft, sender, Subject.REPORT.name(), "It moved.")));
        }

        /** A proposal to take an entry from the lists, or to bring it back. */
        Case archiving(Subject subject) {
            var id = site.another(Kind.AGENCY);
            var text = site.published(Kind.AGENCY, id);
            var draft = subject == Subject.UNARCHIVE
                    ? Archiving.unarchive(Kind.AGENCY, id, text + "archived: {on: '2026-11-01', reason: Ended.}\n")
                    : Archiving.archive(Kind.AGENCY, id, text, LocalDate.of(2026, 11, 22), "Ended.");
            var organization = work == Work.OF_MY_ORGANIZATION ? who.person().organization() : "Elsewhere COE";
            var account = work == Work.OWN
                    ? who.person().account()
                    : SCREENER.person().account();
            var sender = new Sender("Rita Reader", organization, null, account);
            return site.ofLink(site.cases().open(new NewCase(draft, sender, subject.name(), null)));
        }

        Case decided() {
            var one = light();
            return site.act(one, site.screening(one), SCREENER);
        }

        Case inReview() {
            var one = begun(Kind.RESOURCE);
            return site.act(one, site.screening(one), SCREENER);
        }

        Case reviewed(@Nullable Integer one, @Nullable Integer other) {
            var half = site.act(inReview(), site.review(one), ONE);
            return site.act(half, site.review(other), OTHER);
        }

        private Case begun(Kind kind) {
            var organization = work == Work.OF_MY_ORGANIZATION ? who.person().organization() : "Elsewhere COE";
            var one = site.suggested(kind, "sample-" + number.incrementAndGet(), organization);
            if (work != Work.OWN) return one;
            return site.edit(one, "Changed by somebody", new By.Member(who.person(), Set.of(Role.CURATOR)));
        }
    }
}
