package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.entry.Vocabularies;
import org.ssos.clearinghouse.lea.SharedReport.Relation;

/** Reads the published assistance rows and says what is wrong with them, cell by cell. Used by one thread. */
final class AssistanceReader {
    /** The file of what each year's file is. */
    record Sources(List<AssistanceFile> years) {}

    /** The file of codes that are not the roster's. */
    record Reports(List<SharedReport> reports) {}

    private static final AssistanceCodes NONE = new AssistanceCodes(List.of(), List.of(), List.of());

    private final PartFiles files;
    private final Roster roster;
    private final Vocabularies vocabularies;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, List<CsvTable.Row>> strangers = new LinkedHashMap<>();
    private Set<String> groups = Set.of();
    private Set<String> areas = Set.of();
    private Set<String> methods = Set.of();
    private Map<String, AssistanceFile> sources = Map.of();

    private AssistanceReader(PartFiles files) {
        this.files = files;
        roster = files.catalog().part(Roster.PART);
        vocabularies = files.catalog().vocabularies();
    }

    static AssistanceHistory read(PartFiles files) {
        return new AssistanceReader(files).read();
    }

    private AssistanceHistory read() {
        var codes = codes();
        var years = files.yaml("sources.yaml", Sources.class)
                .map(file -> file.value().years())
                .orElse(List.of());
        if (codes.groups().isEmpty() || years.isEmpty())
            return new AssistanceHistory(List.of(), List.of(), codes, years);
        sources = years.stream().collect(Collectors.toMap(AssistanceFile::id, year -> year, (first, _) -> first));
        var rows = new ArrayList<AssistanceRow>();
        for (var cells : CsvTable.rows(files, AssistanceTable.NAME, AssistanceTable.COLUMNS)) {
            var row = row(cells);
            if (row != null) rows.add(row);
        }
        return new AssistanceHistory(rows, reports(), codes, years);
    }

    private AssistanceCodes codes() {
        var file = files.yaml("codes.yaml", AssistanceCodes.class);
        if (file.isEmpty()) return NONE;
        var codes = file.get().value();
        for (int i = 0; i < codes.groups().size(); i++) {
            var id = codes.groups().get(i).group();
            if (!vocabularies.studentGroups().holds(id)) {
                file.get().report(List.of("groups", "" + i, "group"), "there is no student group '" + id + "'");
            }
        }
        groups = codes.groups().stream().map(AssistanceCodes.Group::code).collect(Collectors.toSet());
        areas = codes.areas().stream().map(area -> "" + area.number()).collect(Collectors.toSet());
        methods = codes.methods().stream().map(method -> "" + method.number()).collect(Collectors.toSet());
        return codes;
    }

    private @Nullable AssistanceRow row(CsvTable.Row cells) {
        var cds = cells.needed("cds", "\\d{7}", "a county-district code of seven digits");
        var year = cells.needed("year", "20\\d\\d", "a year");
        var status = cells.oneOf("status", AssistanceStatus::of, "general or differentiated");
        checkSource(cells, year);
        var assistanceYear = cells.needed("assistance_year", "|1|2", "1, 2 or nothing");
        var flag = cells.needed("direct_assistance_criteria", "|yes|no", "yes, no or nothing");
        var row = new AssistanceRow(
                cds,
                cells.isSound() ? Integer.parseInt(year) : 0,
                cells.needed("name"),
                status.orElse(AssistanceStatus.GENERAL),
                assistanceYear.isEmpty() || !cells.isSound() ? null : Integer.valueOf(assistanceYear),
                priorityAreas(cells),
                numbers(cells.list("methods", AssistanceTable.BETWEEN_NUMBERS, methods, "method")),
                flag.isEmpty() ? null : flag.equals("yes"),
                cells.text("source"));
        if (!seen.add(cds + " " + year))
            cells.problem("cds", "a row for '" + cds + "' and " + year + " stands here twice");
        if (!roster.names(cds))
            strangers.computeIfAbsent(cds, _ -> new ArrayList<>()).add(cells);
        return cells.isSound() ? row : null;
    }

    private void checkSource(CsvTable.Row cells, String year) {
        var source = sources.get(cells.text("source"));
        if (source == null) cells.wrong("source", "the id of a file in sources.yaml");
        else if (!year.equals("" + source.year())) cells.wrong("year", "the year of its source, " + source.year());
    }

    private Map<String, List<Integer>> priorityAreas(CsvTable.Row cells) {
        var codes = cells.list("student_groups", AssistanceTable.BETWEEN_GROUPS, groups, "student group");
        var text = cells.known("priority_areas");
        var perGroup = text == null ? List.<String>of() : List.of(text.split(AssistanceTable.BETWEEN_GROUPS, -1));
        if (perGroup.size() != codes.size() || new HashSet<>(codes).size() != codes.size()) {
            cells.problem(
                    "priority_areas",
                    "there are " + perGroup.size() + " lists of areas for " + codes.size() + " student groups");
            return Map.of();
        }
        var byGroup = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < codes.size(); i++) byGroup.put(codes.get(i), areasOf(cells, perGroup.get(i)));
        return byGroup;
    }

    private List<Integer> areasOf(CsvTable.Row cells, String text) {
        var parts = List.of(text.split(Pattern.quote(AssistanceTable.BETWEEN_NUMBERS), -1));
        if (!areas.containsAll(parts)) {
            cells.problem(
                    "priority_areas",
                    "`priority_areas` names '" + text + "', but should be areas of codes.yaml such as 4+5");
            return List.of();
        }
        return numbers(parts);
    }

    private static List<Integer> numbers(List<String> parts) {
        return parts.stream()
                .filter(part -> part.matches("\\d+"))
                .map(Integer::valueOf)
                .toList();
    }

    /** Says which codes nobody has explained, so that no row is lost from sight. */
    private List<SharedReport> reports() {
        var file = files.yaml("reports.yaml", Reports.class);
        if (file.isEmpty()) return List.of();
        var reports = file.get().value().reports();
        var explained = new HashMap<String, SharedReport>();
        for (int i = 0; i < reports.size(); i++) {
            var report = reports.get(i);
            if (explained.putIfAbsent(report.cds(), report) != null || !strangers.containsKey(report.cds())) {
                file.get()
                        .report(
                                List.of("reports", "" + i, "cds"),
                                "'" + report.cds()
                                        + "' is explained already, or is a code of the roster, or has no rows");
            }
            checkLeas(file.get(), report, i);
        }
        strangers.forEach((cds, rows) -> {
            if (!explained.containsKey(cds)) {
                rows.getFirst()
                        .problem(
                                "cds",
                                "no LEA of the roster has the code '" + cds
                                        + "', and reports.yaml does not explain it");
            }
        });
        return reports;
    }

    private void checkLeas(PartFiles.Parsed<Reports> file, SharedReport report, int i) {
        for (int j = 0; j < report.leas().size(); j++) {
            var lea = report.leas().get(j);
            if (!roster.names(lea)) {
                file.report(List.of("reports", "" + i, "leas", "" + j), "there is no LEA '" + lea + "' in the roster");
            }
        }
        if (report.leas().isEmpty() != (report.relation() == Relation.NOT_LISTED)) {
            file.report(List.of("reports", "" + i), "`leas` belongs to every relation except not_listed");
        }
    }
}
