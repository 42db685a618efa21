package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;

/** Searches one index of entries. Safe for use by many threads. */
public final class EntrySearch {
    /** With fewer results than this, other spellings are tried. */
    private static final int FEW = 3;

    private final EntryIndex index;
    private final SearchThreads threads;
    private final Lexicon lexicon;
    private final Speller speller;
    private final QueryPlanner planner;
    private final Matcher matcher;
    private final Hits hits;

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
        return threads.answer(() -> {
            try {
                return answer(request, ParsedQuery.of(request.query()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private SearchResult answer(SearchRequest request, ParsedQuery typed) throws IOException {
        var filters = Wanted.filters(request, typed);
        var searched = request.verbatim() ? typed.text() : speller.mend(typed.text(), false);
        var plan = planner.plan(searched);
        var match = match(new Wanted(plan, typed), filters);
        return new SearchResult(
                match.found().total(),
                hits.of(request, plan, match.found()),
                match.found().counts(),
                searched.equals(typed.text()) ? Optional.empty() : Optional.of(searched),
                didYouMean(typed, searched, filters, match),
                match.relaxed(),
                typed.cut(),
                lexicon.named(Text.words(Text.FOLDED, searched)),
                plan.stems());
    }

    /** @param relaxed whether it holds fewer than most of the words, because nothing holds more */
    private record Match(Matcher.Found found, boolean relaxed) {
        int total() {
            return found.total();
        }
    }

    private Match match(Wanted wanted, Map<Facet, Set<String>> filters) throws IOException {
        var strict = new Match(matcher.find(wanted.mostWords(), filters), false);
        if (strict.total() > 0 || wanted.plan().units().isEmpty()) return strict;
        var relaxed = new Match(matcher.find(wanted.anyWord(), filters), true);
        return relaxed.total() > 0 ? relaxed : strict;
    }

    /** Other words are offered only where they find more than what was typed. */
    private Optional<String> didYouMean(
            ParsedQuery typed, String searched, Map<Facet, Set<String>> filters, Match match) throws IOException {
        if (match.total() >= FEW && !match.relaxed()) return Optional.empty();
        var other = speller.mend(typed.text(), true);
        if (other.equals(searched) || other.equals(typed.text())) return Optional.empty();
        var more = match(new Wanted(planner.plan(other), typed), filters);
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
