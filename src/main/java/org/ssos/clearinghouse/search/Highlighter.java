package org.ssos.clearinghouse.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Marks the words of a text that a query matched. */
public final class Highlighter {
    /** A stretch of text; templates escape it as any other. */
    public record Segment(String text, boolean marked) {}

    private Highlighter() {}

    /** The whole text in order; neighbouring matches with blanks between them are one mark. */
    public static List<Segment> highlight(String text, Set<String> stems) {
        if (stems.isEmpty()) return List.of(new Segment(text, false));
        var segments = new ArrayList<Segment>();
        int shown = 0;
        int markStart = -1;
        int markEnd = -1;
        for (var word : Text.positions(Text.STEMMED, text)) {
            if (!stems.contains(word.stem())) continue;
            if (markStart >= 0 && text.substring(markEnd, word.start()).isBlank()) {
                markEnd = word.end();
                continue;
            }
            shown = close(text, segments, shown, markStart, markEnd);
            markStart = word.start();
            markEnd = word.end();
        }
        shown = close(text, segments, shown, markStart, markEnd);
        if (shown < text.length()) segments.add(new Segment(text.substring(shown), false));
        return segments;
    }

    private static int close(String text, List<Segment> segments, int shown, int markStart, int markEnd) {
        if (markStart < 0) return shown;
        if (shown < markStart) segments.add(new Segment(text.substring(shown, markStart), false));
        segments.add(new Segment(text.substring(markStart, markEnd), true));
        return markEnd;
    }
}
