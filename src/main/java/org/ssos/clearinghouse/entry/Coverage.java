package org.ssos.clearinghouse.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who can get it.
 *
 * @param regions ids of geographic lead regions
 * @param counties ids of counties
 * @param leas CDS codes, seven or fourteen digits
 */
public record Coverage(
        boolean statewide,
        List<String> regions,
        List<String> counties,
        List<String> leas,
        boolean inferred,
        @Nullable String note) {
    public Coverage {
        regions = Lists.copy(regions);
        counties = Lists.copy(counties);
        leas = Lists.copy(leas);
    }

    static Coverage orUnknown(@Nullable Coverage coverage) {
        return coverage == null ? new Coverage(false, List.of(), List.of(), List.of(), false, null) : coverage;
    }

    public boolean isKnown() {
        return statewide || !regions.isEmpty() || !counties.isEmpty() || !leas.isEmpty();
    }
}
