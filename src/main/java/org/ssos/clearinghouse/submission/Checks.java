package org.ssos.clearinghouse.submission;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.submission.Finding.Severity;

/** Everything that machines look at when a draft is sent in or saved. Safe for use by many threads. */
public final class Checks {
    /** Somebody waits for the page; what has not answered by then is for a person to open. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Snapshots snapshots;
    private final RecentLinks links;
    private final Clock clock;

    /**
     * @param duplicates also stand among the findings, in words
     * @param waiting how many links have not answered yet
     */
    public record Result(List<Finding> findings, List<Duplicate> duplicates, int waiting) {
        public Result {
            findings = findings.stream()
                    .sorted(Comparator.comparing(Finding::severity))
                    .toList();
            duplicates = List.copyOf(duplicates);
        }
    }

    public Checks(Snapshots snapshots, LinkChecker links, Clock clock) {
        this.snapshots = snapshots;
        this.links = new RecentLinks(links, clock);
        this.clock = clock;
    }

    /** @param askLinks whether other sites are asked for the pages that the draft names */
    Result of(Draft draft, boolean askLinks) {
        var addresses = draft.addresses().toList();
        return of(draft, askLinks ? links.ask(addresses, PATIENCE) : Map.of(), 0);
    }

    /** All that is known by now: nobody waits for a link, and those that were not asked lately are asked meanwhile. */
    public Report report(Draft draft) {
        var addresses = draft.addresses().limit(LinkChecker.MOST_OF_ONE_DRAFT).toList();
        var known = links.known(addresses);
        var result = of(draft, known, addresses.size() - known.size());
        return new Report(
                result.findings(),
                result.duplicates().stream()
                        .map(duplicate -> SideBySide.of(draft, duplicate))
                        .toList(),
                result.waiting());
    }

    private Result of(Draft draft, Map<String, LinkState> known, int waiting) {
        var findings = new ArrayList<>(DraftCheck.of(draft, snapshots.catalog(), LocalDate.now(clock)));
        var duplicates = snapshots.with(snapshot -> Duplicates.of(draft, snapshot));
        for (var duplicate : duplicates) findings.add(finding(duplicate));
        known.forEach((address, state) -> {
            switch (state) {
                case LinkState.Works() -> {}
                case LinkState.Dead(String why) -> findings.add(dead(address, why));
                case LinkState.CannotTell(String why) -> findings.add(unsure(address, why));
            }
        });
        return new Result(findings, duplicates, waiting);
    }

    private static Finding finding(Duplicate duplicate) {
        return new Finding(
                Severity.LOOK,
                "title",
                "“" + duplicate.entry().title() + "” may be the same: it has " + duplicate.why() + ".",
                "Compare the two. Where they are one, suggest a change of the one that is there.");
    }

    private static Finding dead(String address, String why) {
        return new Finding(
                Severity.LOOK,
                "links",
                address + " does not work: " + why + ".",
                "Correct the address, or name the page that took its place.");
    }

    private static Finding unsure(String address, String why) {
        return new Finding(
                Severity.HINT,
                "links",
                "We could not tell whether " + address + " works: " + why + ".",
                "Open it yourself, and leave it as it is where it opens.");
    }
}
