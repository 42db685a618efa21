package org.ssos.clearinghouse.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The second index: finds LEAs, questions, law sections and pathways by what people type for their names, apart from the
 * entries, whose weights these thousands of names would shift. It compares arrays in memory, over all names that hold a
 * word like one that was typed, and reads only the start of what was typed, so its cost is bounded. Never changes.
 */
public final class Lookup {
    private static final int MAX_TYPED = 120;
    private static final int MAX_WORDS = 10;

    /** Words that say what something is and not which one count half where they were left out. */
    private static final float LEFT_OUT = 0.5f;

    /** So much it counts against a name that none of its words but one was typed. */
    private static final float REST = 0.3f;

    private static final float IN_TEXT = 0.8f;
    private static final float PLACE = 0.9f;
    private static final float OTHER_NAME = 0.99f;
    private static final float ALSO_ITS_PLACE = 0.06f;
    private static final float FIRST_WORD = 0.02f;
    private static final float HEAVIEST = 0.05f;
    private static final float SHORT_FORM = 0.95f;

    private static final double START_OF_CODE = 0.6;
    private static final int SHORTEST_START_OF_CODE = 4;

    /** Nothing that fits worse than this is shown. */
    private static final float LEAST = 0.35f;

    /** Nor anything that fits so much worse than the best. */
    private static final float BESIDE_THE_BEST = 0.6f;

    /** As certain as this, hardly a word of the name was left out. */
    private static final double WHOLE_NAME = 0.97;

    /** So little less certain others could be meant as well. */
    private static final double AS_GOOD = 0.02;

    private static final int MOST_NAMED = 4;

    /** As certain as this, it is what was asked for. */
    private static final float CERTAIN = 0.9f;

    private static final BitSet NONE = new BitSet();

    private static final Set<String> KINDS_OF_LEA = Set.of(
            "unified",
            "union",
            "joint",
            "elementary",
            "high",
            "city",
            "school",
            "district",
            "county",
            "office",
            "education",
            "department",
            "superintendent",
            "charter",
            "academy",
            "public");

    /**
     * What was found.
     *
     * @param certainty from 0 to 1, how much of what was typed is its name and how much of its name was typed
     * @param whole whether every typed word stands in its name or place as it was typed
     */
    public record Found(Findable thing, double certainty, boolean whole) {
        /** Whether it is just what was typed. */
        public boolean isSure() {
            return whole && certainty >= CERTAIN;
        }
    }

    private static final class Name {
        private final int[] words;
        private final float[] leftOut;
        private final float weight;
        private final float worth;

        /**
         * @param leftOut what each word counts against the name when it was not typed
         * @param worth what a full match of this name counts
         */
        Name(int[] words, float[] leftOut, float weight, float worth) {
            this.words = words;
            this.leftOut = leftOut;
            this.weight = weight;
            this.worth = worth;
        }

        int[] words() {
            return words;
        }

        float leftOut(int position) {
            return leftOut[position];
        }

        float weight() {
            return weight;
        }

        float worth() {
            return worth;
        }
    }

    /** @param text further words, which are no name */
    private record Candidate(
            Findable thing, List<Name> names, List<Name> places, Name text, List<List<String>> inFull) {}

    private record Scored(Found found, double order) {}

    private final NameVocabulary words = new NameVocabulary();
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<Integer, BitSet> candidatesWith = new HashMap<>();
    private final Map<Integer, BitSet> candidatesWithText = new HashMap<>();
    private final NavigableMap<String, List<Findable>> byCode = new TreeMap<>();

    public Lookup(List<Findable> things) {
        for (var thing : things) {
            for (var name : thing.names()) words.addName(NameWords.of(name));
            for (var place : thing.places()) words.addOther(NameWords.of(place));
            words.addOther(NameWords.of(thing.text()));
        }
        for (var thing : things) {
            for (var code : thing.codes())
                byCode.computeIfAbsent(code, _ -> new ArrayList<>()).add(thing);
            add(candidate(thing));
        }
    }

    private void add(Candidate candidate) {
        int number = candidates.size();
        candidates.add(candidate);
        Stream.concat(candidate.names().stream(), candidate.places().stream())
                .flatMapToInt(name -> Arrays.stream(name.words()))
                .forEach(word ->
                        candidatesWith.computeIfAbsent(word, _ -> new BitSet()).set(number));
        for (int word : candidate.text().words()) {
            candidatesWithText.computeIfAbsent(word, _ -> new BitSet()).set(number);
        }
    }

    /**
     * What could be meant, the likeliest first.
     *
     * @param kinds only these, or all when empty
     */
    public List<Found> find(String typed, Set<String> kinds, int most) {
        return find(typed, kinds, most, _ -> all());
    }

    /** @param among which candidates can be meant by the words */
    private List<Found> find(String typed, Set<String> kinds, int most, Function<List<String>, BitSet> among) {
        var start = typed.length() > MAX_TYPED ? typed.substring(0, MAX_TYPED) : typed;
        var coded = byCode(start, kinds);
        if (!coded.isEmpty()) return coded.subList(0, Math.min(most, coded.size()));
        var found = new HashMap<Findable, Scored>();
        var plain = words.mended(NameWords.typed(start, MAX_WORDS));
        var places = words.mended(NameWords.typedWithPlaces(start, MAX_WORDS));
        compare(plain, kinds, among, found);
        if (!places.equals(plain)) compare(places, kinds, among, found);
        shortForms(NameWords.plain(start), kinds, found);
        var best = found.values().stream()
                .sorted(Comparator.comparingDouble((Scored scored) -> -scored.order())
                        .thenComparingInt(scored -> -scored.found().thing().weight())
                        .thenComparing(scored -> scored.found().thing().label())
                        .thenComparing(scored -> scored.found().thing().id()))
                .map(Scored::found)
                .limit(most)
                .toList();
        if (best.isEmpty()) return best;
        double least = Math.max(LEAST, BESIDE_THE_BEST * best.getFirst().certainty());
        return best.stream().filter(one -> one.certainty() >= least).toList();
    }

    /**
     * What a question names, the one thing first and others that could be meant as well behind it; nothing where the
     * question only happens to hold words of a name.
     *
     * @param ordinary whether a word is one that anybody may use without meaning a name
     */
    public List<Found> named(String question, Predicate<String> ordinary) {
        var found = find(question, Set.of(), MOST_NAMED, this::holding);
        if (found.isEmpty() || !found.getFirst().isSure()) return List.of();
        double certainty = found.getFirst().certainty();
        var words = NameWords.plain(question);
        if (words.stream().allMatch(ordinary) && (words.size() == 1 || certainty < WHOLE_NAME)) return List.of();
        return found.stream()
                .filter(other -> other.isSure() && other.certainty() > certainty - AS_GOOD)
                .toList();
    }

    private List<Found> byCode(String typed, Set<String> kinds) {
        var codes = Codes.meantBy(typed);
        var whole = codes.stream().flatMap(code -> byCode.getOrDefault(code, List.of()).stream());
        var found = ofKinds(whole, kinds, 1);
        if (!found.isEmpty()) return found;
        var started = codes.stream()
                .filter(code -> code.length() >= SHORTEST_START_OF_CODE)
                .flatMap(code -> byCode.subMap(code, code + Character.MAX_VALUE).values().stream())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(thing -> -thing.weight()));
        return ofKinds(started, kinds, START_OF_CODE);
    }

    private static List<Found> ofKinds(Stream<Findable> things, Set<String> kinds, double certainty) {
        return things.filter(thing -> kinds.isEmpty() || kinds.contains(thing.kind()))
                .distinct()
                .map(thing -> new Found(thing, certainty, certainty == 1))
                .toList();
    }

    /** The candidates that hold each of the words as it was typed, which costs little to know. */
    private BitSet holding(List<String> typed) {
        var holding = all();
        for (var word : typed) {
            var any = new BitSet();
            for (int number : words.asTyped(word)) {
                any.or(candidatesWith.getOrDefault(number, NONE));
            }
            holding.and(any);
        }
        return holding;
    }

    private BitSet all() {
        var all = new BitSet();
        all.set(0, candidates.size());
        return all;
    }

    /** The candidates that hold a word like one of the typed, in a name or beside it. */
    private BitSet near(NameVocabulary.Query query) {
        var near = new BitSet();
        for (int word = 0; word < words.size(); word++) {
            if (!query.isLike(word)) continue;
            near.or(candidatesWith.getOrDefault(word, NONE));
            near.or(candidatesWithText.getOrDefault(word, NONE));
        }
        return near;
    }

    private void compare(
            List<String> typed, Set<String> kinds, Function<List<String>, BitSet> among, Map<Findable, Scored> found) {
        if (typed.isEmpty()) return;
        var possible = among.apply(typed);
        if (possible.isEmpty()) return;
        var query = words.query(typed);
        possible.and(near(query));
        for (int number = possible.nextSetBit(0); number >= 0; number = possible.nextSetBit(number + 1)) {
            var candidate = candidates.get(number);
            if (!kinds.isEmpty() && !kinds.contains(candidate.thing().kind())) continue;
            var scored = score(candidate, query);
            if (scored != null) keep(scored, found);
        }
    }

    private @Nullable Scored score(Candidate candidate, NameVocabulary.Query query) {
        float best = 0;
        boolean whole = false;
        for (var name : candidate.names()) {
            float fits = fits(name, candidate.text().words(), query);
            if (fits > best) {
                best = fits;
                whole = query.isWholeIn(name.words());
            }
        }
        float place = 0;
        for (var name : candidate.places()) {
            float fits = fits(name, candidate.text().words(), query);
            place = Math.max(place, fits);
            if (fits > best) {
                best = fits;
                whole = query.isWholeIn(name.words());
            }
        }
        if (best < LEAST) return null;
        double order = best + weight(candidate);
        if (place > PLACE - 0.01f && best > place) order += ALSO_ITS_PLACE;
        if (query.startsWith(candidate.names().getFirst().words())) order += FIRST_WORD;
        return new Scored(new Found(candidate.thing(), best, whole), order);
    }

    private static double weight(Candidate candidate) {
        return HEAVIEST * Math.min(1, Math.log10(1 + candidate.thing().weight()) / 6);
    }

    private float fits(Name name, int[] text, NameVocabulary.Query query) {
        float explained = 0;
        boolean[] used = new boolean[name.words().length];
        for (int number = 0; number < query.size(); number++) {
            float best = 0;
            int at = -1;
            for (int position = 0; position < used.length; position++) {
                float similarity = query.similarity(number, name.words()[position]);
                if (similarity > best) {
                    best = similarity;
                    at = position;
                }
            }
            for (int position = 0; at >= 0 && position < used.length; position++) {
                used[position] |= name.words()[position] == name.words()[at];
            }
            for (int word : text) best = Math.max(best, IN_TEXT * query.similarity(number, word));
            explained += best * query.weight(number);
        }
        float most = name.worth() * explained / query.weight();
        if (most < LEAST) return 0;
        float rest = 0;
        for (int position = 0; position < used.length; position++) {
            if (!used[position]) rest += name.leftOut(position);
        }
        return most * (1 - REST * rest / name.weight());
    }

    private float weightLeftOut(int word) {
        return KINDS_OF_LEA.contains(words.text(word)) ? LEFT_OUT * words.weight(word) : words.weight(word);
    }

    private void shortForms(List<String> typed, Set<String> kinds, Map<Findable, Scored> found) {
        if (typed.size() != 1 || !Initials.isPossible(typed.getFirst())) return;
        for (var candidate : candidates) {
            if (!kinds.isEmpty() && !kinds.contains(candidate.thing().kind())) continue;
            float best = 0;
            for (var name : candidate.inFull()) best = Math.max(best, Initials.fit(typed.getFirst(), name));
            if (best == 0) continue;
            double certainty = SHORT_FORM * best;
            keep(new Scored(new Found(candidate.thing(), certainty, best == 1), certainty + weight(candidate)), found);
        }
    }

    private static void keep(Scored scored, Map<Findable, Scored> found) {
        found.merge(scored.found().thing(), scored, (one, other) -> one.order() >= other.order() ? one : other);
    }

    private Candidate candidate(Findable thing) {
        var names = new ArrayList<Name>();
        for (var name : thing.names()) {
            names.add(name(NameWords.of(name), names.isEmpty() ? 1 : OTHER_NAME));
        }
        var places = thing.places().stream()
                .map(place -> name(NameWords.of(place), PLACE))
                .toList();
        var inFull = thing.inFull().stream().map(NameWords::plain).toList();
        return new Candidate(thing, names, places, name(NameWords.of(thing.text()), 0), inFull);
    }

    private Name name(List<String> text, float worth) {
        int[] numbers = words.known(text);
        float[] leftOut = new float[numbers.length];
        float weight = 0;
        for (int position = 0; position < numbers.length; position++) {
            leftOut[position] = weightLeftOut(numbers[position]);
            weight += words.weight(numbers[position]);
        }
        return new Name(numbers, leftOut, Math.max(weight, 1), worth);
    }
}
