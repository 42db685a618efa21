package org.ssos.clearinghouse.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssos.clearinghouse.content.RealContent;

/** Both ways to match find the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatcherTest {
    private static final Offset<Float> ROUNDING = Offset.offset(0.001f);

    private Matcher small;
    private Matcher large;

    @BeforeAll
    void open() throws IOException {
        var catalog = RealContent.catalog();
        var lexicon = new Lexicon(catalog.vocabularies(), catalog.wordLists());
        var entries = new ByteBuffersDirectory();
        var wordings = new ByteBuffersDirectory();
        EntryIndex.build(entries, wordings, new EntryDocuments(catalog).all().stream(), lexicon);
        var reader = EntryIndex.open(entries, wordings).entries();
        var searcher = new IndexSearcher(reader);
        var facets = new DefaultSortedSetDocValuesReaderState(reader, Fields.FACETS);
        var counts = new FacetCounts(facets, lexicon.counties());
        small = new SmallMatcher(searcher, new WordScores(searcher), counts);
        large = new LargeMatcher(searcher, facets, counts);
    }

    List<Query> queries() {
        return List.of(
                MatchAllDocsQuery.INSTANCE,
                word("literacy"),
                word("nowhere"),
                any(word("school"), new BoostQuery(word("district"), 0.4f)),
                most(2, word("county"), word("office"), word("absence")),
                new DisjunctionMaxQuery(List.of(word("student"), word("teacher")), 0.3f),
                new PhraseQuery(1, Fields.ALL, "county", "office"),
                new PhraseQuery(Fields.ALL, "english", "learner"),
                new BooleanQuery.Builder()
                        .add(any(word("student"), word("family")), Occur.MUST)
                        .add(word("school"), Occur.FILTER)
                        .add(word("county"), Occur.MUST_NOT)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void all_entries_are_found(Query query) throws IOException {
        areEqual(query, Map.of());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void entries_that_pass_filters_are_found(Query query) throws IOException {
        areEqual(query, Map.of(Facet.KIND, Set.of("resource", "agency")));
        areEqual(query, Map.of(Facet.KIND, Set.of("initiative"), Facet.LEVEL, Set.of("universal")));
        areEqual(query, Map.of(Facet.COUNTY, Set.of("fresno"), Facet.KIND, Set.of("agency")));
        areEqual(query, Map.of(Facet.TOPIC, Set.of("no-such-topic")));
    }

    private void areEqual(Query query, Map<Facet, Set<String>> filters) throws IOException {
        var one = small.find(query, filters);
        var other = large.find(query, filters);

        assertThat(one.total()).isEqualTo(other.total());
        assertThat(one.counts()).isEqualTo(other.counts());
        assertThat(one.docs()).isEqualTo(other.docs());
        if (one.total() == 0) return;
        for (var order : Order.values()) assertThat(one.first(order, 20)).isEqualTo(other.first(order, 20));
        var best = one.best(20);
        var otherBest = other.best(20);
        assertThat(best).hasSameSizeAs(otherBest);
        for (int at = 0; at < best.length; at++) assertThat(best[at].score).isCloseTo(otherBest[at].score, ROUNDING);
    }

    private static Query word(String stem) {
        return new TermQuery(new Term(Fields.ALL, stem));
    }

    private static Query any(Query... queries) {
        return most(1, queries);
    }

    private static Query most(int least, Query... queries) {
        var builder = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
        Arrays.stream(queries).forEach(query -> builder.add(query, Occur.SHOULD));
        return builder.build();
    }
}
