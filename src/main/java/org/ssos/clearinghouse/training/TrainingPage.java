package org.ssos.clearinghouse.training;

import gg.jte.Content;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.web.Chrome;

/**
 * One training page.
 *
 * @param steps those of the roadmap that it belongs to
 * @param sameTrack the other pages of its track
 */
public record TrainingPage(
        Chrome chrome,
        Training training,
        List<Item> steps,
        List<Text> sections,
        Text example,
        List<Question> questions,
        List<Training> sameTrack) {

    /**
     * @param anchor its place on the page
     * @param pictures those that belong to it
     */
    public record Text(String anchor, String heading, Content text, List<Picture> pictures) {
        private static Text of(String anchor, String heading, String markdown, Training training) {
            var pictures = numbered(training.pictures().size())
                    .filter(n -> training.pictures().get(n - 1).under().equals(heading))
                    .mapToObj(n -> Picture.of(n, training.pictures().get(n - 1)))
                    .toList();
            return new Text(anchor, heading, TrainingText.render(markdown), pictures);
        }
    }

    /** @param anchor of its heading; what belongs to it has names that start so */
    public record Picture(String anchor, String title, String alt, List<Cell> heads, List<List<Cell>> rows) {
        private static Picture of(int number, Training.Picture picture) {
            var rows = picture.table().stream()
                    .map(row -> row.stream().map(Cell::of).toList())
                    .toList();
            return new Picture(
                    "picture-" + number, picture.title(), picture.alt(), rows.getFirst(), rows.subList(1, rows.size()));
        }
    }

    /** @param drawn what stands beside the words, if anything does */
    public record Cell(String words, @Nullable Drawn drawn) {
        private static Cell of(String words) {
            return new Cell(words, Drawn.of(words));
        }
    }

    /**
     * A question with its answer.
     *
     * @param number from 1
     * @param right the right option with its letter
     * @param source what the answer rests on where that is no law
     */
    public record Question(
            int number,
            Training.Check check,
            String right,
            @Nullable Item source) {
        private static Question of(int number, Training training) {
            var check = training.checks().get(number - 1);
            return new Question(
                    number,
                    check,
                    (char) ('A' + check.answer()) + ". " + check.options().get(check.answer()),
                    source(check, training));
        }

        private static @Nullable Item source(Training.Check check, Training training) {
            var source = check.source();
            if (source == null) return null;
            return training.sourceAt(source)
                    .map(listed -> new Item(listed.title(), listed.url()))
                    .orElse(Item.plain(source));
        }
    }

    static TrainingPage of(Chrome chrome, Trainings trainings, Training training, List<Item> steps) {
        return new TrainingPage(
                chrome,
                training,
                steps,
                numbered(training.sections().size())
                        .mapToObj(n -> section(n, training))
                        .toList(),
                Text.of(
                        "example",
                        training.example().title(),
                        training.example().text(),
                        training),
                numbered(training.checks().size())
                        .mapToObj(n -> Question.of(n, training))
                        .toList(),
                trainings.of(training.place()).stream()
                        .filter(other -> !other.equals(training))
                        .toList());
    }

    private static IntStream numbered(int size) {
        return IntStream.rangeClosed(1, size);
    }

    private static Text section(int number, Training training) {
        var section = training.sections().get(number - 1);
        return Text.of("section-" + number, section.heading(), section.text(), training);
    }
}
