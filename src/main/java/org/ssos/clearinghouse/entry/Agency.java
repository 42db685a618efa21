package org.ssos.clearinghouse.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state agency, county office, geographic lead, resource lead, SELPA or center.
 *
 * @param county the county of a county office
 * @param cdsCode seven digits
 * @param districts number of districts in the county
 * @param partOf the network it is a member of
 */
public record Agency(
        String type,
        List<String> roles,
        @Nullable String county,
        @Nullable String cdsCode,
        @Nullable Located located,
        @Nullable String superintendentChosen,
        boolean singleDistrictCounty,
        @Nullable Integer districts,
        @Nullable Integer charterSchools,
        @Nullable String program,
        @Nullable EntryId partOf,
        List<AgencyRef> runBy,
        List<String> authority,
        @Nullable String term,
        @Nullable String founded)
        implements Details {

    /** The street address; latitude and longitude in degrees. */
    public record Located(
            @Nullable String street,
            @Nullable String city,
            @Nullable String zip,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable PartialDate asOf) {}

    public Agency {
        roles = Lists.copy(roles);
        runBy = Lists.copy(runBy);
        authority = Lists.copy(authority);
    }
}
