package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;

/** Searches one index of entries. Safe for use by many threads. */
public final class EntrySearch {
    /** With fewer results than this, other spellings are tried. */
    private static final int FEW = 3;

    private static final SearchRequest EVERYTHING =
            new SearchRequest("", Map.of(), SearchRequest.Sort.RELEVANCE, 1, 1, true);

    private final EntryIndex index;
    private final SearchThreads threads;
    private final Lexicon lexicon;
    private final Speller speller;
    private final QueryPlanner planner;
    private final Matcher matcher;
    private final Hits hits;
    private final Lookalikes lookalikes;

    public EntrySearch(EntryIndex index, Lexicon lexicon, SearchThreads threads, Clock clock) throws IOException {
        this.index = index;
        this.threads = threads;
        this.lexicon = lexicon;
        var entries = index.entries();
        var searcher = new IndexSearcher(entries);
        searcher.setSimilarity(new BM25Similarity(1.2f, 0.5f));
        searcher.setQueryCache(null);
        var wordScores = new WordScores(searcher);
        var wordings = WordingIndex.open(index.wordings());
        speller = new Speller(entries, lexicon);
        planner = new QueryPlanner(entries, lexicon, wordings);
        matcher = matcher(searcher, wordScores, lexicon);
        hits = new Hits(entries, wordScores, new Reasons(lexicon, wordings, wordScores), clock);
        lookalikes = new Lookalikes(searcher, new EntryIds(entries));
    }

    private static Matcher matcher(IndexSearcher searcher, WordScores wordScores, Lexicon lexicon) throws IOException {
        var reader = searcher.getIndexReader();
        var facets = new DefaultSortedSetDocValuesReaderState(reader, Fields.FACETS);
        var counts = new FacetCounts(facets, lexicon.counties());
        return reader.maxDoc() <= SmallMatcher.MOST_ENTRIES
                ? new SmallMatcher(searcher, wordScores, counts)
                : new LargeMatcher(searcher, facets, counts);
    }

    /** @throws UncheckedIOException when the index cannot be read */
    public SearchResult search(SearchRequest request) {
        return search(request, Favour.NOTHING);
    }

    /**
     * The same, with the order changed in favour of some entries; it finds neither more nor less.
     *
     * @throws UncheckedIOException when the index cannot be read
     */
    public SearchResult search(SearchRequest request, Favour favour) {
        return answer(() -> result(Question.of(request, speller), request, favour));
    }

    /**
     * How many entries a search finds. It costs less than to search for them.
     *
     * @throws UncheckedIOException when the index cannot be read
     */
    Counted count(SearchRequest request) {
        return answer(() -> {
            var question = Question.of(request, speller);
            var found = match(question, question.searched()).found();
            return new Counted(found.total(), found.counts());
        });
    }

    /** @param counts as {@link SearchResult#counts} */
    record Counted(int total, Map<Facet, Map<String, Integer>> counts) {}

    /**
     * How many entries it finds where nothing is asked for.
     *
     * @throws UncheckedIOException when the index cannot be read
     */
    public int size() {
        return count(EVERYTHING).total();
    }

    /**
     * Entries that bear the same name or say much the same, the likest first.
     *
     * @throws UncheckedIOException when the index cannot be read
     */
    public List<Lookalike> lookalikes(String name, String text) {
        return answer(() -> lookalikes.of(name, text));
    }

    private <T> T answer(Callable<T> work) {
        return threads.answer(() -> {
            try {
                return work.call();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** @param searched the words as typed or mended */
    private record Question(ParsedQuery typed, Map<Facet, Set<String>> filters, String searched) {
        static Question of(SearchRequest request, Speller speller) throws IOException {
            var typed = ParsedQuery.of(request.query());
            var searched = request.verbatim() ? typed.text() : speller.mend(typed.text(), false);
            return new Question(typed, Wanted.filters(request, typed), searched);
        }

        Optional<String> mended() {
            return searched.equals(typed.text()) ? Optional.empty() : Optional.of(searched);
        }
    }

    private SearchResult result(Question question, SearchRequest request, Favour favour) throws IOException {
        var match = match(question, question.searched());
        return new SearchResult(
                match.total(),
                hits.of(request, favour, match.plan(), match.found()),
                match.found().counts(),
                question.mended(),
                didYouMean(question, match),
                match.relaxed(),
                question.typed().cut(),
                lexicon.named(Text.words(Text.FOLDED, question.searched())),
                match.plan().stems());
    }

    /** @param relaxed whether it holds fewer than most of the words, because nothing holds more */
    private record Match(QueryPlan plan, Matcher.Found found, boolean relaxed) {
        int total() {
            return found.total();
        }
    }

    private Match match(Question question, String words) throws IOException {
        var plan = planner.plan(words);
        var wanted = new Wanted(plan, question.typed());
        var strict = new Match(plan, matcher.find(wanted.mostWords(), question.filters()), false);
        if (strict.total() > 0 || plan.units().isEmpty()) return strict;
        var relaxed = new Match(plan, matcher.find(wanted.anyWord(), question.filters()), true);
        return relaxed.total() > 0 ? relaxed : strict;
    }

    /** Other words are offered only where they find more than what was typed. */
    private Optional<String> didYouMean(Question question, Match match) throws IOException {
        if (match.total() >= FEW && !match.relaxed()) return Optional.empty();
        var typed = question.typed().text();
        var other = speller.mend(typed, true);
        if (other.equals(question.searched()) || other.equals(typed)) return Optional.empty();
        var more = match(question, other);
        boolean better = !more.relaxed() && (match.relaxed() ? more.total() > 0 : more.total() > match.total());
        return better ? Optional.of(other) : Optional.empty();
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

    private static void release(IndexReader reader) {
        try {
            reader.decRef();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
