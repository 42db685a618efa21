package org.ssos.clearinghouse.browse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Agency;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Event;
import org.ssos.clearinghouse.entry.Initiative;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Resource;
import org.ssos.clearinghouse.entry.Status;
import org.ssos.clearinghouse.entry.Story;
import org.ssos.clearinghouse.entry.Update;

/** The facts of one entry, sorted by the questions they answer. */
final class EntryFacts {
    private static final String NOT_STATED = "Not stated";

    private final Entry entry;
    private final Catalog catalog;
    private final Names names;
    private final LocalDate today;

    EntryFacts(Entry entry, Catalog catalog, LocalDate today) {
        this.entry = entry;
        this.catalog = catalog;
        this.names = new Names(catalog);
        this.today = today;
    }

    /** What a reader wants to know before all else, different for each kind. */
    List<Fact> glance() {
        return switch (entry.details()) {
            case Initiative initiative ->
                List.of(
                        Fact.of("Led by", names.behind(entry)),
                        Fact.of("Where", orNotStated(names.coverage(entry))),
                        Fact.of("Runs", stated(initiative.term())),
                        Fact.of("Status", status()));
            case Resource resource ->
                known(
                        Fact.of("From", names.behind(entry)),
                        Fact.of("Cost", stated(resource.cost())),
                        Fact.of("Format", resource.format()),
                        Fact.of("Access", access(resource.access())),
                        Fact.of("Languages", Names.plain(resource.languages().stream())),
                        Fact.of("Published", words(resource.published(), NOT_STATED)));
            case Agency agency ->
                known(
                        Fact.of("County", agency.county() == null ? List.of() : List.of(names.county(agency.county()))),
                        Fact.of("Run by", names.behind(entry)),
                        Fact.of("Districts", number(agency.districts())),
                        Fact.of("Charter schools", number(agency.charterSchools())),
                        Fact.of("Superintendent", agency.superintendentChosen()),
                        Fact.of("Term", agency.term()));
            case Story story ->
                known(
                        Fact.of(
                                "Where",
                                Names.some(Names.plain(story.leas().stream().map(this::where)))),
                        Fact.of("Size", story.size()),
                        Fact.of("Setting", story.locale()),
                        Fact.of("Grades", story.grades()),
                        Fact.of("When", entry.date().map(PartialDate::words).orElse(null)));
            case Update update ->
                known(
                        Fact.of("Date", update.date().words()),
                        Fact.of("What the date is", update.dateNote()),
                        Fact.of("Type", names.type(entry)));
            case Event event ->
                known(
                        Fact.of("Next date in law", next(event)),
                        Fact.of("When in the year", event.pattern()),
                        Fact.of("How often", event.recurring()),
                        Fact.of("Last known", event.lastKnown()),
                        Fact.of("Who", names.behind(entry)),
                        Fact.of("Law", event.citation()));
        };
    }

    /** Who can get it, and where. */
    List<Fact> fit() {
        var covered = entry.coverage();
        return known(
                Fact.of("For", names.audiences(entry)),
                Fact.of("Student groups", names.studentGroups(entry)),
                Fact.of("Grades", names.gradeSpans(entry)),
                new Fact("Where", names.coverage(entry), covered.inferred(), covered.note()),
                Fact.of("LEAs", names(covered.leas())),
                new Fact(
                        "Levels of support", names.levels(entry), entry.levels().inferred(), null));
    }

    /** What it is about. */
    List<Fact> covers() {
        var facts = new ArrayList<>(known(
                Fact.of("Topics", names.topics(entry)),
                new Fact(
                        "State priorities",
                        names.priorities(entry),
                        entry.statePriorities().inferred(),
                        null),
                new Fact(
                        "Dashboard indicators",
                        names.indicators(entry),
                        entry.indicators().inferred(),
                        null)));
        if (entry.details() instanceof Initiative initiative) {
            facts.add(Fact.of("Category", initiative.category()));
        }
        if (entry.details() instanceof Resource resource && resource.initiative() != null) {
            facts.add(Fact.of("Part of", names.entries(List.of(resource.initiative()))));
        }
        if (entry.details() instanceof Agency agency) {
            facts.addAll(known(
                    Fact.of("Program", agency.program()),
                    Fact.of("Member of", agency.partOf() == null ? List.of() : names.entries(List.of(agency.partOf()))),
                    Fact.of("CDS code", agency.cdsCode())));
        }
        facts.addAll(known(Fact.of("Also known as", Names.plain(entry.aka().stream()))));
        return facts;
    }

    /** What it rests on in law and money. */
    List<Fact> basis() {
        return switch (entry.details()) {
            case Initiative initiative ->
                List.of(
                        Fact.of("Led by", orNotStated(names.agenciesInRoles(initiative.leadAgencies()))),
                        Fact.of("Overseen by", orNotStated(names.agenciesInRoles(initiative.administeredBy()))),
                        Fact.of("Authority", orNotStated(Names.law(initiative.authority()))),
                        Fact.of(
                                "Funding",
                                orNotStated(Names.plain(initiative.funding().stream()
                                        .map(funding -> funding.note() == null
                                                ? funding.amount()
                                                : funding.amount() + ": " + funding.note())))),
                        Fact.of("Runs", stated(initiative.term())),
                        Fact.of("Named by", officialLists(initiative)));
            case Agency agency ->
                known(
                        Fact.of("Run by", names.agenciesInRoles(agency.runBy())),
                        Fact.of("Authority", Names.law(agency.authority())),
                        Fact.of("Term", agency.term()),
                        Fact.of("Founded", agency.founded()));
            case Resource _, Story _, Update _, Event _ -> List.of();
        };
    }

    private List<Item> officialLists(Initiative initiative) {
        if (initiative.listedBy().isEmpty()) return List.of(Item.plain("No official list that could be read"));
        return initiative.listedBy().stream()
                .flatMap(id -> catalog.vocabularies().officialLists().find(id).stream())
                .map(list -> new Item(list.label(), list.url()))
                .toList();
    }

    private String status() {
        var status = entry.status();
        var word = switch (status.state()) {
            case ACTIVE -> "Active";
            case UNCLEAR -> "May have ended";
            case ENDED -> "Ended";
            case UNSTATED -> NOT_STATED;
        };
        return status.since() == null || status.state() == Status.State.ACTIVE
                ? word
                : word + ", " + status.since().words();
    }

    private static @Nullable String access(@Nullable String access) {
        if (access == null) return null;
        return switch (access) {
            case "open" -> "Open to all, no sign-up";
            case "registration" -> "Free sign-up needed";
            case "password" -> "Password needed; ask your county office";
            default -> access;
        };
    }

    private @Nullable String next(Event event) {
        return event.due() == null
                ? null
                : event.due()
                        .nextFrom(today)
                        .map(day -> PartialDate.of(day).words())
                        .orElse(null);
    }

    private String where(Story.StoryLea lea) {
        return lea.county() == null ? lea.name() : lea.name() + " (" + names.countyName(lea.county()) + ")";
    }

    /** The LEAs by name where a story says it, else by code. */
    private List<Item> names(List<String> codes) {
        if (entry.details() instanceof Story story) {
            return Names.plain(story.leas().stream().map(this::where));
        }
        return Names.plain(codes.stream().map(code -> "CDS code " + code));
    }

    private static @Nullable String number(@Nullable Integer count) {
        return count == null ? null : Integer.toString(count);
    }

    private static String words(@Nullable PartialDate date, String otherwise) {
        return date == null ? otherwise : date.words();
    }

    private static String stated(@Nullable String text) {
        return text == null ? NOT_STATED : text;
    }

    private static List<Item> orNotStated(List<Item> items) {
        return items.isEmpty() ? List.of(Item.plain(NOT_STATED)) : items;
    }

    private static List<Fact> known(Fact... facts) {
        return Stream.of(facts).filter(Fact::isKnown).toList();
    }
}
