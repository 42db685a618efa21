package org.ssos.clearinghouse.training;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ssos.clearinghouse.browse.law.RestsOn;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Citation;

/** What of the training pages rests on which law. */
public final class TrainingLaw {
    private TrainingLaw() {}

    /** A line for each section that a page cites, with all its paragraphs that are cited there. */
    public static List<RestsOn> of(Catalog catalog) {
        return catalog.part(Trainings.PART).all().stream()
                .flatMap(TrainingLaw::of)
                .toList();
    }

    private static Stream<RestsOn> of(Training training) {
        var bySection = new LinkedHashMap<String, Set<String>>();
        texts(training)
                .forEach(text -> Citation.in(text).forEach(piece -> {
                    if (piece.law() == null) return;
                    bySection
                            .computeIfAbsent(piece.law(), _ -> new LinkedHashSet<>())
                            .add(piece.alone());
                }));
        return bySection.values().stream()
                .map(cited -> new RestsOn(training.title(), training.path(), "Training", String.join("; ", cited)));
    }

    /** Everything on the page that may cite. */
    static Stream<String> texts(Training training) {
        return Stream.of(
                        TrainingText.markdown(training).map(TrainingText::words),
                        training.checks().stream()
                                .flatMap(check ->
                                        Stream.concat(Stream.of(check.why()), Stream.ofNullable(check.citation()))),
                        training.doubts().stream())
                .flatMap(texts -> texts);
    }
}
