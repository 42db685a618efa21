package org.ssos.clearinghouse.training;

import java.util.List;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.search.Findable;

/** By what the search finds training pages. */
public final class TrainingNames {
    private TrainingNames() {}

    public static List<Findable> of(Catalog catalog) {
        return catalog.part(Trainings.PART).all().stream()
                .map(TrainingNames::of)
                .toList();
    }

    private static Findable of(Training training) {
        return Findable.named(
                "training",
                training.id(),
                training.title(),
                "Training",
                training.path(),
                List.of(training.title()),
                training.summary());
    }
}
