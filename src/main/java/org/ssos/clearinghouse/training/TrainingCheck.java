package org.ssos.clearinghouse.training;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.PartFiles.Parsed;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.training.Training.Part;

/** Says what is wrong with training pages beyond what their schema sees. */
final class TrainingCheck {
    private static final int FEWEST_WORDS = 300;
    private static final int MOST_WORDS = 700;

    private final List<Parsed<Training>> files;
    private final LawBook law;
    private final OwnAddresses addresses;

    TrainingCheck(Catalog catalog, List<Parsed<Training>> files) {
        this.files = files;
        law = catalog.part(LawBook.PART);
        addresses = new OwnAddresses(
                catalog, files.stream().map(file -> file.value().id()).collect(Collectors.toSet()));
    }

    void check() {
        var places = new HashSet<String>();
        for (var file : files) {
            checkPlace(file, places);
            checkTexts(file);
            checkQuestions(file);
            checkParts(file);
            checkPictures(file);
        }
    }

    private static void checkPlace(Parsed<Training> file, Set<String> taken) {
        var training = file.value();
        if (!taken.add(training.track() + " " + training.order())) {
            file.report(
                    List.of("order"),
                    "order " + training.order() + " is taken already in the track '" + training.track() + "'");
        }
        if (training.place().isOfRoadmap() && training.steps().isEmpty()) {
            file.report(
                    List.of("track"),
                    "`steps` is missing: a page of the track '" + training.track()
                            + "' belongs to a step of the roadmap");
        }
        if (!training.place().isOfRoadmap() && !training.steps().isEmpty()) {
            file.report(List.of("steps"), "no step of the roadmap belongs to the track '" + training.track() + "'");
        }
    }

    private void checkTexts(Parsed<Training> file) {
        var training = file.value();
        int words = 0;
        for (int i = 0; i < training.sections().size(); i++) {
            var text = training.sections().get(i).text();
            words += TrainingText.words(text).split(" ").length;
            checkMarkdown(file, List.of("sections", Integer.toString(i), "text"), text);
        }
        if (words < FEWEST_WORDS || words > MOST_WORDS) {
            file.report(
                    List.of("sections"),
                    "the sections have " + words + " words together; write " + FEWEST_WORDS + " to " + MOST_WORDS);
        }
        checkMarkdown(file, List.of("example", "text"), training.example().text());
        for (int i = 0; i < training.doubts().size(); i++) {
            checkLaw(
                    file,
                    List.of("doubts", Integer.toString(i)),
                    training.doubts().get(i));
        }
    }

    private void checkMarkdown(Parsed<Training> file, List<String> at, String text) {
        checkLaw(file, at, TrainingText.words(text));
        for (var address : TrainingText.addresses(text)) {
            if (addresses.isLost(address)) file.report(at, "the link to " + address + " leads nowhere");
        }
    }

    /** A text may cite no law at all; what it cites has to be there. */
    private void checkLaw(Parsed<Training> file, List<String> at, String text) {
        if (Citation.in(text).stream().anyMatch(piece -> piece.law() != null)) {
            law.problemOf(text).ifPresent(problem -> file.report(at, problem));
        }
    }

    private void checkQuestions(Parsed<Training> file) {
        var training = file.value();
        for (int i = 0; i < training.checks().size(); i++) {
            var check = training.checks().get(i);
            var at = List.of("checks", Integer.toString(i));
            if (check.answer() >= check.options().size()) {
                file.report(
                        List.of("checks", Integer.toString(i), "answer"),
                        "answer is " + check.answer() + ", but the options are counted from 0 to "
                                + (check.options().size() - 1));
            }
            var citation = check.citation();
            var source = check.source();
            if ((citation == null) == (source == null)) {
                file.report(at, "say either `citation` or `source`: what the answer rests on");
            }
            checkLaw(file, at, check.why());
            if (citation != null) {
                law.problemOf(citation)
                        .ifPresent(problem -> file.report(List.of("checks", at.getLast(), "citation"), problem));
            }
            if (source != null
                    && source.startsWith("http")
                    && training.sourceAt(source).isEmpty()) {
                file.report(List.of("checks", at.getLast(), "source"), source + " is not among the `sources`");
            }
        }
    }

    private static void checkParts(Parsed<Training> file) {
        var training = file.value();
        if (training.form().isFilledIn() && training.parts().isEmpty()) {
            file.report(List.of("form"), "`parts` is missing: a page of this form has something to fill in and print");
        }
        for (int i = 0; i < training.parts().size(); i++) {
            var part = training.parts().get(i);
            var at = List.of("parts", Integer.toString(i));
            if (part.kind() == Part.Kind.TABLE) checkTable(file, at, part);
            else if (part.items().isEmpty()
                    || !part.columns().isEmpty()
                    || !part.filled().isEmpty()) {
                file.report(at, "a list or lines have `items`, and neither `columns` nor `filled`");
            }
        }
    }

    private static void checkTable(Parsed<Training> file, List<String> at, Part table) {
        if (table.columns().isEmpty() || table.rows() == 0 || !table.items().isEmpty()) {
            file.report(at, "a table has `columns` and `rows`, and no `items`");
        }
        for (var row : table.filled()) {
            if (row.size() != table.columns().size()) {
                file.report(
                        at,
                        "a row of `filled` has " + row.size() + " cells, but there are "
                                + table.columns().size() + " columns");
            }
        }
    }

    private static void checkPictures(Parsed<Training> file) {
        var training = file.value();
        if (training.form() == Form.PICTURE && training.pictures().isEmpty()) {
            file.report(List.of("form"), "`pictures` is missing: an illustrated page has pictures");
        }
        for (int i = 0; i < training.pictures().size(); i++) {
            var under = training.pictures().get(i).under();
            if (!training.hasHeading(under)) {
                file.report(
                        List.of("pictures", Integer.toString(i), "under"),
                        "no section and no example has the heading '" + under + "'");
            }
            var table = training.pictures().get(i).table();
            int width = table.getFirst().size();
            if (table.stream().anyMatch(row -> row.size() != width)) {
                file.report(
                        List.of("pictures", Integer.toString(i), "table"), "the rows differ in their number of cells");
            }
        }
    }
}
