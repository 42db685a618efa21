package org.ssos.clearinghouse.training;

import java.util.List;
import java.util.stream.Stream;
import org.ssos.clearinghouse.web.Chrome;

/** All training pages by track. */
public record TrainingsPage(Chrome chrome, List<Group> groups) {
    public record Group(Track track, List<Training> trainings) {}

    static TrainingsPage of(Chrome chrome, Trainings trainings) {
        return new TrainingsPage(
                chrome,
                Stream.of(Track.values())
                        .map(track -> new Group(track, trainings.of(track)))
                        .filter(group -> !group.trainings().isEmpty())
                        .toList());
    }
}
