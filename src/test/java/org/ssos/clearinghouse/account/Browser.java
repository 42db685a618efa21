package org.ssos.clearinghouse.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody's browser: keeps cookies, follows nothing, and fills in forms with the token that stood on the page. */
public final class Browser {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("(?s)<main.*name=\"csrf\" value=\"([^\"]*)\"");
    private static final Pattern HEADER_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    final Map<String, String> cookies = new LinkedHashMap<>();
    private final String url;
    private final String network;
    private @Nullable String token;

    public Browser(String url) {
        this.url = url;
        this.network = network(NETWORKS.incrementAndGet());
    }

    /** The same browser, with what it keeps now, at another address of the site. */
    public Browser at(String other) {
        var same = new Browser(other);
        same.cookies.putAll(cookies);
        same.token = token;
        return same;
    }

    public HttpResponse<String> get(String path) {
        var answer = send(request(path));
        keepToken(answer.body());
        return answer;
    }

    /** Opens the page with the form, fills it in and sends it. */
    public HttpResponse<String> fill(String page, String action, String... fields) {
        get(page);
        return post(action, fields);
    }

    /** Sends a form with the token of the page seen last. */
    public HttpResponse<String> post(String path, String... fields) {
        var form = new ArrayList<Map.Entry<String, String>>();
        if (token != null) form.add(Map.entry("csrf", token));
        for (int i = 0; i < fields.length; i += 2) form.add(Map.entry(fields[i], fields[i + 1]));
        var answer = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(encoded(form))));
        keepToken(answer.body());
        return answer;
    }

    /** Sends a form with the token that was made for somebody else. */
    public HttpResponse<String> postWithTokenOf(Browser other, String path, String... fields) {
        var mine = token;
        token = other.token;
        try {
            return post(path, fields);
        } finally {
            token = mine;
        }
    }

    /** Sends a form as another place would make a browser send it. */
    public HttpResponse<String> postFrom(String header, String value, String path, String... fields) {
        var form = new LinkedHashMap<String, String>();
        if (token != null) form.put("csrf", token);
        for (int i = 0; i < fields.length; i += 2) form.put(fields[i], fields[i + 1]);
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(BodyPublishers.ofString(encoded(form.entrySet()))));
    }

    void forgetToken() {
        token = null;
    }

    HttpResponse<String> signIn(String email, String password) {
        return fill("/sign-in", "/sign-in", "email", email, "password", password);
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).header("X-Forwarded-For", network);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            for (var line : answer.headers().allValues("Set-Cookie")) {
                var pair = line.substring(0, line.indexOf(';')).split("=", 2);
                if (pair[1].isEmpty()) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            }
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void keepToken(String html) {
        var inMain = TOKEN.matcher(html);
        var anywhere = HEADER_TOKEN.matcher(html);
        if (inMain.find()) {
            token = inMain.group(1);
        } else if (anywhere.find()) {
            token = anywhere.group(1);
        }
    }

    private static String network(int number) {
        return "192.0." + (2 + number / 250 % 250) + "." + (number % 250 + 1);
    }

    private static String encoded(Collection<Map.Entry<String, String>> form) {
        return form.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
