package org.ssos.clearinghouse.account;

import static org.ssos.clearinghouse.fuzz.Target.require;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.ssos.clearinghouse.fuzz.Inputs;
import org.ssos.clearinghouse.fuzz.Seeds;
import org.ssos.clearinghouse.fuzz.Target;

/** The whole site as bytes on a wire: first lines, headers, cookies and forms, of visitors and of curators. */
public final class HttpTarget {
    /** Pages of every feature, and what programs ask for. */
    private static final List<String> PAGES = List.of(
            "/",
            "/search?q=literacy&kind=resource&page=2",
            "/search.json?q=elpac",
            "/search.csv?q=attendance",
            "/initiatives?q=literacy&sort=-name",
            "/initiatives.csv?q=x",
            "/initiatives/ca-mtss",
            "/initiatives/ca-mtss/history",
            "/leas?q=lausd&county=kern",
            "/leas.csv?type=charter",
            "/leas/01-61119",
            "/counties/sonoma",
            "/map?view=shapes&sort=-value",
            "/glossary?q=lcap",
            "/law/52071",
            "/law?q=charter",
            "/levels/targeted",
            "/questions?q=x",
            "/selpas/contra-costa",
            "/crosswalk?rows=level&columns=group",
            "/pathways/start?s-1=event&s-2=charter&change=s-1",
            "/topics/mtss",
            "/school-year?lea_type=charter",
            "/new-leaders/samples/superintendent",
            "/new-leaders/awareness",
            "/changes?since=2026-01-01",
            "/changes.csv",
            "/vetting",
            "/cohorts",
            "/feedback?entry=ca-mtss&say=problem",
            "/feedback?before=12",
            "/suggest?kind=resource",
            "/suggest?entry=ca-mtss&view=text",
            "/sign-in?to=/cases",
            "/links/abc",
            "/roadmaps/abc",
            "/roadmaps/abc.ics",
            "/training/continuity-plan",
            "/health/ready",
            "/sitemap.xml",
            "/api/v1/suggest?q=cha",
            "/api/v1/entries/ca-mtss",
            "/api/v1/search?q=x",
            "/api/openapi.json",
            "/robots.txt",
            "/static/site.css",
            "/new-leaders/intake",
            "/account",
            "/account/two-step",
            "/cases",
            "/cases?state=open&page=2",
            "/curate",
            "/curate/due",
            "/audit?q=x");

    /** Pages whose forms are sent as they stand there. */
    private static final List<String> WITH_FORMS = List.of(
            "/suggest?kind=resource",
            "/suggest?entry=ca-mtss&view=text",
            "/suggest?kind=story",
            "/feedback?entry=ca-mtss&say=problem",
            "/feedback?entry=ca-mtss&say=no",
            "/new-leaders/intake",
            "/sign-in",
            "/cohorts",
            "/leas/0161119",
            "/account");

    /** Stands in inputs for what differs from run to run. */
    private static final String TOKEN = "CSRF-TOKEN";

    private static final String COOKIES = "THE-COOKIES";
    private static final int ALIVE = 200;

    private final AccountSite site;
    private final AccountSite.Person curator;
    private final Browser visitor;
    private final String visitorsToken;
    private final String curatorsToken;
    private int sent;

    private HttpTarget() throws Exception {
        site = new AccountSite();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        curator = site.person(Role.CURATOR, Role.REVIEWER, Role.EDITOR);
        visitor = site.browser();
        visitorsToken = token(visitor);
        curatorsToken = token(curator.browser());
    }

    public static Target requests() throws Exception {
        var target = new HttpTarget();
        return new Target("http", new Inputs(target.seeds(), words()), target::send);
    }

    private void stop() {
        try {
            site.close();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static String token(Browser browser) {
        return Jsoup.parse(browser.get("/suggest?kind=resource").body())
                .select("main [name=csrf]")
                .val();
    }

    private List<String> seeds() {
        var seeds = new ArrayList<String>();
        for (var page : PAGES) seeds.add(request("GET", page, "Accept-Encoding: gzip\r\n", ""));
        for (var page : WITH_FORMS) {
            for (var form : Jsoup.parse(visitor.get(page).body()).select("main form[method=post]")) {
                var body = ((FormElement) form)
                        .formData().stream()
                                .map(field -> field.key() + "="
                                        + (field.key().equals("csrf") ? TOKEN : Seeds.encoded(field.value())))
                                .collect(Collectors.joining("&"));
                seeds.add(
                        request("POST", form.attr("action").isEmpty() ? page : form.attr("action"), "", body + "&x=y"));
            }
        }
        seeds.add(request("HEAD", "/", "If-None-Match: \"abc\"\r\n", ""));
        seeds.add(request("OPTIONS", "/search", "Origin: https://example.org\r\n", ""));
        seeds.add(request("POST", "/leas/0161119/choose", "Referer: http://HOST/leas?q=x\r\n", "csrf=" + TOKEN));
        seeds.add(request("POST", "/roadmaps", "", "csrf=" + TOKEN + "&role=superintendent&_start=2026-11-21"));
        return seeds;
    }

    private static String request(String method, String path, String headers, String body) {
        return method + " " + path + " HTTP/1.1\r\nHost: HOST\r\nCookie: " + COOKIES + "; lea=0161119\r\n" + headers
                + (body.isEmpty()
                        ? "\r\n"
                        : "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
                                + body);
    }

    private static List<String> words() {
        var words = new ArrayList<>(List.of(
                "GET ",
                "POST ",
                "PUT ",
                "DELETE ",
                "HTTP/1.0",
                "HTTP/2.0",
                "Content-Length: 5\r\n",
                "Content-Length: -1\r\n",
                "Transfer-Encoding: chunked\r\n",
                "Content-Type: multipart/form-data; boundary=x\r\n",
                "--x\r\n",
                "Expect: 100-continue\r\n",
                "Content-Type: application/json\r\n",
                "X-Forwarded-For: 1.2.3.4, ::1\r\n",
                "Range: bytes=0-1\r\n",
                "Connection: close\r\n",
                "Cookie: lea=\"",
                "session=",
                "Accept: */*;q=x\r\n",
                "Accept-Language: \r\n",
                "Origin: null\r\n",
                "Referer: //example.org\r\n",
                "%3Cfuzz%3E",
                "%22%3E%3Cfuzz%3E",
                "%27%20fuzz=%27",
                "%22%20onfuzz=%22",
                "%0d%0aFuzz:%201",
                "%e2%80%ae",
                "%c0%af",
                "%2e%2e/",
                ";jsessionid=1",
                ".json",
                ".csv",
                ".ics",
                "q=",
                "&page=",
                "&sort=",
                "to=//example.org",
                "to=/\\example.org",
                "/*",
                "/./",
                "//",
                "charset=utf-16",
                "charset=no-such\r\n"));
        words.addAll(PAGES);
        return words;
    }

    /** One connection with this and nothing more on it; whatever comes back in its time is read to the end. */
    private void send(String input) throws Exception {
        var signedIn = Math.floorMod(input.hashCode(), 2) == 0;
        var bytes = bytes(input, signedIn);
        var answer = answer(bytes);
        var status = answer.lines().findFirst().orElse("");
        // What the protocol has no other word for: a version or an encoding that nobody speaks.
        require(status.matches("(HTTP/1.1 ([1-4]\\d\\d|501|505)\\b.*)?"), "A failure of ours: " + status);
        check(answer);
        if (++sent % ALIVE == 0) {
            var ready = answer("GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            require(ready.startsWith("HTTP/1.1 200"), "The site is not ready any more: " + ready);
        }
    }

    private byte[] bytes(String input, boolean signedIn) {
        var browser = signedIn ? curator.browser() : visitor;
        var cookies = browser.cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var text = input.replace("HOST", "localhost:" + site.app.port())
                .replace(COOKIES, cookies)
                .replace(TOKEN, signedIn ? curatorsToken : visitorsToken);
        int body = text.indexOf("\r\n\r\n") + 4;
        // Most forms say how long they are, as browsers do.
        if (body > 4 && body < text.length() && !text.contains("Content-Length")) {
            int length = text.substring(body).getBytes(StandardCharsets.UTF_8).length;
            text = text.substring(0, body - 2) + "Content-Length: " + length + "\r\n" + text.substring(body - 2);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String answer(byte[] request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.app.port())) {
            socket.setSoTimeout(15_000);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (SocketException refusedBeforeItsEnd) {
                // What was answered until then can still be read.
            }
            var read = new java.io.ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(read);
            } catch (SocketTimeoutException kept) {
                require(read.size() > 0, "No answer in time");
            } catch (SocketException closed) {
                // A refusal may close before all of the request is read.
            }
            return read.toString(StandardCharsets.UTF_8);
        }
    }

    /** Nothing that was sent comes back as markup or as a header, and nobody is led to another site. */
    private void check(String answer) throws Exception {
        int end = answer.indexOf("\r\n\r\n");
        var head = end < 0 ? answer : answer.substring(0, end);
        for (var header : head.lines().skip(1).toList()) {
            require(!header.startsWith("Fuzz:"), "A header of theirs: " + header);
            if (header.regionMatches(true, 0, "Location:", 0, 9))
                requireHere(header.substring(9).strip());
        }
        if (end < 0 || !head.contains("text/html") || head.contains("Content-Encoding") || !answer.contains("fuzz"))
            return;
        var page = Jsoup.parse(answer.substring(end + 4));
        require(
                page.select("fuzz, [fuzz], [onfuzz], [href^=javascript]").isEmpty(),
                "Markup of theirs in " + page.title());
    }

    private static void requireHere(String location) throws Exception {
        var address = new URI("http://directory.example.org/")
                .resolve(new URI(location.replaceAll("%(?![0-9a-fA-F]{2})", "-")));
        var host = String.valueOf(address.getHost());
        require(
                !location.startsWith("//")
                        && !location.contains("\\")
                        && (host.equals("directory.example.org") || host.equals("localhost")),
                "Leads away: " + location);
    }
}
