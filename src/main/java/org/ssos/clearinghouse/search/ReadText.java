package org.ssos.clearinghouse.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A text whose words were read before, so that marking what a query matched costs a look at each word. */
record ReadText(String text, List<Text.Word> words) {
    static ReadText of(String text) {
        return new ReadText(text, List.copyOf(Text.positions(Text.STEMMED, text)));
    }

    /** The text with what the stems match marked; without stems it is not read at all. */
    static List<Segment> marked(String text, Set<String> stems) {
        if (stems.isEmpty()) return text.isEmpty() ? List.of() : List.of(new Segment(text, false));
        return of(text).marked(stems);
    }

    /** How many of the stems it holds. */
    int matches(Set<String> stems) {
        var found = new HashSet<String>();
        for (var word : words) if (stems.contains(word.stem())) found.add(word.stem());
        return found.size();
    }

    /** The whole text in order; neighbouring matches with blanks between them are one mark. */
    List<Segment> marked(Set<String> stems) {
        var segments = new ArrayList<Segment>();
        int shown = 0;
        for (int i = 0; i < words.size(); i++) {
            if (!stems.contains(words.get(i).stem())) continue;
            int start = words.get(i).start();
            while (i + 1 < words.size() && stems.contains(words.get(i + 1).stem()) && touch(i, i + 1)) i++;
            if (start > shown) segments.add(new Segment(text.substring(shown, start), false));
            shown = words.get(i).end();
            segments.add(new Segment(text.substring(start, shown), true));
        }
        if (shown < text.length()) segments.add(new Segment(text.substring(shown), false));
        return segments;
    }

    private boolean touch(int word, int next) {
        return text.substring(words.get(word).end(), words.get(next).start()).isBlank();
    }
}
