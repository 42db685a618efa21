package org.ssos.clearinghouse.entry;

import static org.ssos.clearinghouse.fuzz.Target.require;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.fuzz.Inputs;
import org.ssos.clearinghouse.fuzz.Target;

/** Dates, and citations of the law in any text. */
public final class EntryTargets {
    private EntryTargets() {}

    public static Target dates() {
        var seeds = List.of("2026-11-21", "2026-11", "2026", "2024-02-29", "0000-01-01", "9999-12-31");
        var words = List.of("-", "02-29", "13", "31", "-00", "+", "T00:00", "Z", "٢٠٢٦", "１");
        return new Target("dates", new Inputs(seeds, words), EntryTargets::date);
    }

    public static Target citations() {
        var seeds = new ArrayList<String>(List.of(
                "EC 52071(c)(3) and (f), 52072.5 or 52064-52074",
                "34 CFR 300.600, 20 U.S.C. § 6311(c)(4)(D)(i)",
                "ESSA section 1111(d)(1)-(2); WIC 4096; Ed. Code §§ 47607 and 47607.3"));
        RealContent.catalog().all().stream()
                .flatMap(entry -> java.util.stream.Stream.ofNullable(entry.description()))
                .filter(text -> text.contains("EC "))
                .limit(60)
                .forEach(seeds::add);
        var words = List.of(
                "EC ",
                "(a)",
                "(1)",
                "(iv)",
                ", ",
                " and ",
                " or ",
                ", and ",
                "52071",
                ".5",
                "-",
                "34 CFR ",
                "USC",
                "§",
                "ESSA ",
                "WIC ",
                "Education Code (EC)",
                "2026");
        return new Target("citations", new Inputs(seeds, words), EntryTargets::cite);
    }

    private static void date(String typed) {
        PartialDate date;
        try {
            date = new PartialDate(typed);
        } catch (DateTimeException refused) {
            return;
        }
        require(date.iso().equals(typed) && !date.words().isBlank(), "Another date: " + typed);
        require(date.iso().matches("[0-9]{4}(-[0-9]{2}){0,2}"), "No date: " + typed);
        require(date.compareTo(PartialDate.of(date.firstDay())) == 0, "Sorts elsewhere: " + typed);
    }

    private static void cite(String text) {
        var pieces = Citation.in(text);
        require(
                pieces.stream()
                        .map(Citation::text)
                        .collect(Collectors.joining())
                        .equals(text),
                "Letters are lost");
        for (var piece : pieces) {
            require(piece.path().matches("|/law/[a-z0-9.-]+(#[a-z0-9-]+)?"), "No address: " + piece.path());
            piece.alone();
        }
    }
}
