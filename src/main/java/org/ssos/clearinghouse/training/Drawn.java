package org.ssos.clearinghouse.training;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words of a cell of a picture look like. The words always stand beside it. */
public sealed interface Drawn {
    /**
     * A color of the Dashboard: a row of five bars, as many of them filled as the color stands high.
     *
     * @param name as in the style sheet
     */
    record Color(String name, int filled) implements Drawn {
        public List<Integer> bars() {
            return List.of(1, 2, 3, 4, 5);
        }
    }

    /** An arrow; 0 degrees points to the right, negative ones up. */
    record Arrow(int degrees) implements Drawn {}

    /** Words that say that there is nothing to see. */
    record Faint() implements Drawn {}

    /** As many dots as the words count. */
    record Dots(int count) implements Drawn {
        private static final int IN_A_ROW = 15;

        public int column(int dot) {
            return dot % IN_A_ROW;
        }

        public int row(int dot) {
            return dot / IN_A_ROW;
        }

        public int rows() {
            return (count + IN_A_ROW - 1) / IN_A_ROW;
        }
    }

    Map<String, Drawn> BY_WORDS = Map.ofEntries(
            Map.entry("Blue", new Color("blue", 5)),
            Map.entry("Green", new Color("green", 4)),
            Map.entry("Yellow", new Color("yellow", 3)),
            Map.entry("Orange", new Color("orange", 2)),
            Map.entry("Red", new Color("red", 1)),
            Map.entry("Higher", new Arrow(-90)),
            Map.entry("Lower", new Arrow(90)),
            Map.entry("Rose a lot", new Arrow(-70)),
            Map.entry("Rose", new Arrow(-35)),
            Map.entry("Held", new Arrow(0)),
            Map.entry("Fell", new Arrow(35)),
            Map.entry("Fell a lot", new Arrow(70)),
            Map.entry("Look up", new Faint()),
            Map.entry("No color", new Faint()),
            Map.entry("Does not apply", new Faint()));

    Pattern STUDENTS = Pattern.compile("(\\d{1,2}) students");

    /** How a cell is drawn; nothing where its words say it all. */
    static @Nullable Drawn of(String words) {
        var students = STUDENTS.matcher(words);
        return students.matches() ? new Dots(Integer.parseInt(students.group(1))) : BY_WORDS.get(words);
    }
}
