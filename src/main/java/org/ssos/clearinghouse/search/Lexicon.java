package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.ssos.clearinghouse.content.WordLists;
import org.ssos.clearinghouse.entry.Vocabularies;

/**
 * What search knows about words: names of one concept, everyday wordings that lead to topics and terms, Spanish, words
 * that say little, and words that are spelled right. Never changes.
 */
public final class Lexicon {
    /** One-word names found in more entries than this would pull in what nobody asked for. */
    private static final int TOO_COMMON = 15;

    private final List<Set<String>> concepts = new ArrayList<>();
    private final Map<String, List<String>> namesOfTerms = new HashMap<>();
    private final Map<String, SearchResult.BestMatch> byName = new HashMap<>();
    private final Map<String, String> topicLabels = new HashMap<>();
    private final List<Wording> wordings = new ArrayList<>();
    private final Map<String, List<String>> spanish = new HashMap<>();
    private final Set<String> spanishWords = new HashSet<>();
    private final Set<String> counties;
    private final Set<String> stop;
    private final Set<String> weak;
    private final Set<String> english;

    /** A text that leads to a topic, a term or an entry. */
    record Wording(String target, String text) {}

    public Lexicon(Vocabularies vocabularies, WordLists lists) {
        counties = vocabularies.counties().byId().keySet();
        stop = stems(lists.stop());
        weak = stems(lists.weak());
        english = folded(lists.english());
        for (var term : vocabularies.glossary().all()) {
            var names = new LinkedHashSet<String>();
            names.add(term.term());
            if (term.expansion() != null) names.add(term.expansion());
            names.addAll(term.synonyms());
            concepts.add(names);
            namesOfTerms.put(
                    "term:" + term.id(),
                    term.expansion() == null ? List.of(term.term()) : List.of(term.term(), term.expansion()));
            for (var name : names) {
                byName.putIfAbsent(
                        Text.key(name), new SearchResult.BestMatch(SearchResult.BestMatch.Type.TERM, term.id()));
            }
            for (var wording : term.everydayWording()) wordings.add(new Wording("term:" + term.id(), wording));
        }
        for (var topic : vocabularies.topics().all()) {
            var target = "topic:" + topic.id();
            topicLabels.put(topic.id(), topic.label());
            byName.putIfAbsent(
                    Text.key(topic.label()), new SearchResult.BestMatch(SearchResult.BestMatch.Type.TOPIC, topic.id()));
            wordings.add(new Wording(target, topic.label()));
            for (var text : topic.synonyms()) wordings.add(new Wording(target, text));
            for (var text : topic.everyday()) wordings.add(new Wording(target, text));
            for (var text : topic.spanish()) wordings.add(new Wording(target, text));
        }
        for (var word : lists.spanish()) {
            var es = String.join(" ", Text.words(Text.FOLDED, word.es()));
            if (!word.alsoEnglish()) spanishWords.addAll(List.of(es.split(" ")));
            if (!word.function() && !word.en().isEmpty()) spanish.put(es, word.en());
        }
    }

    /** All counties; what is offered statewide covers each of them. */
    Set<String> counties() {
        return counties;
    }

    List<Wording> wordings() {
        return wordings;
    }

    /** The glossary term or topic of exactly this name, also within a question such as "what is an LCAP". */
    Optional<SearchResult.BestMatch> named(List<String> foldedWords) {
        var telling = foldedWords.stream()
                .filter(word -> Text.words(Text.STEMMED, word).stream().noneMatch(stop::contains))
                .map(Text::keyOfWord)
                .collect(Collectors.joining());
        var whole = foldedWords.stream().map(Text::keyOfWord).collect(Collectors.joining());
        return Optional.ofNullable(byName.get(whole)).or(() -> Optional.ofNullable(byName.get(telling)));
    }

    String topicLabel(String topic) {
        return topicLabels.getOrDefault(topic, topic);
    }

    /** How much a stem says: almost nothing for stop words, little for the field's own frequent words. */
    float weight(String stem) {
        if (stop.contains(stem)) return 0.2f;
        return weak.contains(stem) ? 0.4f : 1f;
    }

    boolean isStop(String stem) {
        return stop.contains(stem);
    }

    boolean knowsSpelling(String foldedWord) {
        return english.contains(foldedWord) || spanishWords.contains(foldedWord);
    }

    boolean isSpanish(String foldedWord) {
        return spanishWords.contains(foldedWord);
    }

    /** The name and the expansion of a glossary term by its target, such as {@code term:coe}. */
    List<String> namesOf(String target) {
        return namesOfTerms.getOrDefault(target, List.of());
    }

    /**
     * Names of one concept, each leading to the others.
     *
     * @param entriesWith in how many entries a stem stands
     */
    SynonymMap synonyms(ToIntFunction<String> entriesWith, boolean withSpanish) {
        var builder = new SynonymMap.Builder(true);
        for (var concept : concepts) {
            var names = concept.stream()
                    .map(name -> Text.words(Text.FOLDED, name))
                    .filter(words -> !words.isEmpty() && words.size() <= 8)
                    .filter(words -> words.size() > 1 || isRare(words.getFirst(), entriesWith))
                    .distinct()
                    .toList();
            for (var from : names) {
                for (var to : names) if (!from.equals(to)) builder.add(chars(from), chars(to), true);
            }
        }
        if (withSpanish) {
            spanish.forEach((es, translations) -> {
                for (var en : translations) {
                    var words = Text.words(Text.FOLDED, en);
                    if (!words.isEmpty()) builder.add(chars(List.of(es.split(" "))), chars(words), true);
                }
            });
        }
        try {
            return builder.build();
        } catch (IOException noFileIsRead) {
            throw new UncheckedIOException(noFileIsRead);
        }
    }

    private static boolean isRare(String word, ToIntFunction<String> entriesWith) {
        return entriesWith.applyAsInt(Text.words(Text.STEMMED, word).getFirst()) <= TOO_COMMON;
    }

    private static CharsRef chars(List<String> words) {
        return SynonymMap.Builder.join(words.toArray(String[]::new), new CharsRefBuilder());
    }

    private static Set<String> stems(Set<String> words) {
        var stems = new HashSet<String>();
        for (var word : words) stems.addAll(Text.words(Text.STEMMED, word));
        return stems;
    }

    private static Set<String> folded(Set<String> words) {
        var folded = new HashSet<String>();
        for (var word : words) folded.addAll(Text.words(Text.FOLDED, word));
        return folded;
    }
}
