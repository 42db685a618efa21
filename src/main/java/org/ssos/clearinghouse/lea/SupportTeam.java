package org.ssos.clearinghouse.lea;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Agency;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Link;
import org.ssos.clearinghouse.entry.Vocabularies.Region;

/**
 * Who helps an LEA.
 *
 * @param county id of the county whose office helps; for a charter school the one where its site lies (Education Code
 *     47607.3(a))
 * @param countyOffice of that county; for a county office itself
 * @param region the geographic lead region of the county, and who leads it
 * @param authorizer of a charter school; absent for other LEAs
 * @param regional centers and leads of programs for the part of the state where the county lies
 * @param selpa where a source places the LEA in one
 * @param firstCall whom to call first
 */
public record SupportTeam(
        String county,
        @Nullable Office countyOffice,
        @Nullable RegionLead region,
        @Nullable Authorizer authorizer,
        List<RegionalHelp> regional,
        @Nullable Selpa selpa,
        FirstCall firstCall) {
    /** The state's own list; every LEA belongs to a SELPA, whether a source names it or not. */
    public static final Link SELPA_LOOK_UP = new Link(
            "List of SELPAs (California Department of Education)", "https://www.cde.ca.gov/sp/se/as/caselpas.asp");

    /**
     * A county office: its line of the roster, and what the directory says of it.
     *
     * @param entry absent where the directory holds none
     */
    public record Office(Lea lea, @Nullable Entry entry) {
        public String name() {
            return lea.name();
        }

        /** The offices to reach; those of the directory where it knows some, else the roster's phone and website. */
        public List<Contact> contacts() {
            if (entry != null && !entry.contacts().isEmpty()) return entry.contacts();
            return LeaContacts.of(lea);
        }

        /** Its county has one school district, for which others give differentiated assistance (EC 2575.35(c)(1)(A)(iii)). */
        public boolean isOfSingleDistrictCounty() {
            return entry != null && entry.details() instanceof Agency agency && agency.singleDistrictCounty();
        }
    }

    /**
     * A region and the entries on its geographic leads, which say how sure we are of them.
     *
     * @param region says how its counties were established
     */
    public record RegionLead(Region region, List<Entry> leads) {
        /** The county offices that lead. */
        public List<String> names() {
            return leads.stream()
                    .flatMap(lead -> lead.details() instanceof Agency agency ? agency.runBy().stream() : null)
                    .map(office -> office.name())
                    .toList();
        }

        /** Whether the county office is one of the leads. */
        public boolean isLedBy(@Nullable Entry office) {
            return office != null
                    && leads.stream()
                            .flatMap(lead -> lead.details() instanceof Agency agency ? agency.runBy().stream() : null)
                            .anyMatch(lead -> office.id().equals(lead.agency()));
        }
    }

    /**
     * Who authorized a charter school.
     *
     * @param lea absent for the State Board of Education, and where the roster does not hold it
     */
    public record Authorizer(String name, @Nullable Lea lea) {
        /** The geographic lead then takes the county office's place after an identification (Education Code 47607.3(b)). */
        public boolean isCountyBoard() {
            return lea != null && lea.type() == LeaType.COUNTY_OFFICE;
        }
    }

    public SupportTeam {
        regional = List.copyOf(regional);
    }

    public static SupportTeam of(Lea lea, Catalog catalog) {
        var office = countyOffice(lea.county(), catalog);
        var region = region(lea.county(), catalog);
        var authorizer = authorizer(lea, catalog);
        return new SupportTeam(
                lea.county(),
                office,
                region,
                authorizer,
                RegionalHelp.in(lea.county(), catalog),
                catalog.part(Selpas.PART).of(lea.cds()).orElse(null),
                FirstCall.of(lea, office, region, authorizer, catalog));
    }

    /** The office of a county, whoever asks. */
    public static @Nullable Office countyOffice(String county, Catalog catalog) {
        return catalog.part(Roster.PART)
                .countyOffice(county)
                .map(lea -> new Office(lea, entryOf(lea, catalog).orElse(null)))
                .orElse(null);
    }

    /** The region of a county, whoever asks. */
    public static @Nullable RegionLead region(String county, Catalog catalog) {
        return catalog.vocabularies()
                .regionOf(county)
                .map(region -> leadsOf(region, catalog))
                .orElse(null);
    }

    /** Who leads a region. */
    public static RegionLead leadsOf(Region region, Catalog catalog) {
        return new RegionLead(
                region,
                catalog.all(Kind.AGENCY).stream()
                        .filter(entry -> entry.type().equals("geographic-lead")
                                && entry.coverage().regions().contains(region.id()))
                        .toList());
    }

    private static Optional<Entry> entryOf(Lea office, Catalog catalog) {
        return catalog.all(Kind.AGENCY).stream()
                .filter(entry -> entry.type().equals("county-office")
                        && entry.details() instanceof Agency agency
                        && office.cds().equals(agency.cdsCode()))
                .findFirst();
    }

    private static @Nullable Authorizer authorizer(Lea lea, Catalog catalog) {
        if (!lea.type().isCharter()) return null;
        if (lea.stateBoard()) return new Authorizer("State Board of Education", null);
        var code = lea.authorizer();
        if (code == null) return null;
        var roster = catalog.part(Roster.PART);
        return roster.find(code)
                .map(found -> new Authorizer(found.name(), found))
                .orElse(new Authorizer("The LEA with the code " + code, null));
    }
}
