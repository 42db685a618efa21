package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/** Searches one index of entries. Safe for use by many threads. */
public final class EntrySearch {
    /** So many are found by a cheap query and then scored in full. */
    private static final int CANDIDATES = 200;

    /** Of the words that say something, at least this share must match. */
    private static final double MOST_WORDS = 0.6;

    /** A wording this similar to the question says what was meant, and leads to entries that hold none of the words. */
    private static final double MEANT = 0.27;

    /** A wording this similar is worth telling the reader about. */
    private static final double SAID = 0.35;

    /** Nobody pages further; it bounds what a page costs. */
    private static final int DEEPEST = 10_000;

    /** With fewer results than this, other spellings are tried. */
    private static final int FEW = 3;

    /** So many words of a question are mended; looking for spellings costs more than searching. */
    private static final int MOST_MENDED = 6;

    private static final int MOST_REASONS = 3;

    private final EntryIndex index;
    private final SearchThreads threads;
    private final IndexSearcher searcher;
    private final WordingIndex wordings;
    private final QueryPlanner planner;
    private final Lexicon lexicon;
    private final Speller speller;
    private final SortedSetDocValuesReaderState facetState;
    private final Clock clock;

    public EntrySearch(EntryIndex index, Lexicon lexicon, SearchThreads threads, Clock clock) throws IOException {
        this.threads = threads;
        this.index = index;
        this.lexicon = lexicon;
        this.clock = clock;
        searcher = new IndexSearcher(index.entries());
        searcher.setSimilarity(new BM25Similarity(1.2f, 0.5f));
        searcher.setQueryCache(null);
        wordings = new WordingIndex(index.wordings());
        planner = new QueryPlanner(index.entries(), lexicon, wordings);
        speller = new Speller(index.entries(), lexicon);
        facetState = new DefaultSortedSetDocValuesReaderState(index.entries(), Fields.FACETS);
    }

    /** @throws UncheckedIOException when the index cannot be read */
    public SearchResult search(SearchRequest request) {
        return threads.answer(() -> {
            try {
                return answer(request, ParsedQuery.of(request.query()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private SearchResult answer(SearchRequest request, ParsedQuery typed) throws IOException {
        var mended = request.verbatim() ? typed.text() : mend(typed.text(), false);
        var filters = filters(request, typed);
        var plan = planner.plan(mended);
        var found = find(plan, typed, filters);
        return new SearchResult(
                found.total(),
                hits(request, plan, found, filters),
                found.counts(),
                mended.equals(typed.text()) ? Optional.empty() : Optional.of(mended),
                didYouMean(typed, mended, filters, found),
                found.relaxed(),
                typed.cut(),
                lexicon.named(Text.words(Text.FOLDED, mended)),
                plan.stems());
    }

    /** What matches, with how many there are of each value. */
    private record Found(
            Query query,
            List<FacetsCollector.MatchingDocs> matching,
            Map<Facet, Map<String, Integer>> counts,
            boolean relaxed) {
        int total() {
            int total = 0;
            for (var leaf : matching) total += leaf.totalHits();
            return total;
        }

        /** The documents themselves, in index order. */
        int[] docs() throws IOException {
            int[] docs = new int[total()];
            int at = 0;
            for (var leaf : matching) {
                var inLeaf = leaf.bits().iterator();
                for (int doc = inLeaf.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = inLeaf.nextDoc()) {
                    docs[at++] = leaf.context().docBase + doc;
                }
            }
            return docs;
        }
    }

    private Found find(QueryPlan plan, ParsedQuery typed, Map<Facet, Set<String>> filters) throws IOException {
        var strict = count(matching(plan, typed, MOST_WORDS), filters, false);
        if (strict.total() > 0 || plan.units().isEmpty()) return strict;
        var relaxed = count(matching(plan, typed, 0), filters, true);
        return relaxed.total() > 0 ? relaxed : strict;
    }

    /** Other words are offered only where they find more than what was typed. */
    private Optional<String> didYouMean(
            ParsedQuery typed, String searched, Map<Facet, Set<String>> filters, Found found) throws IOException {
        if (found.total() >= FEW && !found.relaxed()) return Optional.empty();
        var other = mend(typed.text(), true);
        if (other.equals(searched) || other.equals(typed.text())) return Optional.empty();
        var more = find(planner.plan(other), typed, filters);
        boolean better = !more.relaxed() && (found.relaxed() ? more.total() > 0 : more.total() > found.total());
        return better ? Optional.of(other) : Optional.empty();
    }

    /** @param also words that are spelled right but stand in no entry */
    private String mend(String text, boolean also) throws IOException {
        var mended = new ArrayList<String>();
        int tried = 0;
        for (var word : text.split(" ", -1)) {
            var folded = Text.words(Text.FOLDED, word);
            boolean unknown = folded.size() == 1
                    && tried < MOST_MENDED
                    && speller.isUnknown(folded.getFirst(), also)
                    && !isName(folded.getFirst());
            if (unknown) tried++;
            var better = unknown ? speller.mend(folded.getFirst()) : Optional.<String>empty();
            mended.add(better.orElse(word));
        }
        return String.join(" ", mended);
    }

    private boolean isName(String folded) throws IOException {
        return index.entries().docFreq(new Term(Fields.NAME_KEY, Text.keyOfWord(folded))) > 0;
    }

    private static Map<Facet, Set<String>> filters(SearchRequest request, ParsedQuery typed) {
        var filters = new EnumMap<Facet, Set<String>>(Facet.class);
        request.filters().forEach((facet, values) -> filters.put(facet, new LinkedHashSet<>(values)));
        typed.filters()
                .forEach((facet, values) -> filters.computeIfAbsent(facet, _ -> new LinkedHashSet<>())
                        .addAll(values));
        return filters;
    }

    /** Matches what holds most of the words, bears a typed name, or is meant by an everyday wording. */
    private Query matching(QueryPlan plan, ParsedQuery typed, double share) {
        var all = new BooleanQuery.Builder();
        if (plan.units().isEmpty()) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        } else {
            var any = new BooleanQuery.Builder();
            any.add(words(plan, share), Occur.SHOULD);
            if (!plan.names().isEmpty()) {
                any.add(new BoostQuery(Ranking.namesQuery(plan, Fields.NAME_KEY), 25), Occur.SHOULD);
                any.add(new BoostQuery(Ranking.namesQuery(plan, Fields.KIN_KEY), 6), Occur.SHOULD);
            }
            if (!plan.topics().isEmpty()) any.add(Ranking.topicsQuery(plan, MEANT), Occur.SHOULD);
            if (!plan.phrases().isEmpty()) any.add(new BoostQuery(Ranking.phrasesQuery(plan, MEANT), 14), Occur.SHOULD);
            all.add(any.build(), Occur.MUST);
        }
        for (var phrase : typed.phrases()) all.add(together(phrase), Occur.FILTER);
        for (var excluded : typed.excluded()) all.add(together(excluded), Occur.MUST_NOT);
        return all.build();
    }

    private static Query words(QueryPlan plan, double share) {
        var telling = plan.units().stream().filter(unit -> !unit.stop()).toList();
        var counted = telling.isEmpty() ? plan.units() : telling;
        var words = new BooleanQuery.Builder();
        for (var unit : counted) words.add(new BoostQuery(unit.anywhere(), unit.weight()), Occur.SHOULD);
        words.setMinimumNumberShouldMatch(Math.max(1, (int) Math.ceil(share * counted.size())));
        return words.build();
    }

    private static Query together(String text) {
        var words = Text.words(Text.STEMMED, text);
        return words.size() == 1
                ? new TermQuery(new Term(Fields.ALL, words.getFirst()))
                : new PhraseQuery(Fields.ALL, words.toArray(String[]::new));
    }

    private Found count(Query query, Map<Facet, Set<String>> filters, boolean relaxed) throws IOException {
        var sideways = new DrillSideways(searcher, Fields.FACETS, facetState);
        var result = sideways.search(drillDown(query, filters), new FacetsCollectorManager());
        return new Found(query, result.collectorResult.getMatchingDocs(), counts(result.facets), relaxed);
    }

    private static DrillDownQuery drillDown(Query query, Map<Facet, Set<String>> filters) {
        var drill = new DrillDownQuery(Fields.FACETS, query);
        filters.forEach((facet, values) -> {
            for (var value : values) drill.add(facet.parameter(), value);
            if (facet == Facet.COUNTY) drill.add(facet.parameter(), Fields.STATEWIDE);
        });
        return drill;
    }

    private Map<Facet, Map<String, Integer>> counts(Facets facets) throws IOException {
        var counts = new EnumMap<Facet, Map<String, Integer>>(Facet.class);
        for (var facet : Facet.values()) {
            var found = facets.getAllChildren(facet.parameter());
            var values = new HashMap<String, Integer>();
            if (found != null) {
                for (var value : found.labelValues) values.put(value.label, value.value.intValue());
            }
            if (facet == Facet.COUNTY) {
                int everywhere =
                        Optional.ofNullable(values.remove(Fields.STATEWIDE)).orElse(0);
                if (everywhere > 0)
                    for (var county : lexicon.counties()) values.merge(county, everywhere, Integer::sum);
            }
            counts.put(facet, values);
        }
        return counts;
    }

    private List<SearchResult.Hit> hits(
            SearchRequest request, QueryPlan plan, Found found, Map<Facet, Set<String>> filters) throws IOException {
        long from = (long) (request.page() - 1) * request.size();
        int reachable = Math.min(found.total(), DEEPEST);
        if (from >= reachable) return List.of();
        int until = (int) Math.min(reachable, from + request.size());
        var sort = sort(request.sort(), plan);
        if (sort != null) {
            var manager = new TopFieldCollectorManager(sort, until, until);
            return unranked(searcher.search(drillDown(found.query(), filters), manager).scoreDocs, (int) from, until);
        }
        // Where all that match fit among the candidates none need be chosen.
        if (found.total() <= CANDIDATES) {
            return ranked(plan, found.docs()).subList((int) from, until).stream()
                    .map(scored -> hit(scored, plan))
                    .toList();
        }
        var manager = new TopScoreDocCollectorManager(Math.max(CANDIDATES, until), CANDIDATES);
        var best = searcher.search(drillDown(found.query(), filters), manager).scoreDocs;
        var candidates =
                Arrays.stream(best).limit(CANDIDATES).mapToInt(hit -> hit.doc).toArray();
        var hits = new ArrayList<SearchResult.Hit>();
        if (from < candidates.length) {
            ranked(plan, candidates)
                    .subList((int) from, Math.min(until, candidates.length))
                    .forEach(scored -> hits.add(hit(scored, plan)));
        }
        // Behind the candidates only the cheap order is left; nobody reads that far to compare.
        hits.addAll(unranked(best, Math.max((int) from, candidates.length), until));
        return hits;
    }

    private List<Ranking.Scored> ranked(QueryPlan plan, int[] candidates) throws IOException {
        return new Ranking(searcher, plan, candidates).ranked(LocalDate.now(clock));
    }

    private SearchResult.Hit hit(Ranking.Scored scored, QueryPlan plan) {
        try {
            return explained(scored, plan);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private SearchResult.Hit explained(Ranking.Scored scored, QueryPlan plan) throws IOException {
        var id = id(scored.doc());
        var reasons = new ArrayList<String>();
        if (scored.name() > 0) reasons.add("its name is what you typed");
        else if (scored.kin() > 0) reasons.add("it belongs to what you named");
        var phrase = plan.phrases().get(id);
        if (phrase != null && phrase.similarity() >= SAID) {
            reasons.add("people ask “" + wordings.text(phrase) + "”");
        }
        for (var topic : plan.topics().entrySet()) {
            if (topic.getValue() >= SAID && isAbout(scored.doc(), topic.getKey())) {
                reasons.add("its topic is " + lexicon.topicLabel(topic.getKey()));
                break;
            }
        }
        if (!scored.words().isEmpty()) reasons.add("it holds “" + String.join("”, “", scored.words()) + "”");
        return new SearchResult.Hit(id, scored.score(), reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
    }

    private boolean isAbout(int doc, String topic) throws IOException {
        var leaves = index.entries().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        var postings = leaf.reader().postings(new Term(Fields.TOPIC, topic), PostingsEnum.NONE);
        return postings != null && postings.advance(doc - leaf.docBase) == doc - leaf.docBase;
    }

    private static @Nullable Sort sort(SearchRequest.Sort sort, QueryPlan plan) {
        var byTitle = new SortField(Fields.TITLE_ORDER, SortField.Type.STRING);
        return switch (sort) {
            case TITLE -> new Sort(byTitle);
            case CHECKED -> new Sort(new SortField(Fields.CHECKED_ORDER, SortField.Type.LONG, true), byTitle);
            case RELEVANCE ->
                plan.units().isEmpty()
                        ? new Sort(new SortField(Fields.PRIOR, SortField.Type.FLOAT, true), byTitle)
                        : null;
        };
    }

    private List<SearchResult.Hit> unranked(ScoreDoc[] found, int from, int until) throws IOException {
        var hits = new ArrayList<SearchResult.Hit>();
        for (int at = from; at < Math.min(until, found.length); at++) {
            hits.add(new SearchResult.Hit(id(found[at].doc), found[at].score, List.of()));
        }
        return hits;
    }

    private String id(int doc) throws IOException {
        return Fields.id(index.entries(), doc);
    }

    boolean acquire() {
        if (!index.entries().tryIncRef()) return false;
        if (index.wordings().tryIncRef()) return true;
        release(index.entries());
        return false;
    }

    void release() {
        release(index.entries());
        release(index.wordings());
    }

    private static void release(org.apache.lucene.index.IndexReader reader) {
        try {
            reader.decRef();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
