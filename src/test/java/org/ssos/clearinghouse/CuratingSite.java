package org.ssos.clearinghouse;

import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.account.Actor;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.account.Codes;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.NewCase;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.By;
import org.ssos.clearinghouse.vetting.Case;
import org.ssos.clearinghouse.vetting.CaseStep;
import org.ssos.clearinghouse.vetting.Cases;
import org.ssos.clearinghouse.vetting.DraftText;
import org.ssos.clearinghouse.vetting.GateCheck;
import org.ssos.clearinghouse.vetting.Person;
import org.ssos.clearinghouse.vetting.Rubric;
import org.ssos.clearinghouse.vetting.Score;

/** The application with its own copy of the content, so that publishing is for real, and people who work on it. */
public final class CuratingSite implements AutoCloseable {
    public static final String PASSWORD = "lantern quarry otter ninety";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern SECRET = Pattern.compile("name=\"secret\" value=\"([A-Z2-7]+)\"");
    private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([^\"]+)\"");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    public final Path folder;
    final App app;

    /** The same file as the application's, as the command line opens it. */
    final Database database;

    private final Clock clock;
    private final Map<Kind, AtomicInteger> others = new ConcurrentHashMap<>();

    /** Somebody who has signed in. */
    public record Member(String email, Person person, Set<Role> roles, Browser browser) {
        By.Member by() {
            return new By.Member(person, roles);
        }
    }

    public CuratingSite(Clock clock) throws Exception {
        this.clock = clock;
        folder = Files.createTempDirectory("curating-site");
        copyContent();
        app = App.start(
                SiteSettings.in(folder, folder.resolve("content"), Map.of(Setting.TRUSTED_PROXIES, "127.0.0.1")),
                clock);
        database = Database.in(folder.resolve("data"));
    }

    /** The address of the home page, without a slash at its end. */
    public String url() {
        return app.baseUrl();
    }

    public Cases cases() {
        return app.cases();
    }

    Rubric rubric() {
        return cases().rules().rubric();
    }

    AccountDesk desk() {
        return new AccountDesk(database, false, app::baseUrl, clock);
    }

    Browser browser() {
        return new Browser(url());
    }

    /** Invites somebody as the command line does, and returns the path of their link. */
    public String invite(String email, String name, String organization, Role... roles) {
        var result = desk().invite(Actor.COMMAND_LINE, email, name, organization, Set.of(roles));
        if (result instanceof AccountDesk.Result.Done(var _, var link) && link != null) {
            return link.substring(url().length());
        }
        throw new AssertionError(result);
    }

    /** Somebody of an organization of their own, signed in. */
    public Member member(Role... roles) {
        var email = "person" + PEOPLE.incrementAndGet() + "@example.org";
        return member(email, "Office of " + email, roles);
    }

    Member member(String email, String organization, Role... roles) {
        var link = invite(email, email, organization, roles);
        var browser = browser();
        expect(browser.fill(link, link, "name", email, "password", PASSWORD).statusCode(), HttpStatus.SEE_OTHER);
        if (Set.of(roles).stream().anyMatch(Role::needsTwoStep)) {
            var page = browser.get("/account/two-step").body();
            var secret = found(SECRET, page);
            var proof = found(PROOF, page);
            var code = Codes.at(secret, clock.instant());
            expect(
                    browser.post("/account/two-step", "secret", secret, "proof", proof, "code", code)
                            .statusCode(),
                    HttpStatus.OK);
        }
        browser.get("/curate");
        var account = desk().find(email).orElseThrow();
        return new Member(email, Person.of(account), account.roles(), browser);
    }

    private static void expect(int status, HttpStatus wanted) {
        if (status != wanted.getCode()) throw new AssertionError("Expected " + wanted + ", was " + status);
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) throw new AssertionError("No " + pattern + " in " + text);
        return matcher.group(1);
    }

    /** A case about a new entry, sent in by somebody without an account. */
    public Case suggested(Kind kind, String id, String organization) {
        return suggested(kind, text(kind, id, "Sample " + id), new Sender("Olga Owner", organization, null, null));
    }

    Case suggested(Kind kind, String text, Sender sender) {
        return opened(new Draft(kind, text, null, null), sender);
    }

    /** A case about a published entry, which puts another title in its place. */
    public Case change(Kind kind, EntryId id, String title, Sender sender) {
        var before = published(kind, id);
        var after = before.replaceFirst("(?m)^title: .*$", "title: " + title);
        return opened(new Draft(kind, after, id, ContentFiles.sha256(before)), sender);
    }

    private Case opened(Draft draft, Sender sender) {
        return ofLink(cases().open(NewCase.of(draft, sender)));
    }

    Case ofLink(String link) {
        return cases().ofToken(link.substring("/cases/".length())).orElseThrow();
    }

    /** Everything that is asked of an entry of the kind: an entry of this repository under another name. */
    static String text(Kind kind, String id, String title) {
        var model = Path.of(
                "content",
                kind == Kind.RESOURCE ? "resources/california-attendance-guide.yaml" : "initiatives/ccil.yaml");
        try {
            return Files.readString(model)
                    .replaceFirst("(?m)^id: .*$", "id: " + id)
                    .replaceFirst("(?m)^title: .*$", "title: " + title);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A published entry of a kind, another one each time, from the last in the alphabet on. */
    EntryId another(Kind kind) {
        var given = others.computeIfAbsent(kind, _ -> new AtomicInteger());
        try (var files = Files.list(folder.resolve("content").resolve(kind.path()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .sorted(Comparator.reverseOrder())
                    .skip(given.getAndIncrement())
                    .findFirst()
                    .map(file -> new EntryId(file.substring(0, file.length() - ".yaml".length())))
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String published(Kind kind, EntryId id) {
        try {
            return Files.readString(file(kind, id));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path file(Kind kind, EntryId id) {
        return folder.resolve("content").resolve(ContentFiles.fileOf(kind, id));
    }

    Case now(Case one) {
        return cases().find(one.id()).orElseThrow();
    }

    Case act(Case one, CaseStep step, By by) {
        return done(cases().act(one.id(), now(one).version(), step, by));
    }

    /** Puts another title into the draft. */
    Case edit(Case one, String title, By by) {
        var before = cases().text(one, now(one).draft().number());
        var text = DraftText.read(before.replaceFirst("(?m)^title: .*$", "title: " + title))
                .orElseThrow();
        return done(cases().edit(one.id(), now(one).version(), text, one.base(), by));
    }

    static Case done(Cases.Result result) {
        if (result instanceof Cases.Result.Done(var after)) return after;
        throw new AssertionError(result);
    }

    CaseStep screening(Case one) {
        return new CaseStep.Screen(rubric().gates(one.depth()).stream()
                .collect(Collectors.toMap(Rubric.Gate::id, _ -> new GateCheck.Finding(true, "seen"))));
    }

    CaseStep review(@Nullable Integer points) {
        return new CaseStep.HandInReview(
                rubric().gates().stream()
                        .filter(Rubric.Gate::bothConfirm)
                        .map(Rubric.Gate::id)
                        .collect(Collectors.toSet()),
                Map.of(),
                rubric().criteria().stream()
                        .collect(Collectors.toMap(Rubric.Criterion::id, _ -> new Score(points, "because"))));
    }

    /**
     * The forms of a case by the last part of their address, filled in as the site wants them; the text of a draft and
     * the version of the case are still to be added.
     */
    public Map<String, List<String>> forms(Member assigned) {
        var gates = rubric().gates().stream()
                .flatMap(gate -> Stream.of("gate-" + gate.id(), "pass"))
                .toList();
        var review = Stream.concat(
                        gates.stream(),
                        rubric().criteria().stream()
                                .map(Rubric.Criterion::id)
                                .flatMap(id -> Stream.of("score-" + id, "3", "reason-" + id, "because")))
                .toList();
        return Map.ofEntries(
                Map.entry("claim", List.of()),
                Map.entry("return", List.of()),
                Map.entry(
                        "assignment",
                        List.of("to", String.valueOf(assigned.person().account()))),
                Map.entry("screening", gates),
                Map.entry("review", review),
                Map.entry("recusal", List.of("recusal-reason", "mine")),
                Map.entry("settlement", review),
                Map.entry("ruling", List.of("bandable", "yes", "ruling-reason", "so")),
                Map.entry("decision", List.of("choice", "publish", "message", "so", "day", "2027-01-01")),
                Map.entry("approval-end", List.of("end-reason", "wait")),
                Map.entry("question", List.of("question", "Why?")),
                Map.entry("closing", List.of()),
                Map.entry("owner-note", List.of("owner-note", "Thanks")),
                Map.entry("note", List.of("note", "Hm")),
                Map.entry("appeal-answer", List.of("accepted", "yes", "appeal-reason", "so")),
                Map.entry("emergency", List.of("emergency-reason", "now", "emergency-sure", "yes")),
                Map.entry("second-look", List.of("second-note", "looked")),
                Map.entry("still-right", List.of("how", "By a call")),
                Map.entry("closing-answer", List.of("closing-answer", "It is as it should be.")),
                Map.entry("restoration", List.of()),
                Map.entry("draft", List.of("text", "")));
    }

    /** The case of each decision that was handed over to be published. */
    List<String> handedOver() {
        return publications().stream()
                .map(row -> row.substring(0, row.indexOf(' ')))
                .toList();
    }

    /** What the publishing of cases came to: one line for each decision that was handed over. */
    List<String> publications() {
        return database.read(handle -> handle.createQuery("SELECT case_id || ' ' || state FROM publication ORDER BY id")
                .mapTo(String.class)
                .list());
    }

    /** Addresses with their methods, as they were registered: such as {@code POST /sign-in}. */
    SortedSet<String> routes() {
        return Routes.of(app).stream()
                .filter(endpoint -> !endpoint.method.equals(HandlerType.HEAD) && endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method + " " + endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static void await(String what, BooleanSupplier expected) {
        var end = Instant.now().plus(PATIENCE);
        while (!expected.getAsBoolean()) {
            if (Instant.now().isAfter(end)) throw new AssertionError("Waited in vain for " + what);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private void copyContent() throws IOException {
        var from = Path.of("content");
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(
                        file,
                        folder.resolve("content").resolve(from.relativize(file).toString()));
            }
        }
    }

    /** Ends the site and leaves its folder as it is. */
    public void stop() throws IOException {
        database.close();
        app.close();
    }

    @Override
    public void close() throws IOException {
        stop();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
