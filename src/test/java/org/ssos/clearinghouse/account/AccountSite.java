package org.ssos.clearinghouse.account;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.App;
import org.ssos.clearinghouse.Setting;
import org.ssos.clearinghouse.SiteSettings;
import org.ssos.clearinghouse.account.AccountDesk.Result;
import org.ssos.clearinghouse.db.Database;

/** The application with a clock that tests move, and its database opened beside it, as the command line does. */
public final class AccountSite implements AutoCloseable {
    public static final String PASSWORD = "lantern quarry otter ninety";
    private static final Pattern SECRET = Pattern.compile("name=\"secret\" value=\"([A-Z2-7]+)\"");
    private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([^\"]+)\"");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    public final MovingClock clock = new MovingClock();
    public final Path folder;
    public final App app;
    public final Database database;
    public final AccountDesk desk;

    /** Somebody who has signed in. */
    public record Person(String email, Browser browser, String secret) {}

    public AccountSite() throws Exception {
        this(null);
    }

    /** @param baseUrl where a web server before the site is reached; absent when there is none */
    AccountSite(@Nullable String baseUrl) throws Exception {
        this(
                Files.createTempDirectory("account-site"),
                Path.of("content"),
                Map.of(Setting.BASE_URL, baseUrl == null ? "" : baseUrl));
    }

    private AccountSite(Path folder, Path content, Map<Setting, String> others) throws Exception {
        this.folder = folder;
        var all = new HashMap<>(others);
        all.put(Setting.TRUSTED_PROXIES, "127.0.0.1");
        var settings = SiteSettings.in(folder, content, all);
        app = App.start(settings, clock);
        database = Database.in(folder.resolve("data"));
        desk = new AccountDesk(database, false, app::baseUrl, clock);
    }

    /** With a mail server that never answers, so that all mail stays in the outbox. */
    static AccountSite thatMails() throws Exception {
        return new AccountSite(
                Files.createTempDirectory("account-site"),
                Path.of("content"),
                Map.of(
                        Setting.SMTP_HOST, "127.0.0.1",
                        Setting.SMTP_PORT, "9",
                        Setting.SMTP_FROM, "directory@example.org",
                        Setting.SMTP_TLS, "none"));
    }

    /** With a copy of the content of this repository, in the folder {@code content}, that publishing may write to. */
    public static AccountSite withOwnContent() throws Exception {
        var folder = Files.createTempDirectory("account-site");
        var from = Path.of("content");
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        folder.resolve("content").resolve(from.relativize(file).toString()));
            }
        }
        return new AccountSite(folder, folder.resolve("content"), Map.of());
    }

    public Browser browser() {
        return new Browser("http://localhost:" + app.port());
    }

    public static String freshEmail() {
        return "person" + PEOPLE.incrementAndGet() + "@example.org";
    }

    /** The path of an invitation. */
    String invite(String email, Role... roles) {
        return path(desk.invite(Actor.COMMAND_LINE, email, "Ana Sample", "Sample COE", Set.of(roles)));
    }

    String path(Result result) {
        if (result instanceof Result.Done(var _, var link) && link != null) {
            return link.substring(app.baseUrl().length());
        }
        throw new AssertionError(result);
    }

    /** Somebody with an account and codes where the role asks for them, signed in. */
    public Person person(Role... roles) {
        var email = freshEmail();
        var browser = browser();
        var link = invite(email, roles);
        var accepted = browser.fill(link, link, "name", "Ana Sample", "password", PASSWORD);
        if (accepted.statusCode() != HttpStatus.SEE_OTHER.getCode()) throw new AssertionError(accepted.body());
        var needsCodes = Set.of(roles).stream().anyMatch(Role::needsTwoStep);
        return new Person(email, browser, needsCodes ? setUpCodes(browser) : "");
    }

    String setUpCodes(Browser browser) {
        var page = browser.get("/account/two-step").body();
        var secret = found(SECRET, page);
        var answer =
                browser.post("/account/two-step", "secret", secret, "proof", found(PROOF, page), "code", code(secret));
        if (answer.statusCode() != 200) throw new AssertionError(answer.body());
        return secret;
    }

    String code(String secret) {
        return TwoStep.code(secret, clock.instant());
    }

    Account account(String email) {
        return desk.find(email).orElseThrow();
    }

    List<Audit.Row> audit() {
        return database.read(handle -> new Audit(handle).latest(20));
    }

    static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) throw new AssertionError("No " + pattern + " in " + text);
        return matcher.group(1);
    }

    @Override
    public void close() throws IOException {
        database.close();
        app.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
