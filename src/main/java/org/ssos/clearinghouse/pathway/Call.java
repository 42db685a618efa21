package org.ssos.clearinghouse.pathway;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.EntryPage.Reachable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.lea.Lea;
import org.ssos.clearinghouse.lea.LeaType;
import org.ssos.clearinghouse.lea.Selpa;
import org.ssos.clearinghouse.lea.SupportTeam;

/**
 * Whom to call, as far as it is known.
 *
 * @param role what for
 * @param link leads to more about the office, or helps to find it
 * @param note for whom it is the office, and how sure we are
 */
public record Call(
        String name,
        String role,
        List<Reachable> contacts,
        Item link,
        @Nullable String note) {

    /**
     * The office itself where it is the same for everybody or the LEA is known; else how to find it.
     *
     * @param lea the one that the visitor chose
     */
    public static Call of(Office office, @Nullable Lea lea, Catalog catalog) {
        var entry = office.entry().flatMap(catalog::find);
        if (entry.isPresent()) return of(office, entry.get());
        var place = office.kindOfPlace().orElse(Office.Place.COUNTY_OFFICE);
        return Optional.ofNullable(lea)
                .flatMap(known -> of(office, place, known, SupportTeam.of(known, catalog)))
                .orElseGet(() -> unknown(office, place));
    }

    /** The same where nothing but the county is known. */
    public static Call inCounty(Office office, String county, Catalog catalog) {
        var entry = office.entry().flatMap(catalog::find);
        if (entry.isPresent()) return of(office, entry.get());
        var place = office.kindOfPlace().orElse(Office.Place.COUNTY_OFFICE);
        var known = switch (place) {
            case COUNTY_OFFICE ->
                Optional.ofNullable(SupportTeam.countyOffice(county, catalog))
                        .map(found -> countyOffice(
                                office,
                                found,
                                "The county office of "
                                        + catalog.vocabularies().counties().label(county) + "."));
            case GEOGRAPHIC_LEAD ->
                Optional.ofNullable(SupportTeam.region(county, catalog)).flatMap(found -> lead(office, found));
            case AUTHORIZER, SELPA, INITIATIVE -> Optional.<Call>empty();
        };
        return known.orElseGet(() -> unknown(office, place));
    }

    private static Call unknown(Office office, Office.Place place) {
        return new Call(
                office.name(),
                office.role(),
                reachable(office.contacts()),
                new Item(place.finder(), place.finderPath()),
                null);
    }

    private static Call of(Office office, Entry entry) {
        var contacts = office.contacts().isEmpty() ? entry.contacts() : office.contacts();
        return new Call(
                office.name(),
                office.role(),
                reachable(contacts),
                new Item("About " + entry.title(), entry.path()),
                null);
    }

    private static Optional<Call> of(Office office, Office.Place place, Lea lea, SupportTeam team) {
        return switch (place) {
            case COUNTY_OFFICE ->
                Optional.ofNullable(team.countyOffice())
                        .map(found -> countyOffice(
                                office,
                                found,
                                lea.type() == LeaType.COUNTY_OFFICE
                                        ? "The office you chose."
                                        : "The county office for " + lea.name() + "."));
            case GEOGRAPHIC_LEAD -> Optional.ofNullable(team.region()).flatMap(found -> lead(office, found));
            case AUTHORIZER -> Optional.ofNullable(team.authorizer()).map(found -> authorizer(office, found, lea));
            case SELPA -> Optional.ofNullable(team.selpa()).map(found -> selpa(office, found, lea));
            case INITIATIVE -> Optional.empty();
        };
    }

    private static Call countyOffice(Office office, SupportTeam.Office found, String note) {
        return new Call(
                found.name(),
                office.role(),
                reachable(found.contacts()),
                new Item("About this county office", found.lea().path()),
                note);
    }

    private static Optional<Call> lead(Office office, SupportTeam.RegionLead found) {
        return found.leads().stream().findFirst().map(entry -> {
            var names = found.names();
            return new Call(
                    names.isEmpty() ? entry.title() : String.join(" and ", names),
                    office.role(),
                    reachable(entry.contacts()),
                    new Item("About the " + entry.title(), entry.path()),
                    "For the region " + found.region().name() + ". How sure we are: "
                            + entry.provenance().confidence().name().toLowerCase(Locale.ROOT) + ".");
        });
    }

    private static Call authorizer(Office office, SupportTeam.Authorizer found, Lea lea) {
        var by = found.lea();
        return new Call(
                found.name(),
                office.role(),
                by == null ? List.of() : reachable(new SupportTeam.Office(by, null).contacts()),
                by == null ? new Item("About " + lea.name(), lea.path()) : new Item("About this authorizer", by.path()),
                "The authorizer of " + lea.name() + ".");
    }

    private static Call selpa(Office office, Selpa found, Lea lea) {
        var basis = found.coverageBasis();
        var contacts = found.phone() == null && found.url() == null
                ? List.<Contact>of()
                : List.of(new Contact("SELPA office", found.phone(), null, found.url(), null, null, null));
        return new Call(
                found.name(),
                office.role(),
                reachable(contacts),
                new Item("About this SELPA", found.path()),
                "The SELPA of " + lea.name() + "." + (basis == null ? "" : " " + basis.words()));
    }

    private static List<Reachable> reachable(List<Contact> contacts) {
        return contacts.stream()
                .map(contact -> new Reachable(contact, host(contact.url())))
                .toList();
    }

    private static @Nullable String host(@Nullable String url) {
        if (url == null) return null;
        return Objects.requireNonNullElse(URI.create(url).getHost(), url).replaceFirst("^www\\.", "");
    }
}
