package org.ssos.clearinghouse.lea;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.lea.SharedReport.Relation;

/**
 * What the state determined for districts and county offices under Education Code 52071 and 2575.5 (general or differentiated
 * assistance), year by year, as published. Every published row belongs to an LEA of the roster or to a {@link SharedReport}.
 *
 * <p>Never changes; safe for use by many threads.
 */
public final class AssistanceHistory {
    public static final Part<AssistanceHistory> PART = new Part<>() {
        @Override
        public String folder() {
            return "assistance";
        }

        @Override
        public String schema(String name) {
            return "assistance-" + name.replace(".yaml", ".schema.json");
        }

        @Override
        public AssistanceHistory read(PartFiles files) {
            return AssistanceReader.read(files);
        }
    };

    private static final Comparator<AssistanceRow> BY_YEAR =
            Comparator.comparingInt(AssistanceRow::year).thenComparing(AssistanceRow::cds);

    private final List<AssistanceRow> all;
    private final Map<String, List<AssistanceRow>> byCode;
    private final Map<String, List<SharedReport>> byMember = new HashMap<>();
    private final List<SharedReport> shared;
    private final AssistanceCodes codes;
    private final List<AssistanceFile> years;

    AssistanceHistory(
            List<AssistanceRow> rows, List<SharedReport> shared, AssistanceCodes codes, List<AssistanceFile> years) {
        all = rows.stream()
                .sorted(Comparator.comparing(AssistanceRow::cds).thenComparing(BY_YEAR))
                .toList();
        byCode = all.stream().collect(groupingBy(AssistanceRow::cds));
        this.shared = List.copyOf(shared);
        for (var report : shared) {
            for (var lea : report.leas())
                byMember.computeIfAbsent(lea, _ -> new ArrayList<>()).add(report);
        }
        this.codes = codes;
        this.years = years.stream()
                .sorted(Comparator.comparingInt(AssistanceFile::year))
                .toList();
    }

    /**
     * The rows of an LEA by year: those under its own code, and those of a combined report that covers it, which bear the
     * report's code.
     */
    public List<AssistanceRow> of(String cds) {
        var rows = new ArrayList<>(byCode.getOrDefault(cds, List.of()));
        sharedBy(cds, Relation.COMBINED).forEach(report -> rows.addAll(rowsUnder(report.cds())));
        return rows.stream().sorted(BY_YEAR).toList();
    }

    /** The rows that an LEA of the roster had under a code it no longer bears, or that its predecessor had, by year. */
    public List<AssistanceRow> earlierOf(String cds) {
        var rows = new ArrayList<AssistanceRow>();
        sharedBy(cds, Relation.EARLIER_CODE).forEach(report -> rows.addAll(rowsUnder(report.cds())));
        sharedBy(cds, Relation.PREDECESSOR).forEach(report -> rows.addAll(rowsUnder(report.cds())));
        return rows.stream().sorted(BY_YEAR).toList();
    }

    /** The rows published under exactly this code, by year. */
    public List<AssistanceRow> rowsUnder(String cds) {
        return byCode.getOrDefault(cds, List.of());
    }

    /** Every row as published, by code and year. */
    public List<AssistanceRow> all() {
        return all;
    }

    /** The codes with published rows that are not codes of the roster, each with what is known of it. */
    public List<SharedReport> shared() {
        return shared;
    }

    /** The combined reports, earlier codes and predecessors of an LEA. */
    public List<SharedReport> sharedBy(String cds) {
        return List.copyOf(byMember.getOrDefault(cds, List.of()));
    }

    /** What is known of a code that is not one of the roster's. */
    public Optional<SharedReport> report(String cds) {
        return shared.stream().filter(report -> report.cds().equals(cds)).findFirst();
    }

    /** What the codes in the rows mean. */
    public AssistanceCodes codes() {
        return codes;
    }

    /** The files held, by year. There were no determinations for 2020 and 2021. */
    public List<AssistanceFile> years() {
        return years;
    }

    private List<SharedReport> sharedBy(String cds, Relation relation) {
        return sharedBy(cds).stream()
                .filter(report -> report.relation() == relation)
                .toList();
    }
}
