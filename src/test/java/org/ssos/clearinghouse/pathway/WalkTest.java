package org.ssos.clearinghouse.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.lea.Lea;
import org.ssos.clearinghouse.lea.Roster;
import org.ssos.clearinghouse.pathway.Walk.Unused;
import org.ssos.clearinghouse.search.Findable;

/** Walks the real pathways: all of them to all their ends, and with answers that do not fit. */
class WalkTest {
    private static final Catalog CATALOG = RealContent.catalog();
    private static final Pathways PATHWAYS = CATALOG.part(Pathways.PART);

    @Test
    void every_walk_on_every_pathway_ends_at_an_office_to_contact() {
        var asked = new HashSet<String>();
        var ends = new HashSet<String>();
        int walks = 0;
        for (var pathway : PATHWAYS.all()) walks += walkOn(pathway, Map.of(), asked, ends);

        assertThat(PATHWAYS.all()).hasSize(11);
        assertThat(walks).isGreaterThan(200);
        assertThat(asked)
                .isEqualTo(PATHWAYS.all().stream()
                        .flatMap(pathway -> pathway.questions().stream())
                        .map(Question::id)
                        .collect(Collectors.toSet()))
                .hasSize(36);
        assertThat(ends)
                .isEqualTo(PATHWAYS.outcomes().stream().map(Outcome::id).collect(Collectors.toSet()))
                .hasSize(53);
    }

    /** Takes every answer from here on; gives the number of ways to an end. */
    private static int walkOn(Pathway pathway, Map<String, String> answers, Set<String> asked, Set<String> ends) {
        var walk = Walk.of(PATHWAYS, pathway, answers);
        assertThat(walk.unused()).isEmpty();
        return switch (walk.now()) {
            case Step.End(var outcome) -> {
                assertThat(outcome.contacts())
                        .as(outcome.id())
                        .isNotEmpty()
                        .allSatisfy(id -> assertThat(PATHWAYS.office(id)).isPresent());
                ends.add(outcome.id());
                yield 1;
            }
            case Step.Ask now -> {
                var question = now.question();
                asked.add(question.id());
                assertThat(question.options()).as(question.id()).hasSizeGreaterThan(1);
                int ways = 0;
                for (var option : question.options()) {
                    var more = new LinkedHashMap<>(answers);
                    more.put(question.id(), option.id());
                    ways += walkOn(pathway, more, asked, ends);
                }
                yield ways;
            }
        };
    }

    @Test
    void every_question_and_every_outcome_cites_law_that_has_a_page() {
        var laws = Stream.concat(
                        PATHWAYS.all().stream()
                                .flatMap(pathway -> pathway.questions().stream())
                                .map(Question::law),
                        PATHWAYS.outcomes().stream().map(Outcome::law))
                .toList();

        assertThat(laws).hasSize(89).allSatisfy(law -> assertThat(law).isNotEmpty());
        assertThat(laws.stream().flatMap(List::stream))
                .allSatisfy(citation -> assertThat(Citation.in(citation))
                        .anySatisfy(piece -> assertThat(piece.law()).isNotNull()));
    }

    @Test
    void the_order_of_the_answers_in_an_address_does_not_matter() {
        var start = pathway("start");
        var there = Walk.of(PATHWAYS, start, Map.of("s-1", "standing", "s-2", "charter", "c-1", "no"));

        assertThat(there.now()).isInstanceOfSatisfying(Step.Ask.class, ask -> {
            assertThat(ask.question().id()).isEqualTo("c-3");
            assertThat(ask.pathway().id()).isEqualTo("charter");
        });
        var reversed = new LinkedHashMap<String, String>();
        List.of("c-1:no", "s-2:charter", "s-1:standing")
                .forEach(answer -> reversed.put(answer.substring(0, 3), answer.substring(4)));
        assertThat(Walk.of(PATHWAYS, start, reversed)).isEqualTo(there);
    }

    @Test
    void answers_that_do_not_fit_are_named_and_the_rest_is_kept() {
        var answers = Map.of("s-1", "event", "s-2", "charter", "s-3", "lcap", "l-1", "nobody", "z-9", "yes");
        var walk = Walk.of(PATHWAYS, pathway("start"), answers);

        assertThat(walk.now()).isEqualTo(PATHWAYS.start(pathway("lcap")));
        assertThat(walk.unused())
                .containsExactlyInAnyOrder(
                        new Unused.NotAsked(
                                question("s-2"),
                                question("s-2").option("charter").orElseThrow()),
                        new Unused.NoSuchAnswer(question("l-1")),
                        new Unused.NoSuchQuestion("z-9"));
        assertThat(walk.known()).containsOnlyKeys("s-1", "s-2", "s-3");
    }

    @Test
    void a_letter_on_state_assistance_leads_each_kind_of_agency_to_its_own_questions() {
        var federal = pathway("federal");

        assertThat(Walk.of(PATHWAYS, federal, Map.of("f-1", "district-assistance"))
                        .now())
                .isEqualTo(PATHWAYS.start(pathway("district-da")));
        assertThat(Walk.of(PATHWAYS, federal, Map.of("f-1", "charter-assistance"))
                        .now())
                .isEqualTo(new Step.Ask(pathway("charter"), question("c-2")));
        assertThat(Walk.of(PATHWAYS, federal, Map.of("f-1", "county-assistance"))
                        .now())
                .isEqualTo(new Step.Ask(pathway("coe"), question("k-2")));
    }

    @Test
    void the_search_finds_every_pathway_and_every_outcome_at_its_own_address() {
        var rows = PathwayNames.of(CATALOG);

        assertThat(rows).hasSize(64).extracting(Findable::url).doesNotHaveDuplicates();
        assertThat(rows)
                .filteredOn(row -> row.id().equals("o-lcap-fix"))
                .extracting(Findable::url)
                .first()
                .asString()
                .startsWith("/pathways/lcap?l-1=district&l-2=refused&l-3=");
    }

    @Test
    void a_chart_holds_the_same_as_the_list_beside_it() {
        for (var pathway : PATHWAYS.all()) {
            var outline = Outline.of(PATHWAYS, Walk.of(PATHWAYS, pathway, Map.of()), pathway);
            var chart = Chart.of(outline);
            var drawn = Stream.concat(chart.boxes().stream(), chart.labels().stream())
                    .map(box -> box.text().stream().map(Chart.TextLine::text).collect(Collectors.joining(" ")))
                    .toList();

            assertThat(drawn).as(pathway.id()).containsExactlyInAnyOrderElementsOf(listed(outline, true));
            assertThat(chart.boxes())
                    .as(pathway.id())
                    .allSatisfy(box ->
                            assertThat(chart.boxes()).noneMatch(other -> !other.equals(box) && overlap(box, other)));
        }
    }

    private static List<String> listed(Outline outline, boolean isFirst) {
        var first = isFirst ? Stream.of(outline.question().question()) : Stream.<String>empty();
        return Stream.concat(first, outline.branches().stream().flatMap(branch -> {
                    var next = branch.next();
                    return Stream.concat(
                            Stream.of(branch.option().label(), branch.target().text()),
                            next == null ? Stream.empty() : listed(next, false).stream());
                }))
                .toList();
    }

    private static boolean overlap(Chart.Box one, Chart.Box other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    @Test
    void offices_are_those_of_the_lea_where_it_is_known() {
        var district = lea("3768338"); // San Diego Unified
        var charter = CATALOG.part(Roster.PART).all().stream()
                .filter(lea -> lea.type().isCharter() && lea.authorizer() != null)
                .findFirst()
                .orElseThrow();

        assertThat(call("coe", null).name()).isEqualTo("Your county office of education");
        assertThat(call("coe", district).name()).contains("San Diego");
        assertThat(call("coe", district).contacts()).isNotEmpty();
        assertThat(call("geo-lead", district).note()).contains("region", "sure");
        assertThat(call("authorizer", charter).name())
                .isEqualTo(lea(String.valueOf(charter.authorizer())).name());
        assertThat(call("authorizer", district).name()).isEqualTo("Your chartering authority");
        assertThat(call("ccee", null).contacts()).isNotEmpty();
    }

    private static Call call(String office, @Nullable Lea lea) {
        return Call.of(PATHWAYS.office(office).orElseThrow(), lea, CATALOG);
    }

    private static Lea lea(String code) {
        return CATALOG.part(Roster.PART).find(code).orElseThrow();
    }

    private static Pathway pathway(String id) {
        return PATHWAYS.find(id).orElseThrow();
    }

    private static Question question(String id) {
        return PATHWAYS.question(id).orElseThrow();
    }
}
