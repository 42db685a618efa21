package org.ssos.clearinghouse.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was found, as people read it. */
final class Report {
    private static final int MOST_LINES = 4;
    private static final int LONGEST = 220;

    private Report() {}

    static String of(Fault fault, Trial.Finding finding) {
        var text = new StringBuilder("\n## " + fault.name() + "\n\n" + fault.what() + "\n\n");
        line(text, "Readers saw", finding.readers());
        line(text, "Curators saw", finding.curators());
        line(text, "The log said", finding.log().isEmpty() ? "nothing" : String.join("; ", finding.log()));
        line(text, "What happened", String.join(", ", finding.story()));
        line(
                text,
                "Acknowledged",
                finding.accepted() + " changes; " + (finding.wrong().isEmpty() ? "all kept" : "see below"));
        line(
                text,
                "Outcome",
                finding.wrong().isEmpty()
                        ? "survived"
                        : "**not as it must be**: " + String.join("; ", finding.wrong()));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String found) {
        text.append("- ").append(what).append(": ").append(found).append('\n');
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }

    static String shortened(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** What stands in the log, errors before warnings and the most frequent first, with the same said once. */
    static List<String> logged(Path log) throws IOException {
        if (!Files.exists(log)) return List.of();
        Map<String, Long> times = Files.readAllLines(log).stream()
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .map(line -> line.replaceFirst("^\\S+ ", "").replaceAll("\\d+", "#"))
                .map(Report::shortened)
                .collect(Collectors.groupingBy(line -> line, TreeMap::new, Collectors.counting()));
        return times.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Long>, Boolean>comparing(
                                each -> each.getKey().strip().startsWith("WARN"))
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
                .limit(MOST_LINES)
                .map(each -> each.getValue() + " × `" + each.getKey().strip() + "`")
                .toList();
    }
}
