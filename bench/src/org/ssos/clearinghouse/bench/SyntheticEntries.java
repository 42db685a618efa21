package org.ssos.clearinghouse.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ssos.clearinghouse.search.Facet;
import org.ssos.clearinghouse.search.SearchDocument;

/**
 * As many entries as wanted, made from the real ones: first those as they are, then mixtures of three of them. Entry
 * number n is the same in every run and needs no other, so that a million can stream by.
 *
 * <p>Sentences are recombined, and some words exchanged for others as often as those stand in the real texts, so that
 * frequent words stay as frequent as they are. A few words are coined, because a larger collection has more words.
 */
final class SyntheticEntries {
    private static final long SEED = 20261121;
    private static final double EXCHANGED = 0.12;
    private static final double COINED = 0.01;

    /** A million real entries would come from all the districts and offices of the state, not from more. */
    private static final int AGENCIES_FOR_EACH = 20;

    private final List<SearchDocument> real;
    private final String[] words;

    SyntheticEntries(List<SearchDocument> real) {
        this.real = real;
        words = real.stream()
                .flatMap(entry -> Stream.of(entry.summary(), entry.body()))
                .flatMap(text -> Arrays.stream(text.split("[^\\p{L}\\p{Nd}-]+")))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    Stream<SearchDocument> first(int count) {
        return IntStream.range(0, count).mapToObj(this::entry);
    }

    private SearchDocument entry(int number) {
        return number < real.size() ? real.get(number) : mixture(number);
    }

    private SearchDocument mixture(int number) {
        var random = new SplittableRandom(SEED + number);
        var base = base(random);
        var second = real.get(random.nextInt(real.size()));
        var third = real.get(random.nextInt(real.size()));
        return new SearchDocument(
                numbered(base.id(), number),
                base.names().stream()
                        .map(name -> varied(name, random) + " " + number)
                        .toList(),
                varied(base.summary(), random),
                second.topics(),
                third.people(),
                body(random, base, second, third),
                base.kin().stream().map(name -> name + " " + number).toList(),
                base.related().stream().map(_ -> neighbour(number, random)).toList(),
                askedAs(random, base, second, third),
                facets(random, base, second, third),
                base.statewide(),
                base.checked(),
                base.due(),
                base.prior(),
                base.ended(),
                base.hidden());
    }

    private SearchDocument base(SplittableRandom random) {
        return real.get(random.nextInt(real.size()));
    }

    private static String numbered(String id, int number) {
        return id + "-" + number;
    }

    /** The id of an entry made shortly before. */
    private String neighbour(int number, SplittableRandom random) {
        int other = Math.max(0, number - 1 - random.nextInt(100));
        return other < real.size()
                ? real.get(other).id()
                : numbered(base(new SplittableRandom(SEED + other)).id(), other);
    }

    /** As long as the body of the base, half of it from the two others. */
    private String body(SplittableRandom random, SearchDocument base, SearchDocument second, SearchDocument third) {
        var own = sentences(base);
        var others = new ArrayList<>(sentences(second));
        others.addAll(sentences(third));
        return own.stream()
                .map(sentence -> random.nextBoolean() ? sentence : others.get(random.nextInt(others.size())))
                .map(sentence -> varied(sentence, random))
                .collect(Collectors.joining(" "));
    }

    private static List<String> sentences(SearchDocument entry) {
        return List.of(entry.body().split("(?<=[.!?])\\s+"));
    }

    /** As many phrases as the base has; each begins like one of its own and may end like one of another entry. */
    private List<String> askedAs(
            SplittableRandom random, SearchDocument base, SearchDocument second, SearchDocument third) {
        var others = Stream.of(base, second, third)
                .flatMap(entry -> entry.askedAs().stream())
                .toList();
        return base.askedAs().stream()
                .map(phrase -> half(phrase, true) + " " + half(others.get(random.nextInt(others.size())), false))
                .map(phrase -> varied(phrase, random))
                .toList();
    }

    private static String half(String phrase, boolean first) {
        var parts = List.of(phrase.split(" "));
        int middle = (parts.size() + 1) / 2;
        return String.join(" ", first ? parts.subList(0, middle) : parts.subList(middle, parts.size()));
    }

    private static Map<Facet, List<String>> facets(
            SplittableRandom random, SearchDocument base, SearchDocument second, SearchDocument third) {
        var facets = new EnumMap<Facet, List<String>>(base.facets());
        for (var facet : List.of(Facet.TOPIC, Facet.LEVEL, Facet.PRIORITY)) facets.put(facet, values(second, facet));
        for (var facet : List.of(Facet.AUDIENCE, Facet.GROUP, Facet.INDICATOR)) facets.put(facet, values(third, facet));
        facets.put(
                Facet.AGENCY,
                values(base, Facet.AGENCY).stream()
                        .map(agency -> numbered(agency, random.nextInt(AGENCIES_FOR_EACH)))
                        .toList());
        return facets;
    }

    private static List<String> values(SearchDocument entry, Facet facet) {
        return entry.facets().getOrDefault(facet, List.of());
    }

    private String varied(String text, SplittableRandom random) {
        return Arrays.stream(text.split(" "))
                .map(word -> {
                    double chance = random.nextDouble();
                    if (chance < COINED) return coined(random);
                    return chance < COINED + EXCHANGED ? words[random.nextInt(words.length)] : word;
                })
                .collect(Collectors.joining(" "));
    }

    /** A few are frequent and most are rare, as everywhere: the number of the word is drawn evenly on a log scale. */
    private static String coined(SplittableRandom random) {
        int rank = (int) Math.exp(random.nextDouble(Math.log(5_000_000)));
        var word = new StringBuilder("za");
        for (; rank > 0; rank /= 50) {
            word.append("bdfklmnrst".charAt(rank % 10)).append("aeiou".charAt(rank / 10 % 5));
        }
        return word.toString();
    }
}
