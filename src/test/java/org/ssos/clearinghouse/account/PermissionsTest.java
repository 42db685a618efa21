package org.ssos.clearinghouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ssos.clearinghouse.account.Account.State;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.web.Assets;
import org.ssos.clearinghouse.web.ErrorPages;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;
import org.ssos.clearinghouse.web.VisitorAddress;

/** Every role, every action, every kind of work: what the table says is what a request gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final MovingClock clock = new MovingClock();
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private Javalin server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        database = Database.in(folder);
        for (var role : Role.values()) tokens.put(role, sessionOf(role.id() + "@example.org", Set.of(role), true));
        var site = new Site(
                () -> "http://localhost", null, null, false, () -> PartialDate.of(LocalDate.EPOCH), new Assets());
        var pages = new Pages(clock);
        var guard = new Guard(
                database,
                new FormTokens(database),
                new Cookies(false),
                pages,
                site,
                clock,
                new VisitorAddress(List.of()));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    guard.addRoutes(config.routes);
                    new ErrorPages(pages, site, clock).addRoutes(config.routes);
                    config.routes.get("/{action}/{work}", ctx -> {
                        var action = Action.valueOf(ctx.pathParam("action"));
                        guard.require(ctx, action, Work.valueOf(ctx.pathParam("work")), "the-thing");
                        ctx.result("done");
                    });
                })
                .start("127.0.0.1", 0);
    }

    @AfterAll
    void stop() {
        server.stop();
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> each_role_may_do_what_the_table_says_and_nothing_else() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Action.values())
                        .flatMap(action -> Arrays.stream(Work.values())
                                .map(work -> DynamicTest.dynamicTest(
                                        role.id() + ", " + action.id() + ", " + work.label(),
                                        () -> tryIt(role, action, work)))));
    }

    @Test
    void several_roles_add_up_but_never_lift_the_ban_on_own_work() throws Exception {
        var token = sessionOf("all@example.org", EnumSet.allOf(Role.class), true);

        for (var action : Action.values()) {
            assertThat(get(token, action, Work.OTHERS).statusCode()).isEqualTo(200);
            assertThat(get(token, action, Work.OWN).statusCode())
                    .isEqualTo(action.forbidden().contains(Work.OWN) ? 403 : 200);
        }
    }

    @Test
    void somebody_without_a_role_or_without_codes_or_without_a_session_may_nothing() throws Exception {
        var none = sessionOf("none@example.org", Set.of(), true);
        var codeless = sessionOf("codeless@example.org", EnumSet.of(Role.EDITOR, Role.CURATOR), false);

        for (var action : Action.values()) {
            assertThat(get(none, action, Work.OTHERS).statusCode()).isEqualTo(403);
            assertThat(get(codeless, action, Work.OTHERS).headers().firstValue("Location"))
                    .contains("/account/two-step");
            assertThat(get("no-such-session", action, Work.OTHERS).statusCode()).isEqualTo(303);
        }
    }

    /** Nobody alone: whoever changed any field may neither score it nor let it through. */
    @Test
    void nobody_scores_approves_or_publishes_their_own_work() {
        assertThat(Arrays.stream(Action.values())
                        .filter(action -> action.forbidden().contains(Work.OWN)))
                .contains(
                        Action.SCORE,
                        Action.SETTLE,
                        Action.DECIDE,
                        Action.PUBLISH,
                        Action.SCHEDULE,
                        Action.REVIEW_EMERGENCY,
                        Action.ARCHIVE,
                        Action.UNARCHIVE,
                        Action.HANDLE_APPEAL);
    }

    @Test
    void the_documentation_shows_the_same_table() throws Exception {
        var documented = Files.readAllLines(Path.of("docs/permissions.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| to ") && !line.startsWith("|---"));

        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(Action.values())
                        .map(PermissionsTest::line)
                        .toList());
    }

    private static String line(Action action) {
        return "| %s | %s | %s |"
                .formatted(
                        action.label(),
                        Arrays.stream(Role.values())
                                .filter(action.roles()::contains)
                                .map(Role::id)
                                .collect(Collectors.joining(", ")),
                        Arrays.stream(Work.values())
                                .filter(action.forbidden()::contains)
                                .map(Work::label)
                                .collect(Collectors.joining(", ")));
    }

    private void tryIt(Role role, Action action, Work work) throws Exception {
        var answer = get(token(role), action, work);

        if (action.isOpenTo(Set.of(role), work)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("done");
        } else {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("This page is not open to you", "To " + action.label() + " takes");
            var row = database.read(handle -> new Audit(handle).latest(1)).getFirst();
            assertThat(row)
                    .extracting(
                            Audit.Row::who,
                            Audit.Row::role,
                            Audit.Row::organization,
                            Audit.Row::action,
                            Audit.Row::target,
                            Audit.Row::outcome)
                    .containsExactly(
                            role.id() + "@example.org",
                            role.label(),
                            "Sample COE",
                            action.id(),
                            "the-thing",
                            "refused");
            assertThat(row.at()).isEqualTo(clock.instant());
        }
    }

    private String token(Role role) {
        var token = tokens.get(role);
        if (token == null) throw new AssertionError(role);
        return token;
    }

    private HttpResponse<String> get(String token, Action action, Work work) throws Exception {
        var address = "http://127.0.0.1:" + server.port() + "/" + action.name() + "/" + work.name();
        var request = HttpRequest.newBuilder(URI.create(address)).header("Cookie", "session=" + token);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private String sessionOf(String email, Set<Role> roles, boolean codes) {
        return database.write(handle -> {
            var accounts = new Accounts(handle);
            var account = accounts.add(email, "Ana Sample", "Sample COE", roles, clock.instant());
            accounts.change(account.id(), State.ACTIVE);
            if (codes) accounts.changeTwoStep(account.id(), TwoStep.freshSecret());
            return new Sessions(handle).begin(account.id(), true, "test", clock.instant());
        });
    }
}
