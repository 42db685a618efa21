package org.ssos.clearinghouse.lea;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Provenance.Confidence;
import org.ssos.clearinghouse.entry.Source;

/**
 * A Special Education Local Plan Area: the LEAs that plan special education together (Education Code 56195 and following).
 *
 * @param kind who takes part, in words
 * @param counties ids of the counties where it works
 * @param code the state's own number
 * @param administrativeUnit the member that keeps its books
 * @param website host and path as the source shows them
 * @param members codes of LEAs in the roster
 * @param membersComplete false where a source names some members only
 * @param coverageBasis how the members are known; absent where none are
 * @param otherMembers members as a source names them that are not in the roster under that name
 * @param sourceDate what the sources say of their age, in words
 */
public record Selpa(
        String id,
        String name,
        @Nullable String kind,
        List<String> counties,
        @Nullable String code,
        @Nullable String administrativeUnit,
        @Nullable String administrativeUnitNote,
        @Nullable String website,
        @Nullable String phone,
        @Nullable String phoneAsOf,
        @Nullable String address,
        @Nullable PartialDate addressAsOf,
        @Nullable String note,
        List<String> members,
        @Nullable Boolean membersComplete,
        @Nullable CoverageBasis coverageBasis,
        @Nullable String coverageNote,
        List<String> otherMembers,
        Confidence confidence,
        String sourceDate,
        List<Source> sources) {

    /** How it is known who the members are. */
    public enum CoverageBasis {
        NAMED_LIST("A source names the members."),
        SINGLE_DISTRICT("A source says that the district is a SELPA of its own."),
        COUNTY_WIDE(
                "A source says that it covers all districts of the county, or all the others; we took them from the state's directory.");

        private final String words;

        CoverageBasis(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Selpa {
        counties = List.copyOf(counties);
        members = members == null ? List.of() : List.copyOf(members);
        otherMembers = otherMembers == null ? List.of() : List.copyOf(otherMembers);
        sources = List.copyOf(sources);
    }

    public String path() {
        return "/selpas/" + id;
    }

    /** Whether the sources show that no district or county office is missing among the members. */
    public boolean knowsAllMembers() {
        return Boolean.TRUE.equals(membersComplete);
    }

    public @Nullable String url() {
        return website == null ? null : "http://" + website;
    }
}
