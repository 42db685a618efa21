package org.ssos.clearinghouse.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.ssos.clearinghouse.account.Browser;

/** A window in which the page of a roadmap stands, as it was when it was opened, with what somebody fills in. */
final class Window {
    private final Browser browser;
    private final String path;
    private Document page;

    private Window(Browser browser, String path) {
        this.browser = browser;
        this.path = path;
        page = Jsoup.parse(browser.get(path).body());
    }

    static Window open(Browser browser, String path) {
        return new Window(browser, path);
    }

    /** Answers the intake with names and values in turn, and keeps the roadmap; the path of its page. */
    static String save(Browser browser, String... answers) {
        var answer = browser.post("/roadmaps", answers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    String path() {
        return path;
    }

    Window again() {
        page = Jsoup.parse(browser.get(path).body());
        return this;
    }

    Document page() {
        return page;
    }

    /** What stands in the section with this heading; empty where there is none. */
    String section(String id) {
        return page.select("section:has(> #" + id + "), section:has(> div > #" + id + ")")
                .text();
    }

    boolean isTicked(String step) {
        return box(step).hasAttr("checked");
    }

    Window tick(String step) {
        box(step).attr("checked", "");
        return this;
    }

    Window untick(String step) {
        box(step).removeAttr("checked");
        return this;
    }

    /** Ticks a box of the form by its name and value. */
    Window tick(String name, String value) {
        page.expectFirst("input[name=" + name + "][value=" + value + "]").attr("checked", "");
        return this;
    }

    Window fill(String field, String text) {
        var element = element(field);
        if (element.tagName().equals("textarea")) element.text(text);
        else element.attr("value", text);
        return this;
    }

    String value(String field) {
        return element(field).val();
    }

    /** Sends the form as it stands; the page that answers stands here from now on. */
    HttpResponse<String> send() {
        var form = (FormElement) page.expectFirst("form[action=" + path + "]");
        var fields = new ArrayList<String>();
        form.formData().forEach(pair -> {
            if (!pair.key().equals("csrf")) fields.addAll(List.of(pair.key(), pair.value()));
        });
        var answer = browser.post(path, fields.toArray(String[]::new));
        page = Jsoup.parse(answer.statusCode() == 303 ? browser.get(path).body() : answer.body());
        return answer;
    }

    private Element box(String step) {
        return page.expectFirst("input[name=done][value=" + step + "]");
    }

    private Element element(String field) {
        return page.expectFirst("main [name=" + field + "]");
    }
}
