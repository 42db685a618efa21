package org.ssos.clearinghouse.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;

/**
 * A glossary term or topic that is just what was asked for, shown above the entries.
 *
 * @param kind {@code term} or {@code topic}
 * @param entries how many entries a topic holds; absent for a term
 */
public record BestMatchBlock(
        String kind,
        String id,
        String label,
        String text,
        String url,
        @Nullable Integer entries) {

    static Optional<BestMatchBlock> of(SearchResult.BestMatch best, Catalog catalog) {
        var vocabularies = catalog.vocabularies();
        return switch (best.type()) {
            case TERM ->
                vocabularies
                        .glossary()
                        .find(best.id())
                        .map(term -> new BestMatchBlock(
                                "term",
                                term.id(),
                                term.expansion() == null ? term.term() : term.term() + ": " + term.expansion(),
                                term.meaning(),
                                "/glossary#" + term.id(),
                                null));
            case TOPIC ->
                vocabularies
                        .topics()
                        .find(best.id())
                        .map(topic -> new BestMatchBlock(
                                "topic",
                                topic.id(),
                                topic.label(),
                                topic.description(),
                                "/topics/" + topic.id(),
                                entriesIn(topic.id(), catalog)));
        };
    }

    private static int entriesIn(String topic, Catalog catalog) {
        return (int) catalog.all().stream()
                .filter(entry -> entry.topics().contains(topic))
                .count();
    }
}
