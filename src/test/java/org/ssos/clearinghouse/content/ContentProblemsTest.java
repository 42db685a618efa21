package org.ssos.clearinghouse.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssos.clearinghouse.ContentParts;
import org.ssos.clearinghouse.lea.map.CountyShapes;

/** Breaks copies of the real files and reads what is said about them. */
class ContentProblemsTest {
    private static final String GOOD = """
            id: sample-guide
            title: Sample guide
            type: guide
            publisher: Sample office
            summary: Says how to hold a meeting.
            topics: [mtss]
            audiences: [district]
            coverage: {statewide: true}
            links:
              - {label: Guide, url: 'https://example.org/guide'}
            asked_as: [one a, two b, three c, four d, five e, six f, seven g, eight h]
            provenance:
              sources:
                - {url: 'https://example.org/'}
              compiled: '2026-11-21'
              confidence: high
            """;

    @Test
    void every_problem_of_every_file_is_reported_at_once_with_its_place() {
        var broken = new LinkedHashMap<String, String>();
        broken.put("resources/sample-guide.yaml", GOOD);
        broken.put("resources/unknown-field.yaml", named("unknown-field") + "colour: blue\n");
        broken.put("resources/wrong-type.yaml", named("wrong-type").replace("topics: [mtss]", "topics: mtss"));
        broken.put("resources/bad-id.yaml", GOOD.replace("sample-guide", "Bad_Id"));
        broken.put("resources/other-name.yaml", named("not-its-name"));
        broken.put("initiatives/ca-mtss-copy.yaml", original("initiatives/ca-mtss.yaml"));
        broken.put("resources/no-such-topic.yaml", named("no-such-topic").replace("[mtss]", "[mtss, mtsss]"));
        broken.put("resources/no-such-entry.yaml", named("no-such-entry") + "related: [nobody-knows]\n");
        broken.put("resources/bad-date.yaml", named("bad-date").replace("'2026-11-21'", "'2026-02-30'"));
        broken.put("resources/bad-month.yaml", named("bad-month") + "published: '2026-13'\n");
        broken.put(
                "resources/bad-url.yaml", named("bad-url").replace("https://example.org/guide", "example.org guide"));
        broken.put("resources/no-source.yaml", named("no-source").replaceAll("(?m)^  sources:\\n.*\\n", ""));
        broken.put("resources/twice.yaml", named("twice") + "title: Again\n");
        broken.put("resources/no-yaml.yaml", "id: [unclosed\n");
        broken.put("resources/empty.yaml", "");
        broken.put(
                "resources/hand-made.yaml",
                named("hand-made").replace("coverage: {statewide: true}", "coverage: {statewide: yes}"));
        broken.put("elsewhere/lost.yaml", GOOD);

        var reading = ContentReader.read(RealContent.files().with(broken, List.of()), ContentParts.ALL);

        assertThat(reading.problems()).extracting(Problem::file).doesNotContain("resources/sample-guide.yaml");
        said(reading, "resources/unknown-field.yaml:17:", "no field `colour`");
        said(reading, "resources/wrong-type.yaml:6:", "topics", "a list: write it as [mtss]");
        said(reading, "resources/bad-id.yaml:1:", "'Bad_Id'", "a-z, 0-9 and single hyphens");
        said(reading, "resources/other-name.yaml:1:", "should be 'other-name' as the file is named");
        said(reading, "initiatives/ca-mtss-copy.yaml:", "id is 'ca-mtss', but should be 'ca-mtss-copy'");
        said(reading, "resources/no-such-topic.yaml:6:", "`topics` names 'mtsss'");
        said(reading, "resources/no-such-entry.yaml:17:", "`related` names 'nobody-knows'");
        said(reading, "resources/bad-date.yaml:15:", "there is no date '2026-02-30'");
        said(reading, "resources/bad-month.yaml:17:", "there is no date '2026-13'");
        said(reading, "resources/bad-url.yaml:10:", "starts with http:// or https://");
        said(reading, "resources/no-source.yaml:", "`sources` is missing");
        said(reading, "resources/twice.yaml:17:", "title");
        said(reading, "resources/no-yaml.yaml:", "not readable as YAML");
        said(reading, "resources/empty.yaml:1:1", "should hold fields");
        said(reading, "resources/hand-made.yaml:8:", "true or false");
        said(reading, "elsewhere/lost.yaml:1:1", "no kind of content lies in this folder");
    }

    @Test
    void an_id_stands_in_one_file_only() {
        var copies = Map.of("stories/ca-mtss.yaml", story().replace("madera-intensive-model", "ca-mtss"));
        var reading = ContentReader.read(RealContent.files().with(copies, List.of()), ContentParts.ALL);
        said(reading, "stories/ca-mtss.yaml:", "'ca-mtss' stands in initiatives/ca-mtss.yaml too");
    }

    @Test
    void a_vetting_block_typed_by_hand_counts_for_nothing() {
        var vetted = named("vetted")
                + "vetting:\n  facts_checked: {on: '2026-10-01', how: link opened, by_role: curator, due: '2027-10-01'}\n";
        var reading = ContentReader.read(
                RealContent.files().with(Map.of("resources/vetted.yaml", vetted), List.of()), ContentParts.ALL);
        assertThat(reading.problems()).isEmpty();
        assertThat(Objects.requireNonNull(reading.catalog())
                        .find("vetted")
                        .orElseThrow()
                        .vetting())
                .isNull();
    }

    @Test
    void a_broken_edit_leaves_the_last_good_text_in_place(@TempDir Path folder) {
        var good = RealContent.files().with(Map.of("resources/sample-guide.yaml", GOOD), List.of());
        assertThat(new LastGood(folder, ContentParts.ALL).load(good).find("sample-guide"))
                .isPresent();

        var broken = good.with(Map.of("resources/sample-guide.yaml", GOOD.replace("title:", "titel:")), List.of());
        var afterRestart = new LastGood(folder, ContentParts.ALL).load(broken);
        assertThat(afterRestart.find("sample-guide")).get().extracting("title").isEqualTo("Sample guide");
        assertThat(afterRestart.all()).hasSize(RealContent.catalog().all().size() + 1);
    }

    @Test
    void what_cannot_be_read_as_a_file_is_one_problem_of_that_file(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("resources/a-folder.yaml"));
        Files.write(folder.resolve("resources/no-text.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        try (var large =
                new RandomAccessFile(folder.resolve("resources/large.yaml").toFile(), "rw")) {
            large.setLength(3L << 30);
        }

        var problems =
                ContentReader.read(ContentFiles.in(folder), ContentParts.ALL).problems();

        assertThat(problems.stream().map(Problem::toString))
                .contains(
                        "resources/a-folder.yaml:1:1: this is a folder, but should be a file",
                        "resources/large.yaml:1:1: this file is larger than 16 MB, which no content is",
                        "resources/no-text.yaml:1:1: this file is no text in UTF-8");
    }

    @Test
    void a_new_entry_that_never_checked_is_left_out(@TempDir Path folder) {
        var broken = RealContent.files().with(Map.of("resources/sample-guide.yaml", "id: [unclosed"), List.of());
        var catalog = new LastGood(folder, ContentParts.ALL).load(broken);
        assertThat(catalog.find("sample-guide")).isEmpty();
        assertThat(catalog.all()).hasSize(RealContent.catalog().all().size());
    }

    @Test
    void a_broken_vocabulary_leaves_the_last_good_one_in_place(@TempDir Path folder) throws Exception {
        new LastGood(folder, ContentParts.ALL).load(RealContent.files());
        var broken = RealContent.files().with(Map.of("vocabulary/topics.yaml", "topics: nothing"), List.of());
        var catalog = new LastGood(folder, ContentParts.ALL).load(broken);
        assertThat(catalog.vocabularies().topics().all()).hasSize(80);
        assertThat(Files.readString(folder.resolve("vocabulary/topics.yaml")))
                .isEqualTo(original("vocabulary/topics.yaml"));
    }

    @Test
    void a_part_that_never_checked_is_left_out_and_the_rest_is_shown(@TempDir Path folder) {
        var without = RealContent.files().with(Map.of(), List.of("map/counties.geojson"));
        var catalog = new LastGood(folder, ContentParts.ALL).load(without);
        assertThat(catalog.all()).hasSize(RealContent.catalog().all().size());
        assertThat(catalog.part(CountyShapes.PART).shapes()).isEmpty();
    }

    private static String named(String id) {
        return GOOD.replace("id: sample-guide", "id: " + id).replace("[one a,", "[one " + id + ",");
    }

    private static String story() {
        return original("stories/madera-intensive-model.yaml");
    }

    private static String original(String file) {
        return java.util.Objects.requireNonNull(RealContent.files().texts().get(file));
    }

    private static void said(ContentReader.Reading reading, String place, String... words) {
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .as(place)
                .anySatisfy(line -> assertThat(line).startsWith(place).contains(words));
    }
}
