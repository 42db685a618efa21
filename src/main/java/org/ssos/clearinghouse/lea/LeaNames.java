package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.search.Findable;

/** What people type when they mean an LEA: the names, short forms, places and codes that each is found by. */
public final class LeaNames {
    /** The kind under which LEAs are found. */
    public static final String KIND = "lea";

    private static final int COUNTY_AND_DISTRICT = 7;

    private static final Pattern HOST = Pattern.compile("(?:www\\.)?([a-z0-9-]+)\\.[a-z0-9.-]+(?:/.*)?");

    private final Catalog catalog;
    private final Roster roster;
    private final AssistanceHistory history;

    private LeaNames(Catalog catalog) {
        this.catalog = catalog;
        roster = catalog.part(Roster.PART);
        history = catalog.part(AssistanceHistory.PART);
    }

    public static List<Findable> of(Catalog catalog) {
        var names = new LeaNames(catalog);
        return names.roster.all().stream().map(names::findable).toList();
    }

    /** What it is and where, such as {@code Unified school district in Clovis, Fresno County}. */
    public static String detail(Lea lea, Catalog catalog) {
        var place = lea.type() == LeaType.COUNTY_OFFICE || lea.city() == null ? "" : " in " + lea.city();
        var open = lea.status() == LeaStatus.ACTIVE ? "" : lea.status().label() + ": ";
        return open + lea.type().label() + place + ", " + county(lea, catalog) + " County";
    }

    static String county(Lea lea, Catalog catalog) {
        return catalog.vocabularies().counties().label(lea.county());
    }

    private Findable findable(Lea lea) {
        return new Findable(
                KIND,
                lea.cds(),
                lea.name(),
                detail(lea, catalog),
                lea.path(),
                names(lea),
                inFull(lea),
                places(lea),
                text(lea),
                codes(lea),
                weight(lea));
    }

    private List<String> names(Lea lea) {
        var names = new LinkedHashSet<String>();
        names.add(lea.name());
        names.addAll(lea.formerNames());
        // The state printed the name of each year, and people keep using the one they know.
        for (var row : history.of(lea.cds())) names.add(row.name());
        if (lea.type() == LeaType.COUNTY_OFFICE) {
            var county = county(lea, catalog);
            names.addAll(officeNames(county));
            names.add(county + " County Education Office");
            names.add(county + " County Schools");
            names.add(county + " County Office");
            names.add(county + " Office of Education");
            names.add(county + " Superintendent");
        }
        return List.copyOf(names);
    }

    /** Staff know their LEA by the name that its website and their e-mail bear, such as {@code sbceo}. */
    private static Optional<String> host(Lea.Website website) {
        var host = HOST.matcher(website.host().toLowerCase(Locale.ROOT));
        return host.matches() ? Optional.of(host.group(1)) : Optional.empty();
    }

    /** The names that county offices give themselves; which of them is the official one few people know. */
    private static List<String> officeNames(String county) {
        return List.of(
                county + " County Office of Education",
                county + " County Superintendent of Schools",
                county + " County Department of Education");
    }

    private List<String> inFull(Lea lea) {
        if (lea.type().isCharter()) return List.of();
        var names = new ArrayList<>(fullNames(lea));
        if (lea.website() != null) host(lea.website()).ifPresent(names::add);
        return names;
    }

    private List<String> fullNames(Lea lea) {
        return switch (lea.type()) {
            case COUNTY_OFFICE -> officeNames(county(lea, catalog));
            case CHARTER -> List.of();
            case UNIFIED, HIGH_SCHOOL -> List.of(lea.name() + " School District");
            case ELEMENTARY ->
                has(lea.name(), "elementary")
                        ? List.of(lea.name() + " School District")
                        : List.of(lea.name() + " School District", lea.name() + " Elementary School District");
        };
    }

    /** Many districts bear another name than their town; the town's name stands for its districts, not its charters. */
    private static List<String> places(Lea lea) {
        return lea.type().isDistrict() && lea.city() != null ? List.of(lea.city()) : List.of();
    }

    private String text(Lea lea) {
        var text = new ArrayList<String>();
        text.add(lea.type().label());
        text.add(county(lea, catalog) + " County");
        if (lea.city() != null) text.add(lea.city());
        if (lea.type().isDistrict()) text.add("public schools district");
        // "Fresno City Schools" is how a town speaks of the district that bears its name.
        if (lea.type().isDistrict() && lea.city() != null && has(lea.name(), lea.city())) text.add("city");
        return String.join(" ", text);
    }

    private static boolean has(String name, String words) {
        return name.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private static List<String> codes(Lea lea) {
        var own = lea.cds().substring(lea.type().isCharter() ? COUNTY_AND_DISTRICT : 2);
        return Stream.of(Stream.of(lea.cds(), own), Stream.ofNullable(lea.charterNumber()))
                .flatMap(codes -> codes)
                .distinct()
                .toList();
    }

    /** The more students, the likelier it is meant; a county office stands for all of its county. */
    private int weight(Lea lea) {
        if (lea.status().isOver()) return 0;
        return switch (lea.type()) {
            case COUNTY_OFFICE ->
                roster.in(lea.county()).stream().mapToInt(LeaNames::students).sum();
            case CHARTER -> students(lea) / 10;
            case UNIFIED, ELEMENTARY, HIGH_SCHOOL -> students(lea);
        };
    }

    private static int students(Lea lea) {
        var own = lea.size().enrollment();
        var charters = lea.size().charterEnrollment();
        return (own == null ? 0 : own) + (charters == null ? 0 : charters);
    }
}
