package org.ssos.clearinghouse.roadmap;

import java.util.Arrays;
import java.util.List;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.web.Chrome;

/** Every step that a roadmap can hold, and who gets it. */
public record StepsPage(Chrome chrome, List<Group> groups) {
    public record Group(Phase phase, List<Line> steps) {}

    /** @param whoGetsIt in words */
    public record Line(Step step, String whoGetsIt, List<SourceLine> sources) {
        public String path() {
            return "#" + step.id();
        }
    }

    static StepsPage of(Chrome chrome, Catalog catalog) {
        var who = new WhoGetsIt(catalog);
        var steps = catalog.part(Steps.PART).all();
        var groups = Arrays.stream(Phase.values())
                .map(phase -> new Group(
                        phase,
                        steps.stream()
                                .filter(step -> step.phase() == phase)
                                .map(step -> new Line(step, who.words(step.rule()), SourceLine.of(step.sources())))
                                .toList()))
                .filter(group -> !group.steps().isEmpty())
                .toList();
        return new StepsPage(chrome, groups);
    }

    public int count() {
        return groups.stream().mapToInt(group -> group.steps().size()).sum();
    }
}
