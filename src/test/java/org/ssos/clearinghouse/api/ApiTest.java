package org.ssos.clearinghouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.RealSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void a_search_answers_with_results_that_lead_to_their_pages() {
        var answer = json("/api/v1/search?q=mtss&size=3");
        assertThat(answer.get("query").stringValue()).isEqualTo("mtss");
        assertThat(answer.get("page").intValue()).isEqualTo(1);
        assertThat(answer.get("page_size").intValue()).isEqualTo(3);
        assertThat(answer.get("did_you_mean").isNull()).isTrue();
        assertThat(answer.get("results")).hasSize(3);
        for (var result : answer.get("results")) {
            assertThat(RealSite.get(result.get("url").stringValue()).body())
                    .contains(
                            result.get("summary").stringValue().substring(0, 20).replace("'", "&#39;"));
        }
    }

    @Test
    void a_snippet_holds_marks_and_no_other_markup() {
        for (var result :
                json("/api/v1/search?q=students+%26+families&size=100").get("results")) {
            assertThat(result.get("snippet").stringValue().replaceAll("</?mark>", ""))
                    .doesNotContain("<", ">");
        }
    }

    @Test
    void facets_name_their_values_largest_first() {
        var topics = json("/api/v1/search?q=math&topic=mtss").get("facets").get("topic");
        assertThat(topics.valueStream().map(value -> value.get("count").intValue()))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(topics.valueStream().filter(value -> value.get("selected").booleanValue()))
                .extracting(value -> value.get("value").stringValue())
                .containsExactly("mtss");
    }

    @Test
    void what_cannot_be_used_is_named() {
        assertThat(json("/api/v1/search?q=math&page=zero&size=5000&level=fourth&x=y")
                        .get("notices"))
                .hasSize(3);
    }

    @Test
    void suggestions_lead_to_pages() {
        var suggestions = json("/api/v1/suggest?q=cali").get("suggestions");
        assertThat(suggestions).hasSize(10);
        for (var suggestion : suggestions) {
            assertThat(RealSite.get(suggestion.get("url").stringValue()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void suggestions_can_be_of_one_kind() {
        assertThat(json("/api/v1/suggest?q=attend&kind=topic")
                        .get("suggestions")
                        .valueStream())
                .isNotEmpty()
                .allMatch(suggestion -> suggestion.get("kind").stringValue().equals("topic"));
        assertThat(json("/api/v1/suggest").get("suggestions")).isEmpty();
    }

    @Test
    void an_entry_has_the_fields_of_its_file() {
        var entry = json("/api/v1/entries/ca-mtss");
        assertThat(entry.get("kind").stringValue()).isEqualTo("initiative");
        assertThat(entry.get("url").stringValue()).isEqualTo("/initiatives/ca-mtss");
        assertThat(entry.get("levels").get("values").get(0).stringValue()).isEqualTo("universal");
        assertThat(entry.get("levels").get("inferred").isBoolean()).isTrue();
        assertThat(entry.get("how_to_get").isArray()).isTrue();
        assertThat(entry.get("status").get("state").stringValue()).isEqualTo("active");
        assertThat(entry.get("administered_by").get(0).get("agency").stringValue())
                .isEqualTo("cde");
        assertThat(entry.get("provenance").get("compiled").stringValue()).isEqualTo("2026-11-21");
        assertThat(entry.get("details")).as("stands beside the other fields").isNull();
        assertThat(entry.get("status").get("ended")).as("a question, no field").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/entries/no-such-entry", "/api/v1/entries/Not%20An%20Id!", "/api/v1/nothing", "/api/"})
    void what_is_not_there_is_a_problem_in_words(String path) {
        var answer = RealSite.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("status").intValue()).isEqualTo(404);
        assertThat(problem.get("title").stringValue()).isNotEmpty();
        assertThat(problem.get("detail").stringValue()).isNotEmpty();
    }

    private static JsonNode json(String path) {
        var answer = RealSite.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        return JSON.readTree(answer.body());
    }
}
