package org.ssos.clearinghouse.lea;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Fact;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Level;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Source;
import org.ssos.clearinghouse.lea.LeaPage.Over;
import org.ssos.clearinghouse.lea.LeaPage.ReportNote;
import org.ssos.clearinghouse.lea.SharedReport.Relation;
import org.ssos.clearinghouse.search.EntryCard;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.LevelTag;

/** Puts the page of one LEA together. */
final class LeaPageMaker {
    private final Lea lea;
    private final Catalog catalog;
    private final Clock clock;
    private final Roster roster;
    private final AssistanceHistory history;
    private final Meanings meanings;

    LeaPageMaker(Lea lea, Catalog catalog, Clock clock) {
        this.lea = lea;
        this.catalog = catalog;
        this.clock = clock;
        roster = catalog.part(Roster.PART);
        history = catalog.part(AssistanceHistory.PART);
        meanings = new Meanings(history.codes(), catalog.vocabularies());
    }

    LeaPage make(Chrome chrome) {
        var team = SupportTeam.of(lea, catalog);
        var rows = history.of(lea.cds());
        var listing = newestListing(rows);
        return new LeaPage(
                chrome,
                lea,
                county(),
                line(),
                over(),
                team,
                Reach.of(team.firstCall().contacts()),
                TeamMember.of(lea, team, catalog),
                level(),
                listing == null ? List.of() : fitting(listing),
                listing == null ? null : listing.year() + " determinations",
                "/search?county=" + lea.county(),
                neighbours(),
                items(roster.chartersOf(lea.cds())),
                about(),
                sources(),
                "/api/v1/leas/" + lea.cds());
    }

    private String county() {
        return catalog.vocabularies().counties().label(lea.county()) + " County";
    }

    private List<String> line() {
        var line = new ArrayList<String>();
        line.add(lea.type().label());
        line.add(county());
        var city = lea.city();
        if (city != null) line.add(city);
        line.add("CDS code " + lea.cds());
        return line;
    }

    private @Nullable Over over() {
        if (!lea.status().isOver()) return null;
        var closed = lea.closed();
        var code = lea.successor();
        var successor = code == null ? null : roster.find(code).orElse(null);
        var basis = lea.standing().successorBasis();
        return new Over(
                lea.status().label() + (closed == null ? "" : " on " + closed.words()),
                (basis == null ? "" : basis + " ")
                        + "What follows is what the sources said of it while it was open, and who helps in its county.",
                successor == null ? null : new Item(successor.name(), successor.path()));
    }

    /** The level of support, with every published row. */
    LeaPage.Level level() {
        var rows = history.of(lea.cds());
        var view = AssistanceView.of(lea.name(), rows, history, meanings);
        var years = history.years();
        var held = years.isEmpty()
                ? "No determinations are held here."
                : "Held here: " + years.getFirst().year() + " to "
                        + years.getLast().year()
                        + ". Later determinations are published by the state and are not held here yet.";
        if (lea.type().isCharter()) {
            return new LeaPage.Level(
                    "Published separately, not held here",
                    null,
                    "The state publishes the determinations of charter schools in files of their own. They are not held"
                            + " here, so this page can say neither yes nor no.",
                    "EC 47607.3(a)",
                    null,
                    List.of(),
                    List.of(),
                    "Your county office knows where the school stands.",
                    view.later());
        }
        return new LeaPage.Level(
                headline(view),
                tag(view),
                text(view),
                law(view),
                view,
                AssistanceView.lines(lea.name(), history.earlierOf(lea.cds()), history, meanings),
                history.sharedBy(lea.cds()).stream().map(this::note).toList(),
                held,
                view.later());
    }

    private String headline(AssistanceView view) {
        var newest = view.newest();
        if (newest == null) return "The state’s files held here do not list this LEA";
        var last = history.years().getLast().year();
        var status = view.lines().getFirst().status();
        return newest.year() == last
                ? status + ", as of the " + last + " determinations"
                : "Listed last in " + newest.year() + ": " + status;
    }

    private static @Nullable LevelTag tag(AssistanceView view) {
        var newest = view.newest();
        if (newest == null) return null;
        return LevelTag.of(newest.status() == AssistanceStatus.DIFFERENTIATED ? Level.TARGETED : Level.UNIVERSAL);
    }

    private String text(AssistanceView view) {
        var newest = view.newest();
        if (newest == null) return "General help is open to every LEA, free of charge and without a test.";
        if (newest.status() == AssistanceStatus.GENERAL) {
            return "Not found eligible for differentiated assistance that year. General help is open to every LEA, free of"
                    + " charge and without a test.";
        }
        var helper = lea.type() == LeaType.COUNTY_OFFICE
                ? "The State Superintendent (California Department of Education)"
                : isInSingleDistrictCounty()
                        ? "The geographic lead, or another county office picked for the task,"
                        : "The county office";
        return helper
                + " works with you for at least two years, counted by the rules of that year. It is free, and nobody"
                + " has to apply.";
    }

    private boolean isInSingleDistrictCounty() {
        var office = SupportTeam.countyOffice(lea.county(), catalog);
        return office != null && office.isOfSingleDistrictCounty();
    }

    private String law(AssistanceView view) {
        var newest = view.newest();
        if (newest == null || newest.status() == AssistanceStatus.GENERAL) return "EC 2575.35(b)(1)";
        return lea.type() == LeaType.COUNTY_OFFICE ? "EC 52071.5(b)" : "EC 52071(c)";
    }

    private ReportNote note(SharedReport report) {
        var text = switch (report.relation()) {
            case COMBINED -> "One published report covers several LEAs; its rows stand here as published:";
            case EARLIER_CODE -> "Earlier rows bear another code:";
            case PREDECESSOR -> "Earlier rows are those of the LEA whose place this one took:";
            case NOT_LISTED -> "Rows under another code:";
        };
        return new ReportNote(
                text,
                new Item(report.name() + " (" + report.cds() + ")", "/leas/" + report.cds()),
                report.relation() == Relation.COMBINED
                        ? report.leas().stream()
                                .flatMap(code -> roster.find(code).stream())
                                .map(member -> new Item(member.name(), member.path()))
                                .toList()
                        : List.of(),
                report.why(),
                report.inferred());
    }

    private static @Nullable AssistanceRow newestListing(List<AssistanceRow> rows) {
        return rows.reversed().stream()
                .filter(row -> !row.priorityAreas().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private List<EntryCard> fitting(AssistanceRow row) {
        Set<Integer> areas = new TreeSet<>();
        row.priorityAreas().values().forEach(areas::addAll);
        var groups = meanings.groupIds(List.copyOf(row.priorityAreas().keySet()));
        return Fitting.of(lea, groups, areas, catalog).stream()
                .map(fit -> EntryCard.of(
                        fit.entry(), catalog.vocabularies(), clock, Set.of(), fit.reasons(catalog.vocabularies())))
                .toList();
    }

    private List<Item> neighbours() {
        return items(roster.in(lea.county()).stream()
                .filter(other -> !other.type().isCharter()
                        && !other.status().isOver()
                        && !other.cds().equals(lea.cds()))
                .toList());
    }

    private static List<Item> items(List<Lea> leas) {
        return leas.stream().map(other -> new Item(other.name(), other.path())).toList();
    }

    private List<Fact> about() {
        var facts = new ArrayList<Fact>();
        var address = lea.address();
        if (address.street() != null || address.city() != null) {
            facts.add(fact("Address", null, dated(address.asOf()), addressLine(address)));
        }
        var phone = lea.phone();
        if (phone != null)
            facts.add(fact("Phone", "tel:" + digits(phone.number()), dated(phone.asOf()), phone.words()));
        var website = lea.website();
        if (website != null)
            facts.add(fact(
                    "Website",
                    website.url(),
                    dated(website.asOf()),
                    website.host().replaceFirst("(?i)^www\\.", "")));
        var grades = lea.grades();
        if (grades != null) facts.add(fact("Grades", null, null, grades.words()));
        var size = lea.size();
        if (size.enrollment() != null) {
            facts.add(fact(
                    "Students",
                    null,
                    lea.type().isCharter() ? null : "Outside charter schools",
                    String.format("%,d", size.enrollment())));
        }
        if (size.charterSchools() != null && size.charterSchools() > 0) {
            facts.add(fact(
                    "Charter schools authorized",
                    null,
                    null,
                    size.charterSchools().toString()));
        }
        if (!lea.formerNames().isEmpty()) facts.add(fact("Former names", null, null, Words.list(lea.formerNames())));
        return facts;
    }

    private static Fact fact(String label, @Nullable String path, @Nullable String note, String text) {
        return new Fact(label, List.of(new Item(text, path)), false, note);
    }

    private String dated(PartialDate asOf) {
        boolean old = asOf.firstDay().plusYears(3).isBefore(java.time.LocalDate.now(clock));
        return "As of " + asOf.words() + (old ? "; may be out of date" : "");
    }

    private static String digits(String number) {
        var digits = number.replaceAll("\\D", "");
        return (digits.length() == 10 ? "+1" : "+") + digits;
    }

    private static String addressLine(Lea.Address address) {
        var street = address.street() == null ? "" : address.street() + ", ";
        var city = address.city() == null ? "" : address.city() + ", CA ";
        return (street + city + (address.zip() == null ? "" : address.zip())).strip();
    }

    private List<SourceLine> sources() {
        var table = lea.type().isCharter() ? "charters" : "districts";
        var sources = new ArrayList<Source>();
        roster.sources().stream()
                .filter(source -> source.table().equals(table))
                .map(RosterSource::source)
                .filter(source -> !sources.contains(source))
                .forEach(sources::add);
        if (!lea.type().isCharter()) {
            history.years().stream().map(AssistanceFile::source).forEach(sources::add);
        }
        return SourceLine.of(sources);
    }
}
