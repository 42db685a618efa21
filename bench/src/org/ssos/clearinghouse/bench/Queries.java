package org.ssos.clearinghouse.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ssos.clearinghouse.entry.Vocabularies;
import org.ssos.clearinghouse.search.SearchDocument;

/** What people would type, in an order that is mixed and the same in every run. */
final class Queries {
    private static final long SEED = 2;
    private static final int OF_EACH_SORT = 250;

    private Queries() {}

    /** Equal shares of everyday phrases, titles, labels of topics and two words that stand in one entry. */
    static List<String> realistic(RealContent content) {
        var random = new Random(SEED);
        var entries = content.documents();
        var queries = new ArrayList<String>();
        queries.addAll(
                some(entries.stream().flatMap(entry -> entry.askedAs().stream()).toList(), random));
        queries.addAll(some(entries.stream().map(SearchDocument::title).toList(), random));
        queries.addAll(some(
                content.catalog().vocabularies().topics().all().stream()
                        .flatMap(Queries::namesOf)
                        .toList(),
                random));
        queries.addAll(Stream.generate(() -> someWords(entries.get(random.nextInt(entries.size())), 2, random))
                .limit(OF_EACH_SORT)
                .toList());
        Collections.shuffle(queries, random);
        return List.copyOf(queries);
    }

    /** Words of one entry in the order in which they stand there. */
    static String someWords(SearchDocument entry, int count, Random random) {
        var words = new ArrayList<>(Arrays.stream((entry.title() + " " + entry.summary()).split("[^\\p{L}\\p{Nd}-]+"))
                .filter(word -> word.length() > 3)
                .distinct()
                .toList());
        while (words.size() > count) words.remove(random.nextInt(words.size()));
        return String.join(" ", words);
    }

    private static List<String> some(List<String> all, Random random) {
        var mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, random);
        return mixed.subList(0, Math.min(OF_EACH_SORT, mixed.size()));
    }

    private static Stream<String> namesOf(Vocabularies.Topic topic) {
        return Stream.concat(Stream.of(topic.label()), topic.synonyms().stream());
    }
}
