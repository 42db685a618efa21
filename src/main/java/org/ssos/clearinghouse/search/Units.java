package org.ssos.clearinghouse.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/**
 * Takes a question apart into units: a word, or a run of words that names a concept together with the concept's other
 * names.
 */
final class Units extends QueryBuilder {
    private final Set<String> typed;

    /** @param typed the stems as typed; what is not among them is a synonym */
    Units(Analyzer withSynonyms, List<String> typed) {
        super(withSynonyms);
        this.typed = new HashSet<>(typed);
        setAutoGenerateMultiTermSynonymsPhraseQuery(true);
    }

    List<Query> of(String field, String text) {
        var query = createBooleanQuery(field, text, BooleanClause.Occur.SHOULD);
        if (query == null) return List.of();
        return query instanceof BooleanQuery several
                ? several.clauses().stream().map(BooleanClause::query).toList()
                : List.of(query);
    }

    /** The same question to another field. */
    static Query in(String field, Query query) {
        return switch (query) {
            case TermQuery one -> new TermQuery(new Term(field, one.getTerm().text()));
            case PhraseQuery phrase -> new PhraseQuery(phrase.getSlop(), field, texts(phrase.getTerms()));
            case SynonymQuery same -> {
                var words = new SynonymQuery.Builder(field);
                for (var term : same.getTerms()) words.addTerm(new Term(field, term.text()));
                yield words.build();
            }
            case BooleanQuery several -> {
                var clauses = new BooleanQuery.Builder();
                for (var clause : several) clauses.add(in(field, clause.query()), clause.occur());
                yield clauses.build();
            }
            case DisjunctionMaxQuery best ->
                new DisjunctionMaxQuery(
                        best.getDisjuncts().stream().map(one -> in(field, one)).toList(),
                        best.getTieBreakerMultiplier());
            default -> throw new IllegalArgumentException("No unit is a " + query.getClass());
        };
    }

    private static String[] texts(Term[] terms) {
        return Arrays.stream(terms).map(Term::text).toArray(String[]::new);
    }

    /** The typed stems of a unit. */
    Set<String> typedIn(Query unit) {
        var stems = stemsOf(unit);
        stems.retainAll(typed);
        return stems;
    }

    /** All stems of a unit, those of the concept's other names too. */
    static Set<String> stemsOf(Query unit) {
        var stems = new HashSet<String>();
        unit.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query query, Term... terms) {
                for (var term : terms) stems.add(term.text());
            }

            @Override
            public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
                return this;
            }
        });
        return stems;
    }

    /** The names of a concept: the typed one also counts where only some of its words stand. */
    @Override
    protected Query newGraphSynonymQuery(Iterator<Query> names) {
        var alternatives = new ArrayList<Query>();
        while (names.hasNext()) {
            var name = names.next();
            alternatives.add(name instanceof PhraseQuery phrase && isTyped(phrase) ? someWordsOf(phrase) : name);
        }
        return new DisjunctionMaxQuery(alternatives, 0.1f);
    }

    private boolean isTyped(PhraseQuery phrase) {
        for (var term : phrase.getTerms()) if (!typed.contains(term.text())) return false;
        return true;
    }

    private static Query someWordsOf(PhraseQuery phrase) {
        var words = new BooleanQuery.Builder();
        for (var term : phrase.getTerms()) {
            words.add(new TermQuery(term), BooleanClause.Occur.SHOULD);
        }
        return words.build();
    }
}
