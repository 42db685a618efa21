package org.ssos.clearinghouse.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;

/**
 * The texts that results show, with what the query matched marked in them. Each entry is read once, when it is first
 * found. Safe for use by many threads.
 */
final class Passages {
    /** A longer sentence is a list, and says little at a glance. */
    private static final int LONGEST_SENTENCE = 260;

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.STRIP)
            .build();

    private final Map<String, Texts> texts = new ConcurrentHashMap<>();

    private record Texts(ReadText title, ReadText summary, List<ReadText> sentences) {}

    List<Segment> title(Entry entry, Set<String> stems) {
        return of(entry).title().marked(stems);
    }

    /** The summary, and when neither it nor the title shows why, the sentence of the description that shows it best. */
    List<Segment> summary(Entry entry, Set<String> stems) {
        var texts = of(entry);
        var passage = new ArrayList<>(texts.summary().marked(stems));
        if (!stems.isEmpty() && texts.title().matches(stems) + texts.summary().matches(stems) == 0) {
            best(texts.sentences(), stems).ifPresent(sentence -> {
                passage.add(new Segment(" … ", false));
                passage.addAll(sentence.marked(stems));
            });
        }
        return passage;
    }

    private static Optional<ReadText> best(List<ReadText> sentences, Set<String> stems) {
        return sentences.stream()
                .filter(sentence -> sentence.matches(stems) > 0)
                .max(Comparator.comparingInt(sentence -> sentence.matches(stems)));
    }

    private Texts of(Entry entry) {
        var known = texts.get(entry.id().value());
        return known == null ? texts.computeIfAbsent(entry.id().value(), _ -> read(entry)) : known;
    }

    private static Texts read(Entry entry) {
        return new Texts(ReadText.of(entry.fullTitle()), ReadText.of(entry.summary()), sentences(entry.description()));
    }

    private static List<ReadText> sentences(@Nullable String markdown) {
        if (markdown == null) return List.of();
        var plain = PLAIN.render(MARKDOWN.parse(markdown));
        var ends = BreakIterator.getSentenceInstance(Locale.US);
        ends.setText(plain);
        var sentences = new ArrayList<ReadText>();
        for (int start = 0, end = ends.next(); end != BreakIterator.DONE; start = end, end = ends.next()) {
            var sentence = plain.substring(start, end).strip();
            if (sentence.length() <= LONGEST_SENTENCE) sentences.add(ReadText.of(sentence));
        }
        return List.copyOf(sentences);
    }
}
