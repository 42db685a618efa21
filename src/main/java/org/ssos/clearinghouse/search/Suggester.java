package org.ssos.clearinghouse.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Agency;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Vocabularies.GlossaryTerm;
import org.ssos.clearinghouse.entry.Vocabularies.Topic;

/**
 * Completes names while they are typed: of entries, topics and glossary terms. It goes over all names each time, which
 * for some thousand of them takes a fraction of a millisecond. Never changes.
 */
public final class Suggester {
    public static final int MAX_SUGGESTIONS = 10;

    private static final int MAX_TYPED = 100;

    /** So many LEAs and the like stand among suggestions of all kinds. */
    private static final int FEW_OTHERS = 3;

    /** One or two letters stand inside of almost every name. */
    private static final int MIN_INSIDE = 3;

    private static final Comparator<Match> ORDER = Comparator.comparing(Match::place)
            .thenComparing(match -> match.candidate().weight())
            .thenComparingInt(match -> match.name().rank())
            .thenComparingInt(match -> match.name().folded().length())
            .thenComparing(match -> match.candidate().label());

    /**
     * What could be meant.
     *
     * @param kind of an entry, {@code topic}, {@code term}, or that of a {@link Findable}
     * @param detail what it is, and the other name that was typed
     */
    public record Suggestion(String id, String kind, String label, String detail, String url) {}

    /** Where in a name stands what was typed; the better place first. */
    private enum Place {
        WHOLE_NAME,
        START_OF_NAME,
        START_OF_WORD,
        ALL_WORDS_APART,
        INSIDE
    }

    /**
     * One of the names of a candidate.
     *
     * @param folded plain letters, a blank before each word
     * @param rank 0 for the name that labels show
     */
    private record Name(String text, String folded, int rank) {}

    /**
     * Something that has names.
     *
     * @param text all folded names; what does not stand here needs no closer look
     */
    private record Candidate(
            String id,
            String kind,
            String label,
            String detail,
            String url,
            Weight weight,
            List<Name> names,
            String text) {}

    /** The kinds in the order in which people look for them. */
    private enum Weight {
        INITIATIVE,
        TOPIC,
        RESOURCE,
        AGENCY,
        TERM,
        STORY,
        EVENT,
        UPDATE
    }

    private record Match(Candidate candidate, Place place, Name name) {}

    private final List<Candidate> candidates = new ArrayList<>();

    public Suggester(Catalog catalog) {
        for (var entry : catalog.all()) {
            if (entry.flag() == null || !entry.flag().outOfSearch()) candidates.add(candidate(entry, catalog));
        }
        for (var topic : catalog.vocabularies().topics().all()) candidates.add(candidate(topic));
        for (var term : catalog.vocabularies().glossary().all()) candidates.add(candidate(term));
    }

    /**
     * The best completions, at most ten: whole names first, then names that start with what was typed, then words that
     * do, then what holds it anywhere.
     *
     * @param kinds only these, or all when empty
     */
    public List<Suggestion> suggest(String typed, Set<String> kinds) {
        var words = Text.words(Text.FOLDED, typed.length() > MAX_TYPED ? typed.substring(0, MAX_TYPED) : typed);
        if (words.isEmpty()) return List.of();
        var matches = new ArrayList<Match>();
        for (var candidate : candidates) {
            if (!kinds.isEmpty() && !kinds.contains(candidate.kind())) continue;
            if (!candidate.text().contains(words.getFirst())) continue;
            var match = match(candidate, words, " " + String.join(" ", words));
            if (match != null) matches.add(match);
        }
        return matches.stream()
                .sorted(ORDER)
                .limit(MAX_SUGGESTIONS)
                .map(Suggester::suggestion)
                .toList();
    }

    /**
     * The same among entries, topics and terms, with what the second index knows: first where it is just what was typed,
     * otherwise behind them.
     */
    public List<Suggestion> suggest(String typed, Set<String> kinds, Lookup lookup) {
        var others = lookup.find(typed, kinds, kinds.isEmpty() ? FEW_OTHERS : MAX_SUGGESTIONS);
        var own = suggest(typed, kinds);
        boolean sure = !others.isEmpty() && others.getFirst().isSure();
        int kept = MAX_SUGGESTIONS - others.size();
        var suggestions = new ArrayList<Suggestion>();
        if (!sure) own.stream().limit(kept).forEach(suggestions::add);
        for (var other : others) suggestions.add(suggestion(other.thing()));
        if (sure) own.stream().limit(kept).forEach(suggestions::add);
        return suggestions;
    }

    private static Suggestion suggestion(Findable thing) {
        return new Suggestion(thing.id(), thing.kind(), thing.label(), thing.detail(), thing.url());
    }

    private static @Nullable Match match(Candidate candidate, List<String> words, String typed) {
        Match best = null;
        for (var name : candidate.names()) {
            var place = place(name.folded(), words, typed);
            if (place == null) continue;
            var match = new Match(candidate, place, name);
            if (best == null || ORDER.compare(match, best) < 0) best = match;
        }
        return best;
    }

    private static @Nullable Place place(String name, List<String> words, String typed) {
        int at = name.indexOf(typed);
        if (at == 0) return name.length() == typed.length() ? Place.WHOLE_NAME : Place.START_OF_NAME;
        if (at > 0) return Place.START_OF_WORD;
        if (words.size() > 1 && words.stream().allMatch(word -> name.contains(" " + word)))
            return Place.ALL_WORDS_APART;
        return typed.length() > MIN_INSIDE && name.contains(typed.substring(1)) ? Place.INSIDE : null;
    }

    private static Suggestion suggestion(Match match) {
        var candidate = match.candidate();
        var named = match.name().rank() == 0
                || candidate.label().contains(match.name().text());
        return new Suggestion(
                candidate.id(),
                candidate.kind(),
                candidate.label(),
                named
                        ? candidate.detail()
                        : candidate.detail() + ", also called " + match.name().text(),
                candidate.url());
    }

    private static Candidate candidate(Entry entry, Catalog catalog) {
        var kind = entry.kind();
        return candidate(
                entry.id().value(),
                kind.id(),
                entry.fullTitle(),
                entry.details() instanceof Agency agency
                        ? catalog.vocabularies().types().label(agency.type())
                        : kind.label(),
                entry.path(),
                switch (kind) {
                    case INITIATIVE -> Weight.INITIATIVE;
                    case RESOURCE -> Weight.RESOURCE;
                    case AGENCY -> Weight.AGENCY;
                    case STORY -> Weight.STORY;
                    case UPDATE -> Weight.UPDATE;
                    case EVENT -> Weight.EVENT;
                },
                Stream.of(Stream.of(entry.title()), Stream.ofNullable(entry.acronym()), entry.aka().stream())
                        .flatMap(names -> names));
    }

    private static Candidate candidate(Topic topic) {
        return candidate(
                topic.id(),
                "topic",
                topic.label(),
                "Topic",
                "/topics/" + topic.id(),
                Weight.TOPIC,
                Stream.concat(Stream.of(topic.label()), topic.synonyms().stream()));
    }

    private static Candidate candidate(GlossaryTerm term) {
        return candidate(
                term.id(),
                "term",
                term.expansion() == null ? term.term() : term.term() + ": " + term.expansion(),
                "Glossary",
                "/glossary#" + term.id(),
                Weight.TERM,
                Stream.of(Stream.of(term.term()), Stream.ofNullable(term.expansion()), term.synonyms().stream())
                        .flatMap(names -> names));
    }

    private static Candidate candidate(
            String id, String kind, String label, String detail, String url, Weight weight, Stream<String> texts) {
        var names = new ArrayList<Name>();
        texts.distinct().forEach(text -> names.add(new Name(text, folded(text), names.isEmpty() ? 0 : 1)));
        var all = new StringBuilder();
        for (var name : names) all.append(name.folded());
        return new Candidate(id, kind, label, detail, url, weight, List.copyOf(names), all.toString());
    }

    private static String folded(String text) {
        var folded = new StringBuilder();
        for (var word : Text.words(Text.FOLDED, text)) folded.append(' ').append(word);
        return folded.toString();
    }
}
