package org.ssos.clearinghouse.training;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;

/** All training pages, by track and then in their order. Safe for use by many threads. */
public final class Trainings {
    /** Reads {@code content/training/}. */
    public static final Part<Trainings> PART = new Part<>() {
        @Override
        public String folder() {
            return "training";
        }

        @Override
        public Trainings read(PartFiles files) {
            var trainings = files.yaml(Training.class);
            new TrainingCheck(files.catalog(), trainings).check();
            return new Trainings(trainings.stream().map(PartFiles.Parsed::value).toList());
        }
    };

    private final List<Training> trainings;

    private Trainings(List<Training> trainings) {
        this.trainings = trainings.stream()
                .sorted(Comparator.comparing(Training::place).thenComparingInt(Training::order))
                .toList();
    }

    public List<Training> all() {
        return trainings;
    }

    public List<Training> of(Track track) {
        return trainings.stream().filter(each -> each.place() == track).toList();
    }

    public Optional<Training> find(String id) {
        return trainings.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** What there is to learn for a step of the roadmap, such as {@code r01}. */
    public List<Training> forStep(String step) {
        return trainings.stream().filter(each -> each.belongsTo(step)).toList();
    }
}
