package org.ssos.clearinghouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.search.Facet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the interface, held against the interface. */
class OpenApiTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ADDRESS = "https://description.invalid/openapi.json";
    private static final String TEXT = RealSite.get("/api/openapi.json").body();
    private static final JsonNode DESCRIPTION = JSON.readTree(TEXT);
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, TEXT)));

    @ParameterizedTest
    @CsvSource({
        "SearchAnswer, /api/v1/search",
        "SearchAnswer, /api/v1/search?q=mtss&size=100",
        "SearchAnswer, /api/v1/search?q=chronic+absenteism&kind=story&level=universal",
        "SearchAnswer, /api/v1/search?q=literacy&sort=title&page=2",
        "SearchAnswer, /api/v1/search?q=literacy&sort=checked",
        "SearchAnswer, /api/v1/search?q=zeppelin+xylophone",
        "SearchAnswer, /api/v1/search?q=math&page=1000000000&topic=none",
        "SearchAnswer, /search.json?q=county+office&county=butte",
        "Changes, /changes.json",
        "Changes, /changes.json?since=2020-01-01",
        "Problem, /changes.json?since=2020-13-01",
        "Lea, /api/v1/leas/0561564",
        "Lea, /api/v1/leas/01100170112607",
        "Lea, /api/v1/leas/4940246",
        "Lea, /api/v1/leas/49-70854",
        "Suggestions, /api/v1/suggest",
        "Suggestions, /api/v1/suggest?q=ca",
        "Suggestions, /api/v1/suggest?q=lcap&kind=topic&kind=term"
    })
    void answers_are_as_described(String schema, String path) {
        assertAsDescribed(schema, path);
    }

    @Test
    void every_entry_is_as_described() {
        for (var entry : RealContent.catalog().all()) assertAsDescribed("Entry", "/api/v1/entries/" + entry.id());
    }

    @Test
    void problems_are_as_described() {
        assertAsDescribed("Problem", "/api/v1/entries/no-such-entry");
    }

    @Test
    void every_route_is_described_and_every_described_route_exists() {
        var described = DESCRIPTION.get("paths").propertyNames();
        var routes = RealSite.routes();
        assertThat(routes).containsAll(described);
        assertThat(described)
                .containsAll(
                        routes.stream().filter(path -> path.startsWith("/api/")).toList());
    }

    @Test
    void every_filter_and_its_values_are_described() {
        var parameters = DESCRIPTION.get("components").get("parameters");
        for (var facet : Facet.values()) {
            assertThat(parameters.get(facet.parameter())).as(facet.parameter()).isNotNull();
        }
        for (var path : List.of("/api/v1/search", "/search.json", "/search.csv")) {
            var named = DESCRIPTION
                    .get("paths")
                    .get(path)
                    .get("get")
                    .get("parameters")
                    .valueStream()
                    .map(parameter -> parameter.get("$ref").stringValue().replaceFirst(".*/", ""))
                    .toList();
            for (var facet : Facet.values()) assertThat(named).as(path).contains(facet.parameter());
        }
    }

    private static void assertAsDescribed(String schema, String path) {
        var errors = SCHEMAS.getSchema(SchemaLocation.of(ADDRESS + "#/components/schemas/" + schema))
                .validate(JSON.readTree(RealSite.get(path).body()));
        assertThat(errors).as(path).isEmpty();
    }
}
