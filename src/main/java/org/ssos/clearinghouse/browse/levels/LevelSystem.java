package org.ssos.clearinghouse.browse.levels;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.levels.LevelRules.Disagreement;
import org.ssos.clearinghouse.browse.levels.LevelRules.Statement;
import org.ssos.clearinghouse.entry.Lists;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Source;

/**
 * What holds for all levels together.
 *
 * @param basis what the system is for
 * @param textRead which text of the law the rules were read from
 * @param changing what changes at present
 * @param beside tracks beside the levels, which people take for one of them
 * @param reform proposals, which are no law
 */
public record LevelSystem(
        Statement basis,
        String textRead,
        PartialDate lawAsOf,
        Statement changing,
        List<Track> beside,
        @Nullable Reform reform,
        List<Disagreement> disagreements,
        List<Source> sources) {

    public record Track(
            String id, String label, String text, @Nullable String citation, List<Source> sources) {
        public Track {
            sources = Lists.copy(sources);
        }
    }

    public record Reform(
            String heading,
            String text,
            List<String> recommended,
            List<String> themes,
            String caution,
            List<Source> sources) {
        public Reform {
            recommended = Lists.copy(recommended);
            themes = Lists.copy(themes);
            sources = Lists.copy(sources);
        }
    }

    public LevelSystem {
        beside = Lists.copy(beside);
        disagreements = Lists.copy(disagreements);
        sources = Lists.copy(sources);
    }
}
