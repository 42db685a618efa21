package org.ssos.clearinghouse.browse.levels;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.browse.levels.LevelRules.Disagreement;

/** Where sources disagree: each version with its sources and their dates, and which one the law bears out. */
public record Quarrel(
        String id,
        String topic,
        List<Version> versions,
        String statuteSupports,
        @Nullable String note) {

    public record Version(String says, List<SourceLine> sources) {}

    static List<Quarrel> of(List<Disagreement> disagreements) {
        return disagreements.stream()
                .map(one -> new Quarrel(
                        one.id(),
                        one.topic(),
                        one.versions().stream()
                                .map(version -> new Version(version.says(), SourceLine.of(version.sources())))
                                .toList(),
                        one.statuteSupports(),
                        one.note()))
                .toList();
    }
}
