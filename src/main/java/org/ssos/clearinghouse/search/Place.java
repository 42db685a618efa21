package org.ssos.clearinghouse.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Coverage;

/**
 * Where an LEA works. What search must know of LEAs to favour what covers one; {@code App} fills it.
 *
 * @param name of the LEA
 * @param area in words, such as {@code Fresno County}
 * @param county id of the county
 * @param region id of the geographic lead region, where one is known
 * @param leas codes of the LEA and of the one that authorized it
 */
public record Place(
        String name, String area, String county, @Nullable String region, List<String> leas) {
    public Place {
        leas = List.copyOf(leas);
    }

    /** Whether something is meant for this place and not for all of the state. */
    boolean isCoveredBy(Coverage coverage) {
        return coverage.counties().contains(county)
                || (region != null && coverage.regions().contains(region))
                || leas.stream().anyMatch(coverage.leas()::contains);
    }

    /** Whether something is meant for other places only. */
    boolean isLeftOutBy(Coverage coverage) {
        return coverage.isKnown() && !coverage.statewide() && !isCoveredBy(coverage);
    }
}
