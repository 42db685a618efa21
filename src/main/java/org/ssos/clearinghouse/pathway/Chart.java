package org.ssos.clearinghouse.pathway;

import java.util.ArrayList;
import java.util.List;
import org.ssos.clearinghouse.pathway.Outline.Branch;
import org.ssos.clearinghouse.pathway.Outline.Target;

/**
 * A pathway drawn from left to right: questions and what they lead to as boxes, answers on the lines between. All
 * measures are pixels; text is broken into lines here, for SVG does not.
 *
 * @param lines drawn first, those of the walk last of them
 */
public record Chart(int width, int height, List<Line> lines, List<Box> boxes, List<Box> labels) {
    private static final int MARGIN = 10;
    private static final int BOX = 204;
    private static final int LABEL = 124;
    private static final int ELBOW = 14;
    private static final int LINE_HEIGHT = 17;
    private static final int PADDING = 10;
    private static final int GAP = 14;

    // Wide enough for the widest of the fonts that the style sheet names.
    private static final int BOX_LETTERS = 24;
    private static final int LABEL_LETTERS = 16;
    private static final int LETTER = 7;

    /** @param style CSS classes of the path */
    public record Line(String path, String style) {}

    /**
     * A frame with lines of text in its middle.
     *
     * @param style CSS classes of the frame
     * @param kind a word or two below the text; may be empty
     */
    public record Box(int x, int y, int width, int height, String style, List<TextLine> text, String kind) {
        public int middle() {
            return x + width / 2;
        }

        public int kindY() {
            return y + height - PADDING;
        }
    }

    public record TextLine(int y, String text) {}

    static Chart of(Outline outline) {
        var drawing = new Drawing();
        drawing.draw(outline, MARGIN, MARGIN, 0);
        drawing.lines.sort(
                (a, b) -> Boolean.compare(a.style().contains("on"), b.style().contains("on")));
        int width = drawing.boxes.stream()
                .mapToInt(box -> box.x() + box.width())
                .max()
                .orElse(0);
        int height = drawing.boxes.stream()
                .mapToInt(box -> box.y() + box.height())
                .max()
                .orElse(0);
        return new Chart(
                width + MARGIN,
                height + MARGIN,
                List.copyOf(drawing.lines),
                List.copyOf(drawing.boxes),
                List.copyOf(drawing.labels));
    }

    /** Where something came to lie: the height of its middle, and where the next thing may start. */
    private record Placed(int middle, int below) {}

    private static final class Drawing {
        private final List<Line> lines = new ArrayList<>();
        private final List<Box> boxes = new ArrayList<>();
        private final List<Box> labels = new ArrayList<>();

        /**
         * A question with everything that follows, to the right of {@code x} and below {@code top}.
         *
         * @param label the height of the answer that leads to it
         */
        Placed draw(Outline outline, int x, int top, int label) {
            int next = x + BOX + ELBOW + LABEL + ELBOW;
            int y = top;
            var middles = new ArrayList<Integer>();
            for (var branch : outline.branches()) {
                var placed = draw(branch, next, y);
                middles.add(placed.middle());
                y = placed.below();
            }
            var text = wrapped(outline.question().question(), BOX_LETTERS);
            int height = Math.max(heightOf(text, false), label);
            int middle = Math.max((middles.getFirst() + middles.getLast()) / 2, top + height / 2);
            boxes.add(box(x, middle, text, "box" + on(outline.onWay()), ""));
            for (int i = 0; i < middles.size(); i++) {
                connect(outline.branches().get(i), x + BOX, middle, middles.get(i), next);
            }
            return new Placed(middle, Math.max(y, middle + height / 2 + GAP));
        }

        private Placed draw(Branch branch, int x, int top) {
            int label = wrapped(branch.option().label(), LABEL_LETTERS).size() * LINE_HEIGHT;
            if (branch.target() instanceof Target.Unfolded(var outline)) return draw(outline, x, top, label);
            var text = wrapped(branch.target().text(), BOX_LETTERS);
            int height = Math.max(heightOf(text, true), label);
            boxes.add(box(
                    x, top + height / 2, text, style(branch), branch.target().kind()));
            return new Placed(top + height / 2, top + height + GAP);
        }

        private void connect(Branch branch, int from, int y, int to, int next) {
            var on = on(branch.onWay());
            int elbow = from + ELBOW;
            lines.add(new Line("M" + from + " " + y + "H" + elbow + "V" + to + "H" + (next - 6), "line" + on));
            lines.add(new Line("M" + (next - 9) + " " + (to - 6) + "v12l9 -6z", "tip" + on));
            var text = wrapped(branch.option().label(), LABEL_LETTERS);
            int height = text.size() * LINE_HEIGHT;
            int width = text.stream().mapToInt(String::length).max().orElse(0) * LETTER + 8;
            int middleX = elbow + (next - elbow) / 2 - 3;
            labels.add(new Box(
                    middleX - width / 2,
                    to - height / 2,
                    width,
                    height,
                    "label",
                    textLines(text, to - height / 2 + 13),
                    ""));
        }

        private static Box box(int x, int middle, List<String> text, String style, String kind) {
            int height = heightOf(text, !kind.isEmpty());
            int top = middle - height / 2;
            return new Box(x, top, BOX, height, style, textLines(text, top + PADDING + 13), kind);
        }

        private static String style(Branch branch) {
            var level = branch.target() instanceof Target.End(var outcome)
                    ? switch (outcome.level()) {
                        case UNIVERSAL -> "fill lv-u";
                        case TARGETED -> "fill lv-t";
                        case INTENSIVE -> "fill lv-i";
                        case FEDERAL -> "box";
                    }
                    : "box away";
            return level + on(branch.onWay());
        }

        private static String on(boolean onWay) {
            return onWay ? " on" : "";
        }
    }

    private static int heightOf(List<String> text, boolean withKind) {
        return 2 * PADDING + (text.size() + (withKind ? 1 : 0)) * LINE_HEIGHT;
    }

    private static List<TextLine> textLines(List<String> text, int first) {
        var placed = new ArrayList<TextLine>();
        for (int i = 0; i < text.size(); i++) placed.add(new TextLine(first + i * LINE_HEIGHT, text.get(i)));
        return placed;
    }

    private static List<String> wrapped(String text, int letters) {
        var wrapped = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                wrapped.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        wrapped.add(line.toString());
        return wrapped;
    }
}
