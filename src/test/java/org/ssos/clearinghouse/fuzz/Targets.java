package org.ssos.clearinghouse.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ssos.clearinghouse.NamesOfAll;
import org.ssos.clearinghouse.account.HttpTarget;
import org.ssos.clearinghouse.account.LocalPathTarget;
import org.ssos.clearinghouse.content.EntryTextTarget;
import org.ssos.clearinghouse.entry.EntryTargets;
import org.ssos.clearinghouse.intake.TurnTarget;
import org.ssos.clearinghouse.lea.directory.StateFileTargets;
import org.ssos.clearinghouse.pathway.WalkTarget;
import org.ssos.clearinghouse.roadmap.ProgressTarget;
import org.ssos.clearinghouse.search.SearchTargets;
import org.ssos.clearinghouse.submission.ImportTargets;
import org.ssos.clearinghouse.web.MarkdownTarget;

/** Everything that is tried, by name. */
public final class Targets {
    private static final Map<String, Callable<Target>> BY_NAME = byName();

    private Targets() {}

    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** Makes a target, which may start a site for it. */
    public static Target make(String name) throws Exception {
        var target = BY_NAME.get(name);
        if (target == null) throw new IllegalArgumentException("There is no target " + name + ", but " + names());
        return target.call();
    }

    private static Map<String, Callable<Target>> byName() {
        var targets = new LinkedHashMap<String, Callable<Target>>();
        targets.put("search", SearchTargets::addresses);
        targets.put("query", SearchTargets::queries);
        targets.put("suggest", () -> SearchTargets.suggestions(NamesOfAll.lookup()));
        targets.put("codes", () -> SearchTargets.codes(NamesOfAll.lookup()));
        targets.put("yaml", EntryTextTarget::files);
        targets.put("markdown", MarkdownTarget::texts);
        targets.put("citations", EntryTargets::citations);
        targets.put("dates", EntryTargets::dates);
        targets.put("import-csv", ImportTargets::tables);
        targets.put("import-yaml", ImportTargets::texts);
        targets.put("directory", StateFileTargets::directory);
        targets.put("workbook", StateFileTargets::workbook);
        targets.put("pathway", WalkTarget::addresses);
        targets.put("intake", TurnTarget::forms);
        targets.put("roadmap", ProgressTarget::forms);
        targets.put("redirect", LocalPathTarget::paths);
        targets.put("http", HttpTarget::requests);
        return targets;
    }
}
