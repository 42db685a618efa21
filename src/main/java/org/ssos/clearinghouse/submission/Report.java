package org.ssos.clearinghouse.submission;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What machines say of a draft, for those who work on it.
 *
 * @param duplicates to be compared side by side
 * @param waiting how many links have not answered yet
 */
public record Report(List<Finding> findings, List<SideBySide> duplicates, int waiting) {
    public Report {
        findings = List.copyOf(findings);
        duplicates = List.copyOf(duplicates);
    }

    /** The same, and one finding more, ahead of all others. */
    public Report with(Finding finding) {
        return new Report(Stream.concat(Stream.of(finding), findings.stream()).toList(), duplicates, waiting);
    }

    /** All but what is only missing. */
    public List<Finding> noticed() {
        return findings.stream()
                .filter(finding -> finding.severity() != Finding.Severity.MISSING)
                .toList();
    }

    /** What has to be filled in before it can be published, in one sentence; null where nothing is missing. */
    public @Nullable String missing() {
        var names = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.MISSING)
                .map(finding -> Words.of(finding.field()).toLowerCase(Locale.US))
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    /** What keeps it from being published, one sentence each. */
    public List<String> hindrances() {
        return findings.stream()
                .filter(finding -> finding.severity().stopsPublication())
                .map(finding -> (finding.message() + " " + finding.advice()).strip())
                .toList();
    }
}
