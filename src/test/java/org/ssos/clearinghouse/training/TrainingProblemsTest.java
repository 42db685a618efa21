package org.ssos.clearinghouse.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.content.ProblemsIn;
import org.ssos.clearinghouse.content.RealContent;

/** Breaks copies of a training page and reads what is said about them. One reading serves all, for it takes a while. */
class TrainingProblemsTest {
    private static final String GOOD = """
            id: sample-page
            title: Sample page
            form: toolkit
            track: first-week
            order: 90
            steps: [r01]
            summary: What you can do after it.
            minutes: 5
            sections:
              - heading: What it is
                text: |-
                  WORDS See [the levels](/levels/targeted) and EC 52071(c).
            example:
              title: Example Valley Unified, a made-up district
              text: It is made up.
            parts:
              - heading: Before
                kind: checks
                items: [One thing]
              - heading: Table
                kind: table
                columns: [What, Who]
                rows: 2
                filled:
                  - [Call, '']
            pictures:
              - {under: What it is, title: Sizes, alt: Two sizes., table: [[Group, From], [All, 30 students]]}
            checks:
              - {question: One?, options: [a, b, c], answer: 0, why: Because., citation: EC 52071(c)}
              - {question: Two?, options: [a, b, c], answer: 1, why: Because., source: 'https://example.org/'}
              - {question: Three?, options: [a, b, c], answer: 2, why: Because., source: In words}
            sources:
              - {url: 'https://example.org/', title: Example, supports: nothing}
            compiled: '2026-11-22'
            """.replace("WORDS", "word ".repeat(300).strip() + ".");

    private int number = 100;

    @Test
    void every_problem_of_a_page_is_told_with_its_place() {
        var problems = ProblemsIn.files(Map.ofEntries(
                broken("right", "title: Sample page", "title: Another title"),
                broken("address", "/levels/targeted", "/levels/nowhere"),
                broken("entry", "/levels/targeted", "/resources/ca-mtss"),
                broken("paragraph", "and EC 52071(c)", "and EC 52071(z)"),
                broken("short", "word word word", "word"),
                broken(
                        "two",
                        "  - {question: One?, options: [a, b, c], answer: 0, why: Because., citation: EC 52071(c)}\n",
                        ""),
                broken("answer", "answer: 2", "answer: 3"),
                broken("basis", ", source: In words", ""),
                broken("law", "citation: EC 52071(c)", "citation: the usual rules"),
                broken("listed", "source: 'https://example.org/'", "source: 'https://example.com/'"),
                broken("step", "[r01]", "[first]"),
                broken("place", "order: 90", "order: 1"),
                broken("track", "track: first-week", "track: providers"),
                broken("cells", "[Call, '']", "[Call]"),
                broken("picture", "[All, 30 students]", "[All, 30 students, some]"),
                broken("under", "under: What it is", "under: Elsewhere"),
                broken("items", "items: [One thing]", "rows: 3"),
                broken("form", "form: toolkit", "form: picture"),
                changed("check-your-status", "form: guide", "form: checklist"),
                changed("federal-labels", "form: explainer", "form: picture")));

        assertThat(problems).noneMatch(line -> line.startsWith("training/right.yaml"));
        assertThat(problems).noneMatch(line -> line.startsWith("training/form.yaml"));
        said(problems, "address", "the link to /levels/nowhere leads nowhere");
        said(problems, "entry", "the link to /resources/ca-mtss leads nowhere");
        said(problems, "paragraph", "content/law/52071.yaml does not have");
        said(problems, "short", "write 300 to 700");
        said(problems, "two", "checks");
        said(problems, "answer", "answer is 3, but the options are counted from 0 to 2");
        said(problems, "basis", "say either `citation` or `source`");
        said(problems, "law", "'the usual rules' names no section of law");
        said(problems, "listed", "https://example.com/ is not among the `sources`");
        said(problems, "step", "'first'");
        said(problems, "place", "order 1 is taken already in the track 'first-week'");
        said(problems, "track", "no step of the roadmap belongs to the track 'providers'");
        said(problems, "cells", "a row of `filled` has 1 cells, but there are 2 columns");
        said(problems, "picture", "the rows differ in their number of cells");
        said(problems, "under", "no section and no example has the heading 'Elsewhere'");
        said(problems, "items", "a list or lines have `items`");
        said(problems, "check-your-status", "`parts` is missing");
        said(problems, "federal-labels", "`pictures` is missing");
    }

    private Map.Entry<String, String> broken(String name, String good, String bad) {
        assertThat(GOOD).contains(good);
        var text = GOOD.replace(good, bad).replace("id: sample-page", "id: " + name);
        return Map.entry("training/" + name + ".yaml", text.replace("order: 90", "order: " + number++));
    }

    private static Map.Entry<String, String> changed(String page, String good, String bad) {
        var file = "training/" + page + ".yaml";
        var text = Objects.requireNonNull(RealContent.files().texts().get(file));
        assertThat(text).contains(good);
        return Map.entry(file, text.replace(good, bad));
    }

    private static void said(List<String> problems, String name, String what) {
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("training/" + name + ".yaml:")
                        .contains(what));
    }
}
