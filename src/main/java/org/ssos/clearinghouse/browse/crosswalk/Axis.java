package org.ssos.clearinghouse.browse.crosswalk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ssos.clearinghouse.entry.Vocabularies;
import org.ssos.clearinghouse.entry.Vocabularies.Area;
import org.ssos.clearinghouse.entry.Vocabularies.Term;
import org.ssos.clearinghouse.entry.Vocabularies.Terms;
import org.ssos.clearinghouse.entry.Vocabularies.Topic;
import org.ssos.clearinghouse.search.Facet;

/** A trait that initiatives are compared by. */
enum Axis {
    TOPIC("Topics", "topic", Facet.TOPIC),
    LEVEL("Levels of support", "level of support", Facet.LEVEL),
    PRIORITY("State priorities", "state priority", Facet.PRIORITY),
    GROUP("Student groups", "student group", Facet.GROUP),
    AUDIENCE("Who it is for", "audience", Facet.AUDIENCE),
    /** Search knows no regions; a region is found as its counties. */
    REGION("Geographic lead regions", "coverage", Facet.COUNTY);

    private final String label;
    private final String one;
    private final Facet facet;

    Axis(String label, String one, Facet facet) {
        this.label = label;
        this.one = one;
        this.facet = facet;
    }

    /** The name of the axis in an address. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String label() {
        return label;
    }

    /** What one initiative states, as in “state no student group”. */
    String one() {
        return one;
    }

    static Optional<Axis> find(String id) {
        return Arrays.stream(values()).filter(axis -> axis.id().equals(id)).findFirst();
    }

    /**
     * What stands along the axis, in the order of its list.
     *
     * @param area of topics; without one the areas themselves stand along the axis of topics
     */
    List<Line> lines(Vocabularies vocabularies, Optional<Area> area) {
        return switch (this) {
            case TOPIC ->
                area.map(chosen -> topics(vocabularies, chosen).stream()
                                .map(this::line)
                                .toList())
                        .orElseGet(() -> areas(vocabularies));
            case LEVEL -> lines(vocabularies.levels());
            case PRIORITY ->
                vocabularies.priorities().all().stream()
                        .map(priority -> new Line(
                                Integer.toString(priority.number()),
                                priority.number() + " " + priority.label(),
                                facet,
                                List.of(Integer.toString(priority.number()))))
                        .toList();
            case GROUP -> lines(vocabularies.studentGroups());
            case AUDIENCE -> lines(vocabularies.audiences());
            case REGION ->
                vocabularies.regions().all().stream()
                        .map(region -> new Line(region.id(), region.name(), facet, region.counties()))
                        .toList();
        };
    }

    private List<Line> areas(Vocabularies vocabularies) {
        return vocabularies.areas().stream()
                .map(area -> new Line(
                        area.id(),
                        area.label(),
                        facet,
                        topics(vocabularies, area).stream().map(Topic::id).toList()))
                .toList();
    }

    private static List<Topic> topics(Vocabularies vocabularies, Area area) {
        return vocabularies.topics().all().stream()
                .filter(topic -> topic.area().equals(area.id()))
                .toList();
    }

    private List<Line> lines(Terms<? extends Term> terms) {
        return terms.all().stream().map(this::line).toList();
    }

    private Line line(Term term) {
        return new Line(term.id(), term.label(), facet, List.of(term.id()));
    }
}
