package org.ssos.clearinghouse.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publicly funded initiative or lead agency program.
 *
 * @param category the grouping of the inventory
 * @param administeredBy the state bodies that oversee or fund the work
 * @param listedBy ids of the official lists that name it
 */
public record Initiative(
        String category,
        List<AgencyRef> administeredBy,
        List<AgencyRef> leadAgencies,
        List<ServiceArea> serviceAreas,
        List<String> authority,
        List<Funding> funding,
        @Nullable String term,
        List<String> listedBy)
        implements Details {

    /** Part of the state served by one lead; {@code countiesInferred} when the list was read from a matching region. */
    public record ServiceArea(
            String name,
            @Nullable String leadAgency,
            @Nullable EntryId agency,
            List<String> counties,
            boolean countiesInferred,
            @Nullable String note) {
        public ServiceArea {
            counties = Lists.copy(counties);
        }
    }

    public record Funding(String amount, @Nullable String note) {}

    public Initiative {
        administeredBy = Lists.copy(administeredBy);
        leadAgencies = Lists.copy(leadAgencies);
        serviceAreas = Lists.copy(serviceAreas);
        authority = Lists.copy(authority);
        funding = Lists.copy(funding);
        listedBy = Lists.copy(listedBy);
    }
}
