package org.ssos.clearinghouse.training;

import java.util.List;
import java.util.stream.IntStream;
import org.ssos.clearinghouse.web.Chrome;

/** What of a training page is filled in and printed: a page of its own, and a document of its own on paper. */
public record SheetPage(Chrome chrome, Training training, List<Part> parts) {
    /** Something to fill in. What belongs to it has names that start with its anchor. */
    public sealed interface Part {
        String heading();

        record Ticks(String heading, List<String> items) implements Part {}

        record Lines(String anchor, String heading, List<String> labels) implements Part {}

        record Table(String anchor, String heading, List<String> columns, List<Row> rows) implements Part {}

        private static Part of(int number, Training.Part part) {
            var anchor = "part-" + number;
            return switch (part.kind()) {
                case CHECKS -> new Ticks(part.heading(), part.items());
                case LINES -> new Lines(anchor, part.heading(), part.items());
                case TABLE -> new Table(anchor, part.heading(), part.columns(), rows(part));
            };
        }

        private static List<Row> rows(Training.Part part) {
            int filled = part.filled().size();
            var empty = part.columns().stream().map(_ -> "").toList();
            return IntStream.range(0, filled + part.rows())
                    .mapToObj(i -> new Row(i + 1, i < filled ? part.filled().get(i) : empty))
                    .toList();
        }
    }

    /**
     * @param number from 1
     * @param cells as many as there are columns; an empty one is to be filled in
     */
    public record Row(int number, List<String> cells) {}

    static SheetPage of(Chrome chrome, Training training) {
        return new SheetPage(
                chrome,
                training,
                IntStream.range(0, training.parts().size())
                        .mapToObj(i -> Part.of(i + 1, training.parts().get(i)))
                        .toList());
    }
}
