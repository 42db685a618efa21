package org.ssos.clearinghouse.browse;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Event;
import org.ssos.clearinghouse.entry.Initiative;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Level;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Status;
import org.ssos.clearinghouse.entry.Story;
import org.ssos.clearinghouse.entry.Vocabularies;
import org.ssos.clearinghouse.web.LevelTag;

/** Says for each kind which columns and filters its list has. */
final class Inventories {
    private final Vocabularies vocabularies;
    private final Names names;
    private final LocalDate today;

    Inventories(Catalog catalog, LocalDate today) {
        this.vocabularies = catalog.vocabularies();
        this.names = new Names(catalog);
        this.today = today;
    }

    Inventory of(Kind kind) {
        return switch (kind) {
            case INITIATIVE ->
                new Inventory(
                        kind,
                        "Publicly funded initiatives and lead agency programs of the System of Support.",
                        List.of(category(), leads(), levels(), status(), namedBy()),
                        List.of(categories(), levelFilter(), topics(), statuses(), officialLists()),
                        "name",
                        Inventory.UNGROUPED);
            case RESOURCE ->
                new Inventory(
                        kind,
                        "Tools, guides, courses and libraries that LEAs can use.",
                        List.of(type(), publisher(), topic(), published(), status()),
                        List.of(types(kind), topics(), audiences(), levelFilter(), statuses()),
                        "name",
                        Inventory.UNGROUPED);
            case AGENCY ->
                new Inventory(
                        kind,
                        "The offices behind the System of Support: state agencies, the 58 county offices of education,"
                                + " geographic leads, resource leads and centers.",
                        List.of(type(), serves(), phone(), website()),
                        List.of(types(kind), counties("Serving county"), statuses()),
                        "name",
                        Inventory.UNGROUPED);
            case STORY ->
                new Inventory(
                        kind,
                        "What California LEAs faced, what they did and what changed, as public sources tell it.",
                        List.of(where(), type(), topic(), date("When")),
                        List.of(types(kind), topics(), counties("County")),
                        "-date",
                        Inventory.UNGROUPED);
            case UPDATE ->
                new Inventory(
                        kind,
                        "What happened in the System of Support: laws, decisions, reports, data and newsletters, the"
                                + " newest first.",
                        List.of(date("Date"), type(), topic()),
                        List.of(years(), types(kind), topics()),
                        "-date",
                        entry -> Integer.toString(year(entry)));
            case EVENT ->
                new Inventory(
                        kind,
                        "Days that the law fixes, with the next date, and events with the last time they are known to"
                                + " have been held. A date that nobody has announced is not guessed.",
                        List.of(when(), type(), organizer(), law()),
                        List.of(types(kind), topics()),
                        "when",
                        this::certainty);
        };
    }

    private Column category() {
        return Column.sortedByText(
                "category",
                "Category",
                entry -> entry.details() instanceof Initiative initiative
                        ? List.of(Item.plain(initiative.category()))
                        : List.of());
    }

    private Column leads() {
        return Column.sortedByText("lead", "Led by", names::behind);
    }

    private Column levels() {
        return Column.unsorted(
                "levels",
                "Levels",
                entry -> Names.plain(entry.levels().values().stream()
                        .map(level -> LevelTag.of(level).label())));
    }

    private Column status() {
        return Column.sortedByText(
                "status", "Status", entry -> stated(statusLabel(entry.status().state())));
    }

    private Column namedBy() {
        return Column.sortedByText(
                "named_by",
                "Named by",
                entry -> listedBy(entry).stream()
                        .map(id -> Item.plain(vocabularies.officialLists().label(id)))
                        .toList());
    }

    private Column type() {
        return Column.sortedByText("type", "Type", entry -> List.of(Item.plain(names.type(entry))));
    }

    private Column publisher() {
        return Column.sortedByText("publisher", "From", names::behind);
    }

    private Column organizer() {
        return Column.sortedByText("organizer", "Who", names::behind);
    }

    private Column topic() {
        return Column.sortedByText(
                "topic",
                "Main topic",
                entry -> names.topics(entry).stream().limit(1).toList());
    }

    private Column published() {
        return date("Published").sortedBy(byDate());
    }

    private Column date(String label) {
        return new Column(
                "date",
                label,
                entry -> entry.date()
                        .map(date -> List.of(Item.plain(date.words())))
                        .orElse(List.of()),
                byDate());
    }

    private Column serves() {
        return Column.sortedByText("serves", "Serves", names::coverage);
    }

    private Column where() {
        return Column.sortedByText(
                "leas",
                "LEAs",
                entry -> entry.details() instanceof Story story
                        ? Names.plain(story.leas().stream().map(Story.StoryLea::name))
                        : List.of());
    }

    private Column phone() {
        return Column.unsorted(
                "phone",
                "Phone",
                entry -> entry.contacts().stream()
                        .filter(contact -> contact.phone() != null)
                        .map(contact -> new Item(text(contact.phone()), contact.phoneAddress()))
                        .limit(1)
                        .toList());
    }

    private Column website() {
        return Column.unsorted(
                "website",
                "Website",
                entry -> Stream.concat(
                                entry.contacts().stream().map(Contact::url),
                                entry.links().stream().map(link -> link.url()))
                        .flatMap(Stream::ofNullable)
                        .map(url -> new Item(SourceLine.host(url), url))
                        .limit(1)
                        .toList());
    }

    private Column when() {
        return new Column(
                "when",
                "When",
                entry -> next(entry)
                        .map(day -> List.of(Item.plain(PartialDate.of(day).words())))
                        .orElseGet(() -> lastKnown(entry)),
                Comparator.comparing(this::certainty)
                        .thenComparing(entry -> next(entry).orElse(LocalDate.MAX)));
    }

    private Column law() {
        return Column.sortedByText(
                "law", "Law", entry -> entry.details() instanceof Event event ? stated(event.citation()) : List.of());
    }

    private static List<Item> lastKnown(Entry entry) {
        if (!(entry.details() instanceof Event event)) return List.of();
        if (event.lastKnown() != null) return List.of(Item.plain("Last known: " + event.lastKnown()));
        return stated(event.pattern());
    }

    private Optional<LocalDate> next(Entry entry) {
        return entry.details() instanceof Event event && event.due() != null
                ? event.due().nextFrom(today)
                : Optional.empty();
    }

    /** Groups in the order of their letters. */
    private String certainty(Entry entry) {
        if (next(entry).isPresent()) return "A day fixed in law, the next one first";
        return entry.details() instanceof Event event && event.due() != null ? "Past" : "No day fixed in law";
    }

    private Filter types(Kind kind) {
        return new Filter(
                "type",
                "Type",
                "All types",
                entry -> List.of(entry.type()),
                id -> vocabularies
                        .types()
                        .find(id)
                        .filter(type -> type.kind() == kind)
                        .map(type -> type.plural() == null ? type.label() : type.plural())
                        .orElse(id));
    }

    private Filter categories() {
        return new Filter(
                "category",
                "Category",
                "All categories",
                entry -> entry.details() instanceof Initiative initiative ? List.of(initiative.category()) : List.of(),
                label -> label);
    }

    private Filter topics() {
        return new Filter(
                "topic",
                "Topic",
                "All topics",
                Entry::topics,
                id -> vocabularies.topics().label(id));
    }

    private Filter audiences() {
        return new Filter(
                "audience",
                "For",
                "Everybody",
                Entry::audiences,
                id -> vocabularies.audiences().label(id));
    }

    private Filter levelFilter() {
        return new Filter(
                "level",
                "Level",
                "All levels",
                entry -> entry.levels().values().stream().map(Level::id).toList(),
                id -> Level.find(id).map(level -> LevelTag.of(level).label()).orElse(id));
    }

    private Filter statuses() {
        return new Filter(
                "status",
                "Status",
                "Any status",
                entry -> List.of(entry.status().state().id()),
                id -> id.equals("unstated") ? "Not stated" : text(statusLabel(Status.State.valueOf(upper(id)))));
    }

    private Filter officialLists() {
        return new Filter(
                "named_by",
                "Named by",
                "Named or not",
                Inventories::listedBy,
                id -> vocabularies.officialLists().label(id));
    }

    private Filter counties(String label) {
        return new Filter("county", label, "All counties", names::counties, names::countyName);
    }

    private Filter years() {
        return new Filter("year", "Year", "All years", entry -> List.of(Integer.toString(year(entry))), year -> year);
    }

    private static Collection<String> listedBy(Entry entry) {
        return entry.details() instanceof Initiative initiative ? initiative.listedBy() : List.of();
    }

    private static int year(Entry entry) {
        return entry.date().map(PartialDate::year).orElse(0);
    }

    private static Comparator<Entry> byDate() {
        return Comparator.comparing(
                entry -> entry.date().map(PartialDate::firstDay).orElse(LocalDate.MIN));
    }

    private static @Nullable String statusLabel(Status.State state) {
        return switch (state) {
            case ACTIVE -> "Active";
            case UNCLEAR -> "May have ended";
            case ENDED -> "Ended";
            case UNSTATED -> null;
        };
    }

    private static List<Item> stated(@Nullable String text) {
        return text == null ? List.of() : List.of(Item.plain(text));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String upper(String id) {
        return id.toUpperCase(Locale.ROOT);
    }
}
