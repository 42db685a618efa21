package org.ssos.clearinghouse.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** Does one fault after the other to a site of its own each, and says what came of it. */
public final class FaultRuns {
    private static final int READERS = 3;
    private static final int CURATORS = 3;
    private static final int CASES = 30;

    private final Prepared prepared;
    private final Path scratch;

    /** @param scratch a folder for what is made meanwhile; kept between runs it saves some seconds */
    public FaultRuns(Prepared prepared, Path scratch) {
        this.prepared = prepared;
        this.scratch = scratch;
    }

    /**
     * All faults whose name contains the word, with a report in Markdown.
     *
     * @return whether everything was as it must be
     */
    public static boolean report(String word, Path scratch, PrintStream out) throws Exception {
        Prepared.delete(scratch);
        Files.createDirectories(scratch);
        boolean well = true;
        int done = 0;
        try (var prepared = Prepared.with(CURATORS, CASES)) {
            var runs = new FaultRuns(prepared, scratch);
            var missing = missing();
            out.println("# Faults\n\n" + READERS + " readers, " + CURATORS
                    + " curators and somebody who sends opinions, all the time. What they saw while the site was started"
                    + " again is left out.");
            for (var fault : Faults.all()) {
                if (!fault.name().contains(word)) continue;
                var lacking = fault.needs().stream().filter(missing::contains).toList();
                if (!lacking.isEmpty()) {
                    out.println("\n## " + fault.name() + "\n\nLeft out: this machine does not let us "
                            + lacking.getFirst().words + ".");
                    continue;
                }
                var finding = runs.run(fault);
                out.print(Report.of(fault, finding));
                out.flush();
                well &= finding.wrong().isEmpty();
                done++;
            }
        }
        out.println("\n" + done + " faults, " + (well ? "all survived" : "not all survived") + ".");
        return well && done > 0;
    }

    /** One of the faults, by its name. */
    public Trial.Finding run(String name) throws Exception {
        return run(Faults.all().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private Trial.Finding run(Fault fault) throws Exception {
        var small = new HashMap<String, Integer>();
        for (var each : fault.small().entrySet()) {
            small.put(each.getKey(), prepared.kilobytes(each.getKey()) + each.getValue());
        }
        var prefix = fault.needs().contains(Fault.Need.RIGHTS) ? Disks.withoutPrivileges() : List.<String>of();
        try (var trial = new Trial(
                prepared,
                scratch.resolve(fault.name()),
                Trial.Java.quick(scratch),
                Traffic.Pace.BUSY,
                fault.settings(),
                prefix,
                small)) {
            trial.begin(READERS);
            try {
                fault.doing().to(trial);
            } catch (SiteProcess.NotReady notReady) {
                trial.wrong().add("It does not come back: " + trial.lastWords());
                return trial.given();
            }
            return trial.end();
        }
    }

    /** What this machine does not let us do. */
    static Set<Fault.Need> missing() {
        var missing = EnumSet.noneOf(Fault.Need.class);
        if (!Disks.canMount()) missing.add(Fault.Need.MOUNTING);
        try {
            Disks.withoutPrivileges();
        } catch (IOException refused) {
            missing.add(Fault.Need.RIGHTS);
        }
        return missing;
    }
}
