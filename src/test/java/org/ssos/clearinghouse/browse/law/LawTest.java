package org.ssos.clearinghouse.browse.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.browse.levels.Levels;
import org.ssos.clearinghouse.browse.questions.Questions;
import org.ssos.clearinghouse.browse.roles.Role;
import org.ssos.clearinghouse.browse.roles.Roles;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ProblemsIn;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.entry.Initiative;

/** Holds the law, and all that rests on it, together. */
class LawTest {
    private static final Catalog CATALOG = RealContent.catalog();

    @Test
    void everything_that_the_sources_tell_is_here() {
        assertThat(CATALOG.part(LawBook.PART).all()).hasSize(38);
        assertThat(CATALOG.part(Levels.PART).all()).hasSize(3);
        assertThat(CATALOG.part(Roles.PART).all()).hasSize(15);
        assertThat(CATALOG.part(Roles.PART).all().stream()
                        .mapToInt(role -> role.duties().size())
                        .sum())
                .isGreaterThanOrEqualTo(100);
        assertThat(CATALOG.part(Roles.PART).path())
                .extracting(passing -> passing.handOff().step())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(CATALOG.part(Questions.PART).all()).hasSize(50);
    }

    @Test
    void every_citation_leads_to_a_law_page_and_to_its_paragraph() {
        var lost = new TreeSet<String>();
        var pages = new java.util.HashMap<String, String>();
        citations()
                .flatMap(text -> Citation.in(text).stream())
                .filter(piece -> piece.law() != null)
                .forEach(piece -> {
                    var page = pages.computeIfAbsent("/law/" + piece.law(), path -> page(path));
                    if (page.isEmpty()
                            || (!piece.anchor().isEmpty() && !page.contains("id=\"" + piece.anchor() + "\""))) {
                        lost.add(piece.path());
                    }
                });
        assertThat(pages).hasSizeGreaterThan(50);
        assertThat(lost).isEmpty();
    }

    @Test
    void a_section_says_what_rests_on_it_and_one_that_is_only_cited_says_nothing_else() {
        assertThat(page("/law/52071"))
                .contains("id=\"c-1\"", "id=\"c\"", "Who does what", "Questions and answers", "Targeted / Supplemental")
                .contains("September 18, 2026", "sectionNum=52071\"", "href=\"/roles/county-superintendent\"");
        assertThat(page("/law/52073.5")).contains("href=\"/initiatives/equity-leads\"");
        assertThat(page("/law/56195"))
                .contains("Education Code 56195", "sectionNum=56195\"", "How do we find our SELPA?")
                .doesNotContain("What it says");
        assertThat(RealSite.get("/law/99999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_number_finds_its_section_with_or_without_the_name_of_the_code() {
        for (var typed : List.of("52071(c)", "EC+52071(c)", "Education+Code+52071(c)")) {
            var answer = RealSite.get("/law?q=" + typed);
            assertThat(answer.statusCode()).as(typed).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location"))
                    .as(typed)
                    .get()
                    .asString()
                    .endsWith("/law/52071#c");
        }
    }

    @Test
    void every_duty_of_the_matrix_stands_there_with_its_verb_and_its_law() {
        var matrix = text(page("/roles"));
        for (var role : CATALOG.part(Roles.PART).all()) {
            var own = text(page(role.path()));
            for (var duty : role.duties()) {
                assertThat(Citation.in(duty.citation())).as(duty.text()).anyMatch(piece -> piece.law() != null);
                assertThat(matrix).contains(duty.text() + " " + duty.citation());
                assertThat(own).contains(duty.strength().label() + " " + duty.text() + " " + duty.citation());
            }
        }
    }

    @Test
    void what_the_statute_says_otherwise_than_the_first_reading_is_mended() {
        assertThat(verbs("charter-authorizer", "Help a charter school")).containsExactly("must");
        assertThat(verbs("charter-authorizer", "Charge up to cost")).containsExactly("may");
        assertThat(verbs("county-superintendent", "Ask the district in writing, by August 15"))
                .containsExactly("may");
        assertThat(verbs("county-superintendent", "Approve the LCAP by October 8"))
                .containsExactly("must");
        assertThat(text(page("/roles/sspi"))).contains("revise the plan so that it can be approved");
        assertThat(text(page("/levels/targeted"))).contains("can refer a district or charter school to CCEE");
    }

    @Test
    void rules_that_changed_in_2026_are_shown_until_and_from() {
        for (var level : CATALOG.part(Levels.PART).all()) {
            var own = text(page(level.path()));
            assertThat(level.changes()).as(level.id()).isNotEmpty();
            for (var change : level.changes()) {
                assertThat(own).contains(change.until(), change.since().words() + ": " + change.from());
                assertThat(text(page("/levels"))).contains(change.until(), change.from());
            }
        }
        assertThat(text(page("/levels/targeted"))).contains("Until", "At least two years", "At least three years");
    }

    @Test
    void a_disagreement_shows_both_sides_with_their_sources_and_what_the_statute_supports() {
        var pages = text(page("/levels") + page("/levels/targeted") + page("/levels/intensive"));
        var all = Stream.concat(
                        CATALOG.part(Levels.PART).all().stream().flatMap(level -> level.disagreements().stream()),
                        CATALOG.part(Levels.PART).system().stream().flatMap(system -> system.disagreements().stream()))
                .toList();
        assertThat(all).hasSize(14);
        for (var one : all) {
            assertThat(one.versions())
                    .hasSizeGreaterThan(1)
                    .allMatch(version -> !version.sources().isEmpty());
            assertThat(pages).contains(one.topic(), "What the statute supports: " + one.statuteSupports());
        }
    }

    @Test
    void questions_are_found_by_words_and_without_a_script() {
        assertThat(text(page("/questions?q=charter+renewal"))).contains("Does identification affect charter renewal?");
        assertThat(text(page("/questions?q=can+we+say+no"))).contains("Can a district or charter school say no?");
        assertThat(text(page("/questions?q=qqqqzz"))).contains("No question holds these words");
    }

    @Test
    void each_state_priority_has_a_page_with_its_measures_and_what_we_hold() {
        for (int number = 1; number <= 10; number++) {
            assertThat(text(page("/priorities/" + number)))
                    .as("priority " + number)
                    .contains("What shows it", "EC 52066(d)(" + number + ")");
        }
        assertThat(page("/priorities/5")).contains("chronic-absenteeism", "Initiatives (");
        assertThat(RealSite.get("/priorities/11").statusCode()).isEqualTo(404);
    }

    @Test
    void check_reports_what_has_no_law_and_what_nobody_knows() {
        var problems = ProblemsIn.files(Map.of(
                "roles/fcmat.yaml",
                        original("roles/fcmat.yaml")
                                .replace("citation: EC 52074(g)(4)", "citation: as everybody knows"),
                "roles/ccee.yaml", original("roles/ccee.yaml").replace("to: sspi", "to: nobody"),
                "levels/universal.yaml",
                        original("levels/universal.yaml")
                                .replaceFirst("  citation: .*\\n", "  citation: EC 52059.5(z)\n"),
                "questions/how-often.yaml",
                        original("questions/how-often.yaml").replaceFirst("(?s)citations:.*?topics: ", "topics: ")));
        assertThat(problems)
                .anyMatch(line -> line.startsWith("roles/fcmat.yaml:") && line.contains("names no section of law"))
                .anyMatch(line -> line.startsWith("roles/ccee.yaml:") && line.contains("no body 'nobody'"))
                .anyMatch(line -> line.startsWith("levels/universal.yaml:") && line.contains("does not have"))
                .anyMatch(line ->
                        line.startsWith("questions/how-often.yaml:") && line.contains("`citations` is missing"));
    }

    private static Stream<String> citations() {
        var rows = Stream.<Function<Catalog, List<RestsOn>>>of(
                        Levels::restingOnLaw, Roles::restingOnLaw, Questions::restingOnLaw)
                .flatMap(feature -> feature.apply(CATALOG).stream())
                .map(RestsOn::citation);
        var authority = CATALOG.all().stream()
                .flatMap(entry -> entry.details() instanceof Initiative initiative
                        ? initiative.authority().stream()
                        : Stream.empty());
        return Stream.concat(rows, authority);
    }

    private static List<String> verbs(String role, String start) {
        return CATALOG.part(Roles.PART).find(role).orElseThrow().duties().stream()
                .filter(duty -> duty.text().startsWith(start))
                .map(Role.Duty::verb)
                .toList();
    }

    private static String page(String path) {
        var answer = RealSite.get(path);
        return answer.statusCode() == 200 ? answer.body() : "";
    }

    private static String original(String file) {
        return java.util.Objects.requireNonNull(RealContent.files().texts().get(file));
    }

    private static String text(String html) {
        return html.replaceAll("</(?:p|li|t[dh]|h[1-6]|d[dtiv]+)>", " ")
                .replaceAll("<[^>]*>", "")
                .replace("&amp;", "&")
                .replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replaceAll("\\s+", " ");
    }
}
