package org.ssos.clearinghouse.schoolyear;

import java.time.DateTimeException;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ssos.clearinghouse.content.PartFiles.Parsed;
import org.ssos.clearinghouse.schoolyear.DatesReader.DatesFile;
import org.ssos.clearinghouse.schoolyear.SchoolDate.Certainty;
import org.ssos.clearinghouse.schoolyear.SchoolDate.Rule;

/**
 * Says what is wrong with the dates of the school year: ids used twice, days that no year has, law that we do not know,
 * two rules for one kind in the same year, and dates counted from one that is not there or in a circle.
 */
final class DatesCheck {
    private final Parsed<DatesFile> file;
    private final Function<String, Optional<String>> problemOfLaw;
    private final Map<String, SchoolDate> known = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();

    /** @param problemOfLaw what is wrong with a citation */
    DatesCheck(Parsed<DatesFile> file, Function<String, Optional<String>> problemOfLaw) {
        this.file = file;
        this.problemOfLaw = problemOfLaw;
    }

    /** The dates that can be reckoned; what is wrong with the others is reported. */
    List<SchoolDate> sound() {
        var dates = file.value().dates();
        for (int i = 0; i < dates.size(); i++) {
            var date = dates.get(i);
            if (known.putIfAbsent(date.id(), date) != null) report(i, "id '" + date.id() + "' is used twice");
        }
        for (int i = 0; i < dates.size(); i++) check(i);
        leaveOutWhatRestsOnBroken();
        return known.values().stream()
                .filter(date -> !broken.contains(date.id()))
                .toList();
    }

    private void check(int at) {
        var date = file.value().dates().get(at);
        var rules = date.rules();
        for (int i = 0; i < rules.size(); i++) {
            for (var problem : problems(rules.get(i))) report(at, i, problem);
            if (overlaps(rules.get(i), rules.subList(0, i))) {
                report(at, i, "another rule of '" + date.id() + "' holds for the same kind in the same years");
            }
        }
        if (leadsBackTo(date.id(), date.id(), new HashSet<>())) {
            report(at, "'" + date.id() + "' is counted from itself");
        }
    }

    private List<String> problems(Rule rule) {
        var problems = new ArrayList<String>();
        rule.citations().forEach(citation -> problemOfLaw.apply(citation).ifPresent(problems::add));
        if (rule.citations().isEmpty() && rule.certain() == Certainty.STATUTE)
            problems.add("`certain` is 'statute', but `citations` names no law");
        if (rule.citations().isEmpty() && rule.sources().isEmpty()) problems.add("it needs `citations` or `sources`");
        if (rule.from() != null && rule.until() != null && rule.from().compareTo(rule.until()) > 0)
            problems.add("`from` lies after `until`");
        problemOf(rule.when()).ifPresent(problems::add);
        rule.when().other().ifPresent(other -> problemOfOther(rule, other).ifPresent(problems::add));
        return problems;
    }

    private static Optional<String> problemOf(Timing timing) {
        return switch (timing) {
            case Timing.Yearly yearly -> problemOfDay(yearly.month(), yearly.day());
            case Timing.Varying months ->
                inSchoolYear(months.firstMonth()) > inSchoolYear(months.lastMonth())
                        ? Optional.of("the months run from one school year into the next; they should end by June")
                        : Optional.empty();
            case Timing.Weekday _, Timing.Once _, Timing.After _, Timing.Before _, Timing.Follows _ -> Optional.empty();
        };
    }

    private static Optional<String> problemOfDay(int month, int day) {
        try {
            if (MonthDay.of(month, day).equals(MonthDay.of(2, 29)))
                return Optional.of("February 29 is no day of every year; the law names February 28 or March 1");
            return Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.of("there is no day " + day + " in month " + month);
        }
    }

    private Optional<String> problemOfOther(Rule rule, String other) {
        var date = known.get(other);
        if (date == null) return Optional.of("there is no date '" + other + "'");
        return rule.kinds().stream()
                .filter(kind -> date.rules().stream()
                        .noneMatch(from ->
                                from.kinds().contains(kind) && from.when().givesDay()))
                .findFirst()
                .map(kind -> "'" + other + "' has no day for '" + kind.id() + "' from which to count");
    }

    private static boolean overlaps(Rule rule, List<Rule> earlier) {
        return earlier.stream()
                .filter(other -> other.kinds().stream().anyMatch(rule.kinds()::contains))
                .anyMatch(rule::sharesYearWith);
    }

    private boolean leadsBackTo(String start, String id, Set<String> seen) {
        if (!seen.add(id) || !known.containsKey(id)) return false;
        return known.get(id).rules().stream()
                .flatMap(rule -> rule.when().other().stream())
                .anyMatch(other -> other.equals(start) || leadsBackTo(start, other, seen));
    }

    private void leaveOutWhatRestsOnBroken() {
        boolean more = true;
        while (more) {
            more = known.values().stream()
                    .filter(date -> date.rules().stream()
                            .flatMap(rule -> rule.when().other().stream())
                            .anyMatch(broken::contains))
                    .map(SchoolDate::id)
                    .toList()
                    .stream()
                    .anyMatch(broken::add);
        }
    }

    private static int inSchoolYear(int month) {
        return Math.floorMod(month - Month.JULY.getValue(), 12);
    }

    private void report(int date, String what) {
        report(List.of("dates", Integer.toString(date)), date, what);
    }

    private void report(int date, int rule, String what) {
        report(List.of("dates", Integer.toString(date), "rules", Integer.toString(rule)), date, what);
    }

    private void report(List<String> at, int date, String what) {
        file.report(at, what);
        broken.add(file.value().dates().get(date).id());
    }
}
