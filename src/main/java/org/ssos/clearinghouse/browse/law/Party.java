package org.ssos.clearinghouse.browse.law;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a paragraph of law binds, empowers or directly affects. */
public enum Party {
    DISTRICT("School district", "lea"),
    COE("County office as an LEA", "lea"),
    CHARTER("Charter school", "lea"),
    COUNTY_SUPERINTENDENT("County superintendent", "county-superintendent"),
    COUNTY_BOARD("County board", "governing-board"),
    SCHOOL_BOARD("District board", "governing-board"),
    CHARTER_BOARD("Charter board", "governing-board"),
    CHARTER_AUTHORIZER("Charter authorizer", "charter-authorizer"),
    SELPA("SELPA", "selpa"),
    SSPI("State Superintendent", "sspi"),
    CDE("CDE", "cde"),
    SBE("State Board", "sbe"),
    SBE_DIRECTOR("Executive director of the State Board", "sbe"),
    CCEE("CCEE", "ccee"),
    GEO_LEAD("Geographic lead", "geographic-lead"),
    EXPERT_LEAD("Expert lead", "other-leads"),
    SPED_LEAD("Special education resource lead", "special-education-resource-lead"),
    EQUITY_LEAD("Equity lead", "equity-lead"),
    EL_LEAD("Regional English learner lead", "regional-english-learner-lead"),
    CE_LEAD("Community engagement lead", "other-leads"),
    FCMAT("FCMAT", "fcmat"),
    FINANCE("Department of Finance", null),
    LEGISLATURE("Legislature", null),
    FAMILIES("Families", null),
    PUBLIC("Public", null);

    private final String label;
    private final @Nullable String role;

    Party(String label, @Nullable String role) {
        this.label = label;
        this.role = role;
    }

    public String label() {
        return label;
    }

    /** The id of the body whose page tells its duties; none for those who have no part in the system. */
    public @Nullable String role() {
        return role;
    }

    public static Optional<Party> find(String id) {
        var name = id.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(party -> party.name().equals(name))
                .findFirst();
    }
}
