package org.ssos.clearinghouse.lea;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.lea.SupportTeam.Authorizer;
import org.ssos.clearinghouse.lea.SupportTeam.Office;
import org.ssos.clearinghouse.lea.SupportTeam.RegionLead;

/**
 * Whom an LEA calls first, and why.
 *
 * @param path of the office on this site; absent where we hold no page on it
 * @param why one or two sentences
 * @param law what they rest on
 * @param otherwise when somebody else is the one to call
 */
public record FirstCall(
        String name,
        @Nullable String path,
        List<Contact> contacts,
        String why,
        String law,
        @Nullable Otherwise otherwise) {
    /** When somebody else is the one to call. */
    public record Otherwise(
            String when,
            String name,
            @Nullable String path,
            @Nullable String law) {}

    private static final String STATE_OFFICE = "California System of Support Office";

    public FirstCall {
        contacts = List.copyOf(contacts);
    }

    static FirstCall of(
            Lea lea,
            @Nullable Office office,
            @Nullable RegionLead region,
            @Nullable Authorizer authorizer,
            Catalog catalog) {
        var lead = region == null ? null : region.leads().stream().findFirst().orElse(null);
        if (lea.type() == LeaType.COUNTY_OFFICE) {
            boolean leadsItself = region != null && office != null && region.isLedBy(office.entry());
            return lead == null || leadsItself ? state(leadsItself, catalog) : leadOfOffice(lead, catalog);
        }
        if (office == null) return lead == null ? state(false, catalog) : leadOfOffice(lead, catalog);
        if (authorizer != null) return charter(office, authorizer, lead);
        return office.isOfSingleDistrictCounty() && lead != null
                ? leadOfSingleDistrict(office, lead, catalog)
                : district(office, lead);
    }

    private static FirstCall district(Office office, @Nullable Entry lead) {
        return new FirstCall(
                office.name(),
                office.lea().path(),
                office.contacts(),
                "It helps every district of the county free of charge, and leads differentiated assistance when the state"
                        + " identifies one.",
                "EC 2575.35(b)(1); EC 52071(c)",
                lead == null
                        ? null
                        : new Otherwise(
                                "If it cannot give the right help, or you want a second team:",
                                lead.title(),
                                lead.path(),
                                "EC 52071(d); EC 52073(b)(1)(C)"));
    }

    private static FirstCall charter(Office office, Authorizer authorizer, @Nullable Entry lead) {
        var by = authorizer.lea();
        return new FirstCall(
                office.name(),
                office.lea().path(),
                office.contacts(),
                "Help for a charter school comes from the county office of the county where the school is located,"
                        + " whoever authorized it, and is free of charge.",
                "EC 2575.35(b)(1); EC 47607.3(a)",
                authorizer.isCountyBoard() && lead != null
                        ? new Otherwise(
                                "A county board authorized this school, so if the state identifies it, help comes from the"
                                        + " geographic lead or somebody it names:",
                                lead.title(),
                                lead.path(),
                                "EC 47607.3(b)(1)")
                        : new Otherwise(
                                "Your school’s board can also ask the authorizer:",
                                authorizer.name(),
                                by == null ? null : by.path(),
                                "EC 47607.3(g)"));
    }

    private static FirstCall leadOfSingleDistrict(Office office, Entry lead, Catalog catalog) {
        var county = catalog.vocabularies().counties().label(office.lea().county()) + " County";
        return new FirstCall(
                lead.title(),
                lead.path(),
                lead.contacts(),
                county + " has one school district. When the state identifies it, the geographic lead of the region, or"
                        + " another county office picked for the task, gives differentiated assistance.",
                "EC 2575.35(c)(1)(A)(iii)",
                new Otherwise(
                        "General help starts at the county office:",
                        office.name(),
                        office.lea().path(),
                        "EC 2575.35(b)(1)"));
    }

    private static FirstCall leadOfOffice(Entry lead, Catalog catalog) {
        return new FirstCall(
                lead.title(),
                lead.path(),
                lead.contacts(),
                "The geographic lead helps the county offices of its region to support their districts.",
                "EC 52073(b)(1)(A)",
                new Otherwise(
                        "When the state identifies a county office itself, the State Superintendent gives the help:",
                        STATE_OFFICE,
                        catalog.shown("cde").map(Entry::path).orElse(null),
                        "EC 52071.5(b)"));
    }

    private static FirstCall state(boolean leadsItself, Catalog catalog) {
        var department = catalog.shown("cde").orElse(null);
        return new FirstCall(
                department == null ? STATE_OFFICE : department.title(),
                department == null ? null : department.path(),
                department == null
                        ? List.of()
                        : department.contacts().stream()
                                .filter(contact -> contact.label().equals(STATE_OFFICE))
                                .toList(),
                (leadsItself ? "This office is itself a geographic lead of its region. " : "")
                        + "When the state identifies a county office, the State Superintendent gives the help.",
                "EC 52071.5(b)",
                null);
    }
}
