package org.ssos.clearinghouse.schoolyear;

import java.util.List;
import java.util.stream.Stream;
import org.ssos.clearinghouse.browse.law.RestsOn;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.schoolyear.SchoolDate.Rule;
import org.ssos.clearinghouse.search.Findable;

/** Where else the dates show: by what the search finds them, and which law they rest on. */
public final class SchoolYearNames {
    private static final String KIND = "date";

    private SchoolYearNames() {}

    /** The page, and each date on it. */
    public static List<Findable> of(Catalog catalog) {
        return Stream.concat(
                        Stream.of(Findable.named(
                                KIND,
                                "school-year",
                                "The school year: dates and deadlines",
                                "What is due when, by kind of LEA",
                                SchoolYearHandler.PATH,
                                List.of("School year dates", "School year calendar", "LCAP calendar", "LCAP deadlines"),
                                "")),
                        catalog.part(SchoolYearDates.PART).all().stream().map(SchoolYearNames::of))
                .toList();
    }

    private static Findable of(SchoolDate date) {
        var rule = date.rules().stream()
                .filter(each -> each.until() == null)
                .findFirst()
                .orElse(date.rules().getLast());
        return Findable.named(
                KIND, date.id(), date.title(), "Date of the school year", path(date, rule), List.of(date.title()), "");
    }

    /** A line for each rule of a date. */
    public static List<RestsOn> restingOnLaw(Catalog catalog) {
        return catalog.part(SchoolYearDates.PART).all().stream()
                .flatMap(date -> date.rules().stream()
                        .filter(rule -> !rule.citations().isEmpty())
                        .map(rule -> new RestsOn(
                                label(date, rule),
                                path(date, rule),
                                "Dates of the school year",
                                String.join("; ", rule.citations()))))
                .distinct()
                .toList();
    }

    private static String label(SchoolDate date, Rule rule) {
        if (rule.kinds().size() == LeaKind.values().length) return date.title();
        return date.title() + " (" + rule.kinds().getFirst().label() + ")";
    }

    private static String path(SchoolDate date, Rule rule) {
        return SchoolYearHandler.path(rule.kinds().getFirst()) + "#" + date.id();
    }
}
