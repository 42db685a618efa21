package org.ssos.clearinghouse.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.ssos.clearinghouse.db.Database;

/**
 * What curators were told of the steps they took, to be held against what the site has kept. Safe for use by many
 * threads.
 */
public final class CaseLedger {
    /** @param seen the version of the case that it was taken on */
    private record Accepted(String caseId, long account, String step, int seen) {
        boolean isNote() {
            return step.startsWith("note-");
        }

        String line() {
            return caseId + " " + account + " " + step;
        }
    }

    private record Line(int version, String at, String who, String step) {}

    private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

    /** A step that the site said yes to. */
    public void accepted(String caseId, long account, String step, int seen) {
        accepted.add(new Accepted(caseId, account, step, seen));
    }

    /** A step whose answer was lost or said nothing of it: it may have been taken or not. */
    public void unanswered(String caseId) {
        unanswered.add(caseId);
    }

    /** How many steps were accepted. */
    public int size() {
        return accepted.size();
    }

    /** Everything of these cases that is not as it must be. */
    public List<String> wrong(Database database, List<String> cases) {
        var wrong = new ArrayList<String>();
        for (var caseId : cases) {
            var mine = accepted.stream()
                    .filter(each -> each.caseId().equals(caseId))
                    .toList();
            check(database, caseId, mine, wrong);
        }
        return wrong;
    }

    private void check(Database database, String caseId, List<Accepted> mine, List<String> wrong) {
        var history = database.read(handle -> handle.createQuery(
                        "SELECT version, at, coalesce(account_id, 'site') AS who, step FROM case_event"
                                + " WHERE case_id = ? ORDER BY id")
                .bind(0, caseId)
                .map((row, _) -> new Line(
                        row.getInt("version"), row.getString("at"), row.getString("who"), row.getString("step")))
                .list());
        checkSteps(caseId, mine, history, wrong);
        var versions = history.stream()
                .filter(line -> !line.step().startsWith("note-"))
                .map(Line::version)
                .toList();
        var withoutGap = IntStream.rangeClosed(1, versions.size()).boxed().toList();
        if (!versions.equals(withoutGap)) wrong.add("Versions with a gap: " + caseId + " " + versions);
        int version = database.read(handle -> handle.createQuery("SELECT version FROM vetting_case WHERE id = ?")
                .bind(0, caseId)
                .mapTo(Integer.class)
                .one());
        if (version != versions.size()) wrong.add("The case has another version: " + caseId);
        var seen =
                mine.stream().filter(each -> !each.isNote()).map(Accepted::seen).toList();
        if (seen.stream().distinct().count() != seen.size()) wrong.add("Two acted on the same version: " + caseId);
        checkTrail(database, caseId, history, wrong);
        checkDrafts(database, caseId, history, wrong);
    }

    /** Each step that was accepted stands in the history once, and nothing else does but what nobody was told of. */
    private void checkSteps(String caseId, List<Accepted> mine, List<Line> history, List<String> wrong) {
        Map<String, Integer> open = new HashMap<>();
        for (var line : history) {
            if (!line.who().equals("site")) open.merge(caseId + " " + line.who() + " " + line.step(), 1, Integer::sum);
        }
        for (var each : mine) {
            if (open.merge(each.line(), -1, Integer::sum) < 0) wrong.add("Acknowledged and lost: " + each.line());
        }
        int untold = open.values().stream()
                .filter(left -> left > 0)
                .mapToInt(left -> left)
                .sum();
        long asked = unanswered.stream().filter(caseId::equals).count();
        if (untold > asked) wrong.add("Done and never told: " + caseId + " " + open);
    }

    /** Each line of the history but the first stands in the audit trail as well, in the same order. */
    private static void checkTrail(Database database, String caseId, List<Line> history, List<String> wrong) {
        var trail = database.read(handle -> handle.createQuery(
                        "SELECT at || ' ' || coalesce(account_id, 'site') || ' ' || detail FROM audit"
                                + " WHERE target = ? AND outcome = 'done' ORDER BY id")
                .bind(0, "case " + caseId)
                .mapTo(String.class)
                .list());
        var expected = history.stream()
                .skip(1)
                .map(line -> line.at() + " " + line.who() + " " + line.step())
                .toList();
        if (!trail.equals(expected)) wrong.add("The audit trail differs from the history: " + caseId);
    }

    private static void checkDrafts(Database database, String caseId, List<Line> history, List<String> wrong) {
        var numbers = database.read(
                handle -> handle.createQuery("SELECT number FROM case_draft WHERE case_id = ? ORDER BY number")
                        .bind(0, caseId)
                        .mapTo(Integer.class)
                        .list());
        long edits = history.stream().filter(line -> line.step().equals("edit")).count();
        if (numbers.size() != edits + 1 || numbers.getLast() != numbers.size()) {
            wrong.add("A draft was lost: " + caseId + " " + numbers + ", " + edits + " edits");
        }
    }
}
