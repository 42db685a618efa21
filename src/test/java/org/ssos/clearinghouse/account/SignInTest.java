package org.ssos.clearinghouse.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ssos.clearinghouse.account.AccountSite.PASSWORD;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.account.AccountDesk.Result;
import org.ssos.clearinghouse.account.Audit.Outcome;
import org.ssos.clearinghouse.web.Token;

/** Accounts from the invitation to the sign-out, as browsers see them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
    private static final Pattern RECOVERY_CODE =
            Pattern.compile("<code>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){5}-[A-Z2-7]{2})</code>");

    @SuppressWarnings("NullAway.Init")
    private AccountSite site;

    @BeforeAll
    void start() throws Exception {
        site = new AccountSite();
    }

    @AfterAll
    void stop() throws Exception {
        site.close();
    }

    @Test
    void an_invitation_is_used_by_its_button_only_and_once() {
        var email = AccountSite.freshEmail();
        var link = site.invite(email, Role.CURATOR);

        assertThat(site.browser().get(link).statusCode()).isEqualTo(200);
        assertThat(site.browser().get(link).body()).contains("Welcome: choose a password", email);
        assertThat(site.account(email).state()).isEqualTo(Account.State.INVITED);
        var browser = site.browser();
        assertThat(browser.fill(link, link, "name", "Ana", "password", PASSWORD))
                .satisfies(leadsTo("/curate"));
        assertThat(site.account(email).state()).isEqualTo(Account.State.ACTIVE);
        assertThat(browser.get("/curate").body()).contains("Signed in as Ana, Sample COE", "Curator");
        assertThat(site.browser().get(link).statusCode()).isEqualTo(410);
        assertThat(site.browser()
                        .fill("/sign-in", link, "name", "Eve", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void a_newer_invitation_ends_the_older_one_and_a_week_ends_both() {
        var email = AccountSite.freshEmail();
        var older = site.invite(email, Role.CURATOR);
        var newer = site.invite(email, Role.CURATOR);

        assertThat(site.browser().get(older).statusCode()).isEqualTo(410);
        assertThat(site.browser().get(newer).statusCode()).isEqualTo(200);
        site.clock.pass(Duration.ofDays(7));
        assertThat(site.browser().get(newer).statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short one",
                "password1234",
                "aaaaaaaaaaaaaaaa",
                "qwertyuiop123",
                "person@example",
                "ssosclearinghouse1",
                "ccee lcap county"
            })
    void a_password_that_is_easily_guessed_is_refused_beside_its_field(String weak) {
        var link = site.invite(AccountSite.freshEmail(), Role.CURATOR);

        var answer = site.browser().fill(link, link, "name", "Kept & shown", "password", weak);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"password-error\"", "Please mend this first", "value=\"Kept &amp; shown\"")
                .doesNotContain(weak);
    }

    @Test
    void a_password_of_128_characters_in_any_script_is_fine_and_one_more_is_not() {
        var link = site.invite(AccountSite.freshEmail(), Role.CURATOR);
        var long128 = "žluťoučký kůň pěl ďábelské ódy ".repeat(5).substring(0, 128);

        assertThat(site.browser()
                        .fill(link, link, "name", "Ana", "password", long128 + "x")
                        .statusCode())
                .isEqualTo(422);
        assertThat(site.browser()
                        .fill(link, link, "name", "Ana", "password", long128)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void cookies_are_out_of_reach_of_scripts_and_the_store_holds_their_hashes_only() throws Exception {
        var person = site.person(Role.CURATOR);
        var browser = site.browser();
        var answer = browser.signIn(person.email(), PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("session="))
                .singleElement()
                .asString()
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/");
        for (var file : new String[] {"clearinghouse.db", "clearinghouse.db-wal"}) {
            var bytes = Files.readAllBytes(site.folder.resolve("data").resolve(file));
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotContain(browser.cookies.get("session"), browser.cookies.get("browser"), PASSWORD);
        }
    }

    @Test
    void behind_https_every_cookie_travels_only_there_and_no_other_host_may_set_it() throws Exception {
        try (var secure = new AccountSite("https://directory.example.org")) {
            var person = secure.person(Role.CURATOR);
            var browser = secure.browser();
            browser.get("/sign-in");
            var answer = browser.post("/sign-in", "email", person.email(), "password", PASSWORD);

            assertThat(answer.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-")
                            .contains("; Secure", "; Path=/")
                            .doesNotContain("Domain"));
            assertThat(browser.get("/account").body()).contains(person.email());
            var chosen = secure.browser().post("/leas/2065243/choose");
            assertThat(chosen.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie)
                            .startsWith("__Host-lea=")
                            .containsIgnoringCase("; Secure")
                            .doesNotContain("Domain"));
            var plain = secure.browser();
            plain.cookies.put("session", browser.cookies.get("__Host-session"));
            assertThat(plain.get("/account").statusCode())
                    .as("by the name without the prefix")
                    .isEqualTo(303);
        }
    }

    @Test
    void a_password_is_masked_and_password_managers_know_it() {
        var person = site.person(Role.CURATOR);
        var signIn = site.browser().get("/sign-in").body();
        var account = person.browser().get("/account").body();

        assertThat(signIn)
                .containsPattern("name=\"password\" type=\"password\"[^>]* autocomplete=\"current-password\"");
        assertThat(account)
                .containsPattern("name=\"new-password\" type=\"password\"[^>]* autocomplete=\"new-password\"");
    }

    @Test
    void passwords_are_stored_by_a_slow_function() {
        var id = site.account(site.person(Role.CURATOR).email()).id();

        var stored = site.database.read(handle -> new Accounts(handle).passwordHash(id));

        assertThat(stored).hasValueSatisfying(hash -> assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void a_wrong_password_and_an_unknown_account_get_the_same_answer() {
        var person = site.person(Role.CURATOR);
        var browser = site.browser();

        var wrong = browser.signIn(person.email(), "not the password at all");
        var unknown = browser.signIn("unknown@example.org", "not the password at all");

        assertThat(wrong.statusCode()).isEqualTo(422).isEqualTo(unknown.statusCode());
        assertThat(wrong.body()).contains("do not belong together", "value=\"" + person.email() + "\"");
        assertThat(wrong.body().replace(person.email(), "unknown@example.org")).isEqualTo(unknown.body());
    }

    @Test
    void each_answer_costs_one_comparison_whether_the_account_exists_or_not() {
        var passwords = new Passwords();
        var signIn = new SignIn(
                site.database,
                passwords,
                new Throttle(site.database, site.clock),
                new Notices(false, site.clock),
                site.clock);
        var disabled = site.person(Role.CURATOR);
        site.desk.disable(Actor.COMMAND_LINE, site.account(disabled.email()).id());
        var invited = AccountSite.freshEmail();
        site.invite(invited, Role.CURATOR);
        var emails = new String[] {site.person(Role.CURATOR).email(), "nobody@example.org", disabled.email(), invited};

        for (var email : emails) {
            var before = passwords.checks();
            var result = signIn.byPassword(email, "wrong password here", new SignIn.From("198.51.100.7", "x", null));
            assertThat(result).isEqualTo(new SignIn.Result.Wrong());
            assertThat(passwords.checks() - before).as(email).isEqualTo(1);
        }
    }

    @Test
    void guessing_waits_longer_and_longer_but_the_owner_gets_in() {
        var person = site.person(Role.CURATOR);
        IntStream.range(0, 5).forEach(_ -> site.browser().signIn(person.email(), "wrong password here"));

        // Every stranger waits now, also with the right password; the browser its owner uses does not.
        var stranger = site.browser();
        var early = stranger.signIn(person.email(), PASSWORD);
        assertThat(early.statusCode()).isEqualTo(429);
        assertThat(early.body()).contains("Wait 2 seconds, then try again");
        assertThat(person.browser().get("/").body()).contains("Sign out");
        person.browser().post("/sign-out");
        assertThat(person.browser().signIn(person.email(), PASSWORD)).satisfies(leadsTo("/curate"));

        IntStream.range(0, 5).forEach(_ -> site.browser().signIn(person.email(), "wrong password here"));
        site.clock.pass(Duration.ofMinutes(5));
        assertThat(stranger.signIn(person.email(), PASSWORD)).satisfies(leadsTo("/curate"));
    }

    @Test
    void many_guesses_at_the_same_moment_count_as_many() throws Exception {
        var person = site.person(Role.CURATOR);
        var throttle = new Throttle(site.database, site.clock);
        var subjects = List.of(Throttle.Subject.account(person.email()));

        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 50)
                    .mapToObj(_ -> pool.submit(() -> throttle.enter(subjects)))
                    .toList();
            var entered = 0;
            for (var one : tries) if (one.get().isEmpty()) entered++;
            assertThat(entered).isEqualTo(5);
        }
    }

    @Test
    void one_address_cannot_try_many_accounts() {
        var browser = site.browser();
        IntStream.range(0, 20).forEach(number -> browser.signIn("guess" + number + "@example.org", "wrong password"));

        assertThat(browser.signIn("another@example.org", "wrong password").statusCode())
                .isEqualTo(429);
        assertThat(site.browser()
                        .signIn("another@example.org", "wrong password")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_session_changes_at_each_sign_in_and_the_one_before_ends() {
        var person = site.person(Role.CURATOR);
        var before = person.browser().cookies.get("session");

        person.browser().signIn(person.email(), PASSWORD);

        assertThat(person.browser().cookies.get("session")).isNotEqualTo(before);
        var thief = site.browser();
        thief.cookies.put("session", before);
        assertThat(thief.get("/curate")).satisfies(leadsTo("/sign-in?next=%2Fcurate"));
    }

    @Test
    void an_editor_does_nothing_before_the_codes_are_set_up() {
        var email = AccountSite.freshEmail();
        var link = site.invite(email, Role.EDITOR);
        var browser = site.browser();

        assertThat(browser.fill(link, link, "name", "Ed", "password", PASSWORD))
                .satisfies(leadsTo("/account/two-step"));
        assertThat(browser.get("/curate")).satisfies(leadsTo("/account/two-step"));
        var secret = site.setUpCodes(browser);
        assertThat(browser.get("/curate").statusCode()).isEqualTo(200);

        // The code that set it up is used up.
        var other = site.browser();
        assertThat(other.signIn(email, PASSWORD)).satisfies(leadsTo("/sign-in/code?next=%2F"));
        assertThat(other.get("/curate")).satisfies(leadsTo("/sign-in?next=%2Fcurate"));
        assertThat(other.fill("/sign-in/code", "/sign-in/code", "code", site.code(secret))
                        .statusCode())
                .isEqualTo(422);
        site.clock.pass(Duration.ofSeconds(30));
        var code = site.code(secret);
        assertThat(other.post("/sign-in/code", "code", code)).satisfies(leadsTo("/curate"));

        var third = site.browser();
        third.signIn(email, PASSWORD);
        assertThat(third.fill("/sign-in/code", "/sign-in/code", "code", code).statusCode())
                .as("a code seen over the shoulder")
                .isEqualTo(422);
    }

    @Test
    void a_recovery_code_lets_in_once() {
        var email = AccountSite.freshEmail();
        var link = site.invite(email, Role.CURATOR);
        var browser = site.browser();
        browser.fill(link, link, "name", "Rea", "password", PASSWORD);
        site.setUpCodes(browser);
        var codes = RECOVERY_CODE
                .matcher(browser.fill("/account/two-step", "/account/two-step/recovery-codes", "password", PASSWORD)
                        .body())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        var other = site.browser();
        other.signIn(email, PASSWORD);
        var typed = codes.getFirst().toLowerCase(Locale.ROOT).replace('-', ' ');
        assertThat(other.fill("/sign-in/code", "/sign-in/code", "code", typed)).satisfies(leadsTo("/curate"));
        assertThat(other.get("/account").body()).contains("9 recovery codes left");
        var third = site.browser();
        third.signIn(email, PASSWORD);
        assertThat(third.fill("/sign-in/code", "/sign-in/code", "code", codes.getFirst())
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void guessing_codes_waits_too() {
        var person = site.person(Role.EDITOR);
        var thief = site.browser();
        thief.signIn(person.email(), PASSWORD);
        IntStream.range(0, 5).forEach(_ -> thief.fill("/sign-in/code", "/sign-in/code", "code", "000000"));

        assertThat(thief.post("/sign-in/code", "code", "000000").statusCode()).isEqualTo(429);
    }

    @Test
    void a_new_password_signs_out_everywhere_else() {
        var person = site.person(Role.CURATOR);
        var phone = site.browser();
        phone.signIn(person.email(), PASSWORD);
        var fresh = "copper violin harvest seven";

        var wrong = phone.fill("/account", "/account/password", "password", "no", "new-password", fresh);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(phone.fill("/account", "/account/password", "password", PASSWORD, "new-password", fresh))
                .satisfies(leadsTo("/account?done=password"));

        assertThat(phone.get("/account?done=password").body()).contains("signed out everywhere else");
        assertThat(person.browser().get("/account")).satisfies(leadsTo("/sign-in?next=%2Faccount"));
        assertThat(site.browser().signIn(person.email(), PASSWORD).statusCode()).isEqualTo(422);
        assertThat(site.browser().signIn(person.email(), fresh).statusCode()).isEqualTo(303);
    }

    @Test
    void somebody_sees_and_ends_their_other_sessions() {
        var person = site.person(Role.CURATOR);
        var phone = site.browser();
        phone.signIn(person.email(), PASSWORD);
        var stranger = site.person(Role.CURATOR);
        var page = person.browser().get("/account").body();
        var id = AccountSite.found(Pattern.compile("/account/sessions/(\\d+)/end"), page);

        assertThat(stranger.browser()
                        .fill("/account", "/account/sessions/" + id + "/end")
                        .statusCode())
                .isEqualTo(404);
        assertThat(phone.get("/account").statusCode()).isEqualTo(200);
        person.browser().fill("/account", "/account/sessions/" + id + "/end");
        assertThat(phone.get("/account").statusCode()).isEqualTo(303);
        assertThat(person.browser().get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void who_may_sign_in_and_how_is_changed_only_within_an_hour_after_signing_in() {
        var admin = site.person(Role.ADMINISTRATOR);
        var curator = site.person(Role.CURATOR);
        var member = "/curate/accounts/" + site.account(curator.email()).id();
        var elsewhere = site.browser();
        elsewhere.signIn(curator.email(), PASSWORD);
        var page = curator.browser().get("/account").body();
        var session = AccountSite.found(Pattern.compile("(/account/sessions/\\d+/end)"), page);
        assertThat(admin.browser().get(member).statusCode()).isEqualTo(200);
        site.clock.pass(Duration.ofMinutes(61));

        assertThat(admin.browser().get(member)).satisfies(leadsTo("/sign-in?next=" + encoded(member)));
        var typed = admin.browser().post(member + "/roles", "organization", "Typed before", "roles", "editor");
        assertThat(typed.statusCode()).isEqualTo(403);
        assertThat(typed.body()).contains("Sign in again for this", "Typed before");
        assertThat(site.account(curator.email()).roles()).containsExactly(Role.CURATOR);
        assertThat(curator.browser().get("/account/two-step"))
                .satisfies(leadsTo("/sign-in?next=" + encoded("/account/two-step")));
        for (var path : List.of(
                session,
                "/account/sessions/end-others",
                "/account/two-step",
                "/account/two-step/anew",
                "/account/two-step/off",
                "/account/two-step/recovery-codes")) {
            assertThat(curator.browser()
                            .fill("/account", path, "password", PASSWORD)
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);

        curator.browser().signIn(curator.email(), PASSWORD);
        assertThat(curator.browser().fill("/account", session)).satisfies(leadsTo("/account?done=session"));
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void a_secret_for_codes_that_this_session_was_not_given_is_refused() {
        var person = site.person(Role.CURATOR);
        var other = site.person(Role.CURATOR);
        var page = other.browser().get("/account/two-step").body();
        var secret = AccountSite.found(Pattern.compile("name=\"secret\" value=\"([A-Z2-7]+)\""), page);
        var proof = AccountSite.found(Pattern.compile("name=\"proof\" value=\"([^\"]+)\""), page);

        var answer = person.browser()
                .fill("/account", "/account/two-step", "secret", secret, "proof", proof, "code", site.code(secret));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(site.account(person.email()).twoStep()).isFalse();
    }

    @Test
    void turning_codes_off_and_new_recovery_codes_sign_out_everywhere_else() {
        var person = site.person(Role.CURATOR);
        site.setUpCodes(person.browser());
        for (var path : List.of("/account/two-step/recovery-codes", "/account/two-step/off")) {
            var phone = site.browser();
            phone.signIn(person.email(), PASSWORD);
            site.clock.pass(Duration.ofSeconds(30));
            var secret = site.database
                    .read(handle -> new Accounts(handle)
                            .twoStepSecret(site.account(person.email()).id()))
                    .orElseThrow();
            phone.fill("/sign-in/code", "/sign-in/code", "code", site.code(secret));
            assertThat(phone.get("/account").statusCode()).isEqualTo(200);

            person.browser().fill("/account/two-step", path, "password", PASSWORD);

            assertThat(phone.get("/account").statusCode()).as(path).isEqualTo(303);
            assertThat(person.browser().get("/account").statusCode()).isEqualTo(200);
        }
        assertThat(site.account(person.email()).twoStep()).isFalse();
    }

    @Test
    void the_audit_trail_says_which_factors_were_shown() {
        var person = site.person(Role.EDITOR);
        var browser = site.browser();
        browser.signIn(person.email(), PASSWORD);
        assertThat(site.audit().getFirst())
                .satisfies(row -> assertThat(row.action()).isEqualTo("give-password"))
                .satisfies(row -> assertThat(row.detail()).startsWith("the code is still to come, from 192.0."));
        site.clock.pass(Duration.ofSeconds(30));

        browser.fill("/sign-in/code", "/sign-in/code", "code", site.code(person.secret()));

        assertThat(site.audit().getFirst())
                .satisfies(row -> assertThat(row.action()).isEqualTo("sign-in"))
                .satisfies(row -> assertThat(row.detail()).startsWith("by password and code from 192.0."));
    }

    @Test
    void who_is_changed_is_told_by_mail() throws Exception {
        try (var mailing = AccountSite.thatMails()) {
            var person = mailing.person(Role.CURATOR);
            var secret = mailing.setUpCodes(person.browser());
            var fresh = "copper violin harvest seven";
            person.browser().fill("/account", "/account/password", "password", PASSWORD, "new-password", fresh);
            person.browser().fill("/account/two-step", "/account/two-step/recovery-codes", "password", fresh);
            person.browser().fill("/account/two-step", "/account/two-step/off", "password", fresh);
            var mails = new AccountDesk(mailing.database, true, mailing.app::baseUrl, mailing.clock);
            var id = mailing.account(person.email()).id();
            mails.changeRoles(Actor.COMMAND_LINE, id, "Sample COE", Set.of(Role.REVIEWER));

            var told = mailing.database.read(handle -> handle.createQuery(
                            "SELECT body FROM mail WHERE recipient = ? AND subject LIKE '%was changed' ORDER BY id")
                    .bind(0, person.email())
                    .mapTo(String.class)
                    .list());
            assertThat(told)
                    .extracting(body -> body.lines().findFirst().orElseThrow())
                    .containsExactly(
                            "Two-step codes were set up.",
                            "Your password was changed.",
                            "New recovery codes were made.",
                            "Two-step codes were turned off.",
                            "An administrator set your roles: Reviewer.");
            assertThat(told).allSatisfy(body -> assertThat(body).doesNotContain(secret, fresh));
        }
    }

    @Test
    void an_administrator_signs_somebody_out_everywhere() {
        var admin = site.person(Role.ADMINISTRATOR);
        var person = site.person(Role.CURATOR);
        var member = "/curate/accounts/" + site.account(person.email()).id();

        assertThat(admin.browser().fill(member, member + "/sign-out").body()).contains("was signed out everywhere");

        assertThat(person.browser().get("/account").statusCode()).isEqualTo(303);
        assertThat(person.browser().signIn(person.email(), PASSWORD)).satisfies(leadsTo("/curate"));
        assertThat(site.audit()).extracting(Audit.Row::action).contains("sign-out-everywhere");
    }

    @Test
    void a_session_ends_after_12_quiet_hours_and_after_30_days_in_any_case() {
        var quiet = site.person(Role.CURATOR).browser();
        var busy = site.person(Role.CURATOR).browser();
        site.clock.pass(Duration.ofHours(11));
        assertThat(busy.get("/account").statusCode()).isEqualTo(200);
        site.clock.pass(Duration.ofHours(1));
        assertThat(quiet.get("/account").statusCode()).isEqualTo(303);
        for (int i = 0; i < 64; i++) {
            assertThat(busy.get("/account").statusCode()).isEqualTo(200);
            site.clock.pass(Duration.ofHours(11));
        }
        site.clock.pass(Duration.ofHours(5));
        assertThat(busy.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void a_form_without_the_token_of_its_page_does_nothing_and_gives_back_what_was_typed() {
        var person = site.person(Role.CURATOR);
        person.browser().forgetToken();

        var answer = person.browser()
                .post("/account/name", "name", "A long name <b>typed</b>", "password", "secret words here");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("This page was open too long", "A long name &lt;b&gt;typed&lt;/b&gt;")
                .doesNotContain("secret words here");
        assertThat(site.account(person.email()).name()).isEqualTo("Ana Sample");
    }

    @Test
    void a_form_after_the_end_of_the_session_gives_back_what_was_typed() {
        var person = site.person(Role.CURATOR);
        person.browser().get("/account");
        site.clock.pass(Duration.ofHours(13));

        var answer = person.browser().post("/account/name", "name", "Typed for an hour");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("You were signed out", "Typed for an hour", "/sign-in?next=");
    }

    @Test
    void a_form_of_another_site_is_refused_and_audited() {
        var person = site.person(Role.CURATOR);
        person.browser().get("/account");

        for (var header : new String[][] {
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"},
            {"Origin", "https://evil.example"},
            {"Origin", "null"}
        }) {
            var answer = person.browser().postFrom(header[0], header[1], "/account/name", "name", "Eve");
            assertThat(answer.statusCode()).as(header[1]).isEqualTo(403);
            assertThat(answer.body()).contains("sent from another site");
        }
        assertThat(site.account(person.email()).name()).isEqualTo("Ana Sample");
        assertThat(site.audit().getFirst())
                .extracting(Audit.Row::who, Audit.Row::action, Audit.Row::outcome)
                .containsExactly(person.email(), "send-form", "refused");
    }

    @Test
    void the_secret_of_a_link_stands_in_no_log_and_in_no_audit_trail() throws Exception {
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(logged);
        try (var own = new AccountSite()) {
            var link = own.invite(AccountSite.freshEmail(), Role.CURATOR);
            own.person(Role.CURATOR).browser().postFrom("Sec-Fetch-Site", "cross-site", link);
            assertThat(own.audit().getFirst().target()).isEqualTo("/links/{token}");

            own.database.write(handle -> handle.execute("ALTER TABLE one_time_link RENAME TO gone"));
            var answer = own.browser().get(link);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("SQL", "Exception", "one_time_link", "org.ssos");
            var secret = link.substring("/links/".length());
            assertThat(List.copyOf(logged.list))
                    .anySatisfy(line -> assertThat(line.getFormattedMessage()).endsWith("GET /links/{token}"))
                    .allSatisfy(line -> assertThat(everythingOf(line)).doesNotContain(secret, Token.hash(secret)));
        } finally {
            root.detachAppender(logged);
        }
    }

    private static String everythingOf(ILoggingEvent line) {
        var thrown = line.getThrowableProxy();
        return line.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }

    @Test
    void the_sign_in_form_has_a_token_as_well() {
        var person = site.person(Role.CURATOR);
        var browser = site.browser();

        assertThat(browser.post("/sign-in", "email", person.email(), "password", PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        browser.get("/sign-in");
        browser.cookies.put("visit", "chosen-by-somebody-else");
        assertThat(browser.post("/sign-in", "email", person.email(), "password", PASSWORD)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_reset_lasts_an_hour_and_does_not_skip_the_code() {
        var person = site.person(Role.EDITOR);
        var id = site.account(person.email()).id();
        var late = site.path(site.desk.reset(Actor.COMMAND_LINE, id, false));
        site.clock.pass(Duration.ofMinutes(61));
        assertThat(site.browser().get(late).statusCode()).isEqualTo(410);
        var link = site.path(site.desk.reset(Actor.COMMAND_LINE, id, false));

        var browser = site.browser();
        var fresh = "copper violin harvest seven";
        assertThat(browser.fill(link, link, "password", fresh)).satisfies(leadsTo("/sign-in"));

        assertThat(person.browser().get("/account").statusCode())
                .as("signed out")
                .isEqualTo(303);
        assertThat(browser.signIn(person.email(), fresh)).satisfies(leadsTo("/sign-in/code?next=%2F"));
    }

    @Test
    void a_disabled_account_is_out_at_once() {
        var person = site.person(Role.CURATOR);
        var id = site.account(person.email()).id();
        site.desk.disable(Actor.COMMAND_LINE, id);

        assertThat(person.browser().get("/curate").statusCode()).isEqualTo(303);
        var answer = site.browser().signIn(person.email(), PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("do not belong together");
        site.desk.enable(Actor.COMMAND_LINE, id);
        assertThat(site.browser().signIn(person.email(), PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void signing_out_ends_the_session_for_good() {
        var person = site.person(Role.CURATOR);
        var token = person.browser().cookies.get("session");
        person.browser().get("/curate");

        var answer = person.browser().post("/sign-out");
        assertThat(answer).satisfies(leadsTo("/"));
        assertThat(answer.headers().firstValue("Clear-Site-Data")).contains("\"cache\"");

        assertThat(person.browser().cookies).doesNotContainKey("session");
        person.browser().cookies.put("session", token);
        assertThat(person.browser().get("/curate").statusCode()).isEqualTo(303);
    }

    @Test
    void public_pages_are_the_same_for_everybody_without_a_session_and_private_with_one() {
        var person = site.person(Role.CURATOR);
        var open = site.browser().get("/about");
        var again = site.browser();
        again.cookies.put("session", "of-long-ago");
        var mine = person.browser().get("/about");

        assertThat(again.get("/about").body()).isEqualTo(open.body()).contains("href=\"/sign-in\"");
        assertThat(open.headers().firstValue("Cache-Control")).contains("public, max-age=0, must-revalidate");
        assertThat(mine.body()).contains("Ana Sample", "Sign out").doesNotContain("href=\"/sign-in\"");
        assertThat(mine.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(mine.headers().firstValue("ETag"))
                .isNotEqualTo(open.headers().firstValue("ETag"));
        assertThat(site.browser().get("/about").body()).isEqualTo(open.body());
        for (var path : new String[] {"/curate", "/account", "/account/two-step"}) {
            var answer = person.browser().get(path);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""})
    void signing_in_never_leads_to_another_site(String next) {
        var person = site.person(Role.CURATOR);

        var answer = site.browser()
                .fill("/sign-in", "/sign-in", "email", person.email(), "password", PASSWORD, "next", next);

        assertThat(answer).satisfies(leadsTo("/curate"));
    }

    @Test
    void an_administrator_invites_changes_disables_and_resets_in_the_browser() {
        var admin = site.person(Role.ADMINISTRATOR).browser();
        var email = AccountSite.freshEmail();

        var bad = admin.fill("/curate/accounts", "/curate/accounts", "email", "nobody", "name", "Typed name");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("Enter an e-mail address", "value=\"Typed name\"");
        var invited = admin.post(
                "/curate/accounts", "email", email, "name", "New", "organization", "Org", "roles", "reviewer");
        assertThat(invited.body()).contains("Hand this link to New.", site.app.baseUrl() + "/links/");
        var id = site.account(email).id();
        var page = "/curate/accounts/" + id;
        assertThat(admin.fill(page, page + "/roles", "organization", "Other", "roles", "curator")
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.account(email).roles()).containsExactly(Role.CURATOR);
        assertThat(site.account(email).organization()).isEqualTo("Other");
        assertThat(admin.post(page + "/disabling").body()).contains("can no longer sign in");
        assertThat(admin.post(page + "/reset").statusCode()).isEqualTo(422);
        assertThat(admin.post(page + "/enabling").body()).contains("can sign in again");
        assertThat(site.audit())
                .extracting(Audit.Row::action)
                .startsWith("enable", "disable", "change-roles", "invite");
    }

    @Test
    void the_last_administrator_stays_one() {
        var admins = site.desk.all().stream()
                .filter(account -> account.roles().contains(Role.ADMINISTRATOR) && account.isActive())
                .toList();
        var last =
                admins.isEmpty() ? site.account(site.person(Role.ADMINISTRATOR).email()) : admins.getFirst();
        admins.stream()
                .filter(account -> account.id() != last.id())
                .forEach(account -> site.desk.disable(Actor.COMMAND_LINE, account.id()));

        assertThat(site.desk.disable(Actor.COMMAND_LINE, last.id())).isInstanceOf(Result.Refused.class);
        assertThat(site.desk.changeRoles(Actor.COMMAND_LINE, last.id(), "Org", Set.of(Role.EDITOR)))
                .isInstanceOf(Result.Refused.class);
        assertThat(site.app.firstAccountLink()).isEmpty();
    }

    @Test
    void nothing_in_the_audit_trail_is_changed_or_deleted() {
        site.database.write(handle -> {
            new Audit(handle).add(site.clock.instant(), Actor.SITE, "test", "x", Outcome.DONE, "");
            return handle;
        });

        assertThatThrownBy(() -> site.database.write(handle -> handle.execute("UPDATE audit SET who = 'x'")))
                .hasMessageContaining("only added to");
        assertThatThrownBy(() -> site.database.write(handle -> handle.execute("DELETE FROM audit")))
                .hasMessageContaining("only added to");
    }

    @Test
    void the_command_line_works_beside_the_running_site() throws Exception {
        var email = AccountSite.freshEmail();

        var invited =
                run("invite", email, "--name", "Cleo", "--organization", "Sample COE", "--roles", "curator,reviewer");
        assertThat(invited).contains("Hand this link to Cleo.", "/links/");
        assertThat(invited.substring(invited.indexOf("/links/")).strip()).matches("/links/[\\w-]{43}");
        assertThat(run("list")).contains(email + "  invited  Reviewer, Curator  Cleo  Sample COE");
        run("roles", email, "curator");
        assertThat(site.account(email).roles()).containsExactly(Role.CURATOR);
        run("disable", email);
        assertThat(site.account(email).state()).isEqualTo(Account.State.DISABLED);
        assertThat(run("roles", email, "boss")).contains("There is no role 'boss'");
        assertThat(run("reset", "nobody@example.org")).contains("There is no account for nobody@example.org.");
    }

    private String run(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.ssos.clearinghouse.Main",
                "account"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment()
                .put("CLEARINGHOUSE_DATA", site.folder.resolve("data").toString());
        var started = process.start();
        var said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        started.waitFor();
        return said;
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static ThrowingConsumer<HttpResponse<String>> leadsTo(String path) {
        return answer -> {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains(path);
        };
    }
}
