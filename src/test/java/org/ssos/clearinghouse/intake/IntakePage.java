package org.ssos.clearinghouse.intake;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.ssos.clearinghouse.RealSite;

/** A page of the intake as a browser without script has it: its fields, and the buttons that send them. */
final class IntakePage {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpResponse<String> answer;
    private final Document page;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private IntakePage(HttpResponse<String> answer) {
        this.answer = answer;
        page = Jsoup.parse(answer.body());
        page.forms().stream()
                .filter(form -> form.id().equals("intake"))
                .flatMap(form -> form.formData().stream())
                .filter(field -> !field.key().equals("_go"))
                .forEach(field -> fields.computeIfAbsent(field.key(), _ -> new ArrayList<>())
                        .add(field.value()));
    }

    static IntakePage open() {
        return new IntakePage(RealSite.get(IntakeHandler.PATH));
    }

    /** What a form of these fields leads to. */
    static IntakePage sent(Map<String, List<String>> fields, String... headers) {
        var body = new ArrayList<String>();
        fields.forEach((name, values) -> values.forEach(value -> body.add(encoded(name) + "=" + encoded(value))));
        return sent(String.join("&", body), headers);
    }

    static IntakePage sent(String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(RealSite.url() + IntakeHandler.PATH))
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        try {
            return new IntakePage(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The button that Enter presses: the first of the form. */
    String enter() {
        return page.expectFirst("#intake button[type=submit]").val();
    }

    /** Chooses these in the place of what was chosen; nothing unticks all. */
    IntakePage choose(String question, String... values) {
        fields.put(question, List.of(values));
        return this;
    }

    /** Presses the button with this value. */
    IntakePage press(String button) {
        if (!answer.body().contains("name=\"_go\" value=\"" + button + "\"")) {
            throw new AssertionError("No button " + button + " on " + title());
        }
        var sent = new LinkedHashMap<>(fields);
        sent.put("_go", List.of(button));
        return sent(sent, "Sec-Fetch-Site", "same-origin");
    }

    Map<String, List<String>> fields() {
        return fields;
    }

    List<String> chosen(String question) {
        return fields.getOrDefault(question, List.of());
    }

    HttpResponse<String> answer() {
        return answer;
    }

    int status() {
        return answer.statusCode();
    }

    String title() {
        return page.select("h1").text();
    }

    /** What can be read in the middle of the page. */
    String text() {
        return page.select("main").text();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
