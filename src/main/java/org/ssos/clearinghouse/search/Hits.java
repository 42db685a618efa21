package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.ssos.clearinghouse.search.SearchResult.Hit;

/** Puts what was found in order and gives out a page of it. Safe for use by many threads. */
final class Hits {
    /** So many are scored in full; of more, the best by the cheap score. */
    private static final int CANDIDATES = 200;

    /** Nobody pages further; it bounds what a page costs. */
    private static final int DEEPEST = 10_000;

    private final IndexReader reader;
    private final EntryIds ids;
    private final WordScores wordScores;
    private final Reasons reasons;
    private final Clock clock;

    Hits(IndexReader reader, WordScores wordScores, Reasons reasons, Clock clock) {
        this.reader = reader;
        ids = new EntryIds(reader);
        this.wordScores = wordScores;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** The hits of the page that is asked for; none behind the last page. */
    List<Hit> of(SearchRequest request, Favour favour, QueryPlan plan, Matcher.Found found) throws IOException {
        long from = (long) (request.page() - 1) * request.size();
        int reachable = Math.min(found.total(), DEEPEST);
        if (from >= reachable) return List.of();
        int until = (int) Math.min(reachable, from + request.size());
        var order = Order.of(request.sort(), plan);
        return order.isPresent()
                ? listed(found.first(order.get(), until), (int) from)
                : best(favour, plan, found, (int) from, until);
    }

    private List<Hit> listed(int[] docs, int from) throws IOException {
        var hits = new ArrayList<Hit>();
        for (int at = from; at < docs.length; at++) hits.add(new Hit(ids.of(docs[at]), Float.NaN, List.of()));
        return hits;
    }

    private List<Hit> best(Favour favour, QueryPlan plan, Matcher.Found found, int from, int until) throws IOException {
        // Where all that match fit among the candidates none need be chosen.
        if (found.total() <= CANDIDATES) return ranked(favour, plan, found.docs(), from, until);
        var best = found.best(Math.max(CANDIDATES, until));
        var hits = new ArrayList<Hit>();
        if (from < CANDIDATES) {
            int[] candidates =
                    Arrays.stream(best, 0, CANDIDATES).mapToInt(hit -> hit.doc).toArray();
            hits.addAll(ranked(favour, plan, candidates, from, Math.min(until, CANDIDATES)));
        }
        // Behind the candidates only the cheap order is left; nobody reads that far to compare.
        for (int at = Math.max(from, CANDIDATES); at < until; at++) {
            hits.add(new Hit(ids.of(best[at].doc), best[at].score, List.of()));
        }
        return hits;
    }

    private List<Hit> ranked(Favour favour, QueryPlan plan, int[] candidates, int from, int until) throws IOException {
        var ranking = new Ranking(reader, ids, wordScores, plan, candidates);
        var hits = new ArrayList<Hit>();
        for (var scored : ranking.ranked(LocalDate.now(clock), favour, from, until)) {
            var id = ids.of(scored.doc());
            hits.add(new Hit(id, scored.score(), reasons.of(id, scored, plan)));
        }
        return hits;
    }
}
