package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Agency;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Provenance.Confidence;
import org.ssos.clearinghouse.lea.SupportTeam.RegionLead;

/**
 * One line of the support team.
 *
 * @param role such as {@code Geographic lead}
 * @param phone the first number of the office, if any
 * @param text what it is there for
 * @param sure how sure we are, in words
 * @param doubts what sources disagree on
 * @param first whether it is the one to call first
 */
public record TeamMember(
        String role,
        List<Item> names,
        @Nullable Contact phone,
        @Nullable String text,
        @Nullable String sure,
        List<String> doubts,
        boolean first) {
    public TeamMember {
        names = List.copyOf(names);
        doubts = List.copyOf(doubts);
    }

    static List<TeamMember> of(Lea lea, SupportTeam team, Catalog catalog) {
        var members = new ArrayList<TeamMember>();
        var office = team.countyOffice();
        if (office != null && !office.lea().equals(lea)) {
            members.add(new TeamMember(
                    "County office of education",
                    List.of(new Item(office.name(), office.lea().path())),
                    phone(office.contacts()),
                    lea.type().isCharter()
                            ? "Of the county where the school is located."
                            : "Free help for every district of the county.",
                    null,
                    List.of(),
                    office.name().equals(team.firstCall().name())));
        }
        if (team.region() != null) members.add(lead(team.region(), team.firstCall()));
        if (team.authorizer() != null) members.add(authorizer(team.authorizer()));
        members.add(selpa(team.selpa()));
        members.add(state(catalog));
        return List.copyOf(members);
    }

    /** The line of a region's geographic lead, wherever it is shown. */
    static TeamMember lead(RegionLead region, @Nullable FirstCall first) {
        var leads = region.leads();
        var doubts = new ArrayList<String>();
        leads.forEach(lead -> lead.provenance().notes().stream()
                .filter(note -> "run_by".equals(note.about()) || "coverage".equals(note.about()))
                .map(note -> note.insteadOf() == null
                        ? note.text()
                        : note.text() + " Another or older statement: " + note.insteadOf() + ".")
                .forEach(doubts::add));
        region.region().notes().stream().filter(note -> !doubts.contains(note)).forEach(doubts::add);
        return new TeamMember(
                "Geographic lead",
                leads.stream().map(lead -> new Item(lead.title(), lead.path())).toList(),
                leads.stream()
                        .map(lead -> phone(lead.contacts()))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                "Led by " + Words.list(region.names()) + ". Helps when the county office cannot, or when you ask.",
                sureness(region),
                doubts,
                first != null && leads.stream().anyMatch(lead -> lead.title().equals(first.name())));
    }

    private static String sureness(RegionLead region) {
        var lead = region.leads().isEmpty()
                ? ""
                : " Who leads: confidence "
                        + region.leads().getFirst().provenance().confidence().id() + ".";
        var basis = region.region().basis();
        return (basis == null ? "" : "Counties of the region: " + lowerFirst(basis)) + lead;
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static TeamMember authorizer(SupportTeam.Authorizer authorizer) {
        var lea = authorizer.lea();
        return new TeamMember(
                "Authorizer",
                List.of(new Item(authorizer.name(), lea == null ? null : lea.path())),
                lea == null ? null : phone(LeaContacts.of(lea)),
                "Oversees the charter; helps when the school’s board asks.",
                null,
                List.of(),
                false);
    }

    private static TeamMember selpa(@Nullable Selpa selpa) {
        var lookUp = new Item(SupportTeam.SELPA_LOOK_UP.label(), SupportTeam.SELPA_LOOK_UP.url());
        if (selpa == null) {
            return new TeamMember(
                    "SELPA, for special education",
                    List.of(lookUp),
                    null,
                    "Every LEA belongs to one. No source held here names this LEA’s; the state’s list does.",
                    null,
                    List.of(),
                    false);
        }
        var basis = selpa.coverageBasis();
        return new TeamMember(
                "SELPA, for special education",
                List.of(new Item(selpa.name(), selpa.path())),
                selpa.phone() == null
                        ? null
                        : new Contact(selpa.name(), selpa.phone(), null, null, null, null, selpa.phoneAsOf()),
                null,
                (basis == null ? "" : basis.words() + " ") + "Source: " + selpa.sourceDate() + ". Confidence: "
                        + confidence(selpa.confidence()) + ".",
                selpa.coverageNote() == null ? List.of() : List.of(selpa.coverageNote()),
                false);
    }

    private static String confidence(Confidence confidence) {
        return confidence.id();
    }

    private static TeamMember state(Catalog catalog) {
        return new TeamMember(
                "State partners",
                Stream.of("ccee", "cde")
                        .flatMap(id -> catalog.shown(id).stream())
                        .map(entry -> new Item(shortName(entry), entry.path()))
                        .toList(),
                null,
                "For direct technical assistance and statewide questions.",
                null,
                List.of(),
                false);
    }

    private static String shortName(Entry entry) {
        return entry.details() instanceof Agency && entry.acronym() != null ? entry.acronym() : entry.title();
    }

    private static @Nullable Contact phone(List<Contact> contacts) {
        return contacts.stream()
                .filter(contact -> contact.phone() != null)
                .findFirst()
                .orElse(null);
    }
}
