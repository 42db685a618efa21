package org.ssos.clearinghouse.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.content.RealContent;

/**
 * Holds ranking against the judged queries of {@code src/test/resources/relevance} over initiatives and resources. The
 * figures of each run are in {@code target/relevance.txt}.
 */
class RelevanceTest {
    private static final Path JUDGED = Path.of("src/test/resources/relevance");
    private static final int DEPTH = 10;

    private static Measured whole;
    private static Measured withoutPhrases;

    private record Query(String id, String kind, String text, Map<String, Integer> grades) {}

    private record Answer(Query query, List<String> ids) {
        double ndcg() {
            var ideal = query.grades().values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(DEPTH)
                    .toList();
            return gain(ids.stream().map(this::grade).toList()) / gain(ideal);
        }

        double reciprocalRank() {
            for (int rank = 0; rank < ids.size(); rank++) if (grade(ids.get(rank)) >= 2) return 1.0 / (rank + 1);
            return 0;
        }

        boolean bestFirst() {
            int best = query.grades().values().stream().max(Integer::compare).orElseThrow();
            return !ids.isEmpty() && grade(ids.getFirst()) == best;
        }

        private int grade(String id) {
            return query.grades().getOrDefault(id, 0);
        }

        private static double gain(List<Integer> grades) {
            double gain = 0;
            for (int rank = 0; rank < grades.size(); rank++) {
                gain += (Math.pow(2, grades.get(rank)) - 1) / (Math.log(rank + 2) / Math.log(2));
            }
            return gain;
        }
    }

    private record Measured(List<Answer> answers) {
        double ndcg() {
            return answers.stream().mapToDouble(Answer::ndcg).average().orElseThrow();
        }

        Measured of(String kind) {
            return new Measured(answers.stream()
                    .filter(answer -> answer.query().kind().equals(kind))
                    .toList());
        }
    }

    @BeforeAll
    static void measure() throws IOException {
        var queries = queries();
        whole = measured(RealSearch.get(), queries);
        withoutPhrases =
                measured(RealSearch.over(RealContent.catalog(), document -> document.withAskedAs(List.of())), queries);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/relevance.txt"), report());
    }

    @Test
    void the_judged_queries_reach_an_ndcg_of_0_89() {
        assertThat(whole.ndcg()).as(report()).isGreaterThanOrEqualTo(0.89);
    }

    @Test
    void without_everyday_phrases_they_reach_0_85() {
        assertThat(withoutPhrases.ndcg()).as(report()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void a_typed_name_comes_first_in_95_of_100() {
        var names = whole.of("name").answers();
        long first = names.stream().filter(Answer::bestFirst).count();
        assertThat((double) first / names.size()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void spanish_and_misspelt_queries_reach_0_92() {
        assertThat(whole.of("spanish").ndcg()).as(report()).isGreaterThanOrEqualTo(0.92);
        assertThat(whole.of("typo").ndcg()).as(report()).isGreaterThanOrEqualTo(0.92);
    }

    @Test
    void no_query_comes_back_with_nothing() {
        assertThat(whole.answers()).noneMatch(answer -> answer.ids().isEmpty());
    }

    private static Measured measured(EntrySearch search, List<Query> queries) {
        var filters = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        filters.put(Facet.KIND, new TreeSet<>(List.of("initiative", "resource")));
        var answers = new ArrayList<Answer>();
        for (var query : queries) {
            var request = new SearchRequest(query.text(), filters, SearchRequest.Sort.RELEVANCE, 1, DEPTH, false);
            var ids = search.search(request).hits().stream()
                    .map(SearchResult.Hit::id)
                    .toList();
            answers.add(new Answer(query, ids));
        }
        return new Measured(answers);
    }

    private static List<Query> queries() throws IOException {
        var grades = new HashMap<String, Map<String, Integer>>();
        for (var line : lines("qrels.tsv")) {
            grades.computeIfAbsent(line[0], _ -> new HashMap<>()).put(line[1], Integer.valueOf(line[2]));
        }
        var empty = lines("empty.tsv").stream().map(line -> line[0]).collect(Collectors.toSet());
        return lines("queries.tsv").stream()
                .filter(line -> !empty.contains(line[0]))
                .map(line -> new Query(line[0], line[1], line[2], grades.getOrDefault(line[0], Map.of())))
                .toList();
    }

    private static List<String[]> lines(String file) throws IOException {
        return Files.readAllLines(JUDGED.resolve(file)).stream()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static String report() {
        var report = new StringBuilder(
                "nDCG@10 %.3f, without everyday phrases %.3f%n".formatted(whole.ndcg(), withoutPhrases.ndcg()));
        var kinds = whole.answers().stream()
                .collect(Collectors.groupingBy(answer -> answer.query().kind(), TreeMap::new, Collectors.toList()));
        kinds.forEach((kind, answers) -> report.append("%-9s %3d  nDCG %.3f  MRR %.3f%n"
                .formatted(
                        kind,
                        answers.size(),
                        new Measured(answers).ndcg(),
                        answers.stream()
                                .mapToDouble(Answer::reciprocalRank)
                                .average()
                                .orElse(0))));
        whole.answers().stream()
                .filter(answer -> answer.ndcg() < 0.7)
                .forEach(answer -> report.append("%.2f  %s  %s%n"
                        .formatted(
                                answer.ndcg(),
                                answer.query().id(),
                                answer.query().text())));
        return report.toString();
    }
}
