package org.ssos.clearinghouse.roadmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Status;
import org.ssos.clearinghouse.intake.Answers;

/** Entries of the directory that go with a step, for what somebody chose. */
public final class FittingEntries {
    private static final int MOST = 3;

    private final Catalog catalog;
    private final List<String> priorities;
    private final List<String> groups;
    private final @Nullable String county;

    /**
     * An entry and why it stands there.
     *
     * @param topics labels of the step's topics that it is about
     * @param chosen labels of the topics and student groups that the visitor chose and it is for
     */
    public record Fit(Entry entry, List<String> topics, List<String> chosen) {}

    public FittingEntries(Answers answers, Catalog catalog) {
        this.catalog = catalog;
        priorities = answers.all(Answers.PRIORITIES);
        groups = answers.all(Answers.GROUPS);
        county = answers.one(Answers.COUNTY).orElse(null);
    }

    /** At most three, the best first: about a topic of the step, and for what the visitor chose. */
    public List<Fit> with(Step step) {
        return Stream.of(Kind.INITIATIVE, Kind.RESOURCE)
                .flatMap(kind -> catalog.all(kind).stream())
                .filter(entry -> entry.status().state() == Status.State.ACTIVE && reaches(entry))
                .map(entry -> fit(entry, step))
                .filter(fit -> !fit.topics().isEmpty())
                .sorted(Comparator.comparingInt(FittingEntries::worth)
                        .reversed()
                        .thenComparing(fit -> fit.entry().title()))
                .limit(MOST)
                .toList();
    }

    private static int worth(Fit fit) {
        return 2 * fit.topics().size() + 3 * fit.chosen().size();
    }

    private Fit fit(Entry entry, Step step) {
        var vocabularies = catalog.vocabularies();
        var topics = new HashSet<>(entry.topics());
        var chosen = new ArrayList<String>();
        priorities.stream()
                .filter(topics::contains)
                .map(vocabularies.topics()::label)
                .forEach(chosen::add);
        groups.stream()
                .filter(entry.studentGroups()::contains)
                .map(vocabularies.studentGroups()::label)
                .forEach(chosen::add);
        return new Fit(
                entry,
                step.topics().stream()
                        .filter(topics::contains)
                        .map(vocabularies.topics()::label)
                        .toList(),
                chosen);
    }

    private boolean reaches(Entry entry) {
        var coverage = entry.coverage();
        if (coverage.statewide() || !coverage.isKnown() || county == null) return true;
        return coverage.counties().contains(county)
                || catalog.vocabularies()
                        .regionOf(county)
                        .filter(region -> coverage.regions().contains(region.id()))
                        .isPresent();
    }
}
