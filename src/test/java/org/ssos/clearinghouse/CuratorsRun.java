package org.ssos.clearinghouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ssos.clearinghouse.CuratingSite.Member;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.faults.CaseLedger;
import org.ssos.clearinghouse.faults.CaseWorker;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.Case;

/**
 * Twenty curators who act at once on fifty cases, over HTTP, while the site publishes what they decide. Afterwards each
 * answer they got is held against the history, the audit trail and the drafts.
 */
public final class CuratorsRun {
    private static final int CURATORS = 20;
    private static final int CASES = 50;
    private static final Sender SENDER = new Sender("Olga Owner", "Elsewhere COE", null, null);
    private static final List<Role[]> ROLES = List.of(
            new Role[] {Role.CURATOR},
            new Role[] {Role.REVIEWER},
            new Role[] {Role.EDITOR},
            new Role[] {Role.LEAD_REVIEWER, Role.CURATOR},
            new Role[] {Role.REVIEWER, Role.CURATOR, Role.EDITOR});

    private final CuratingSite site;
    private final long seed;
    private final List<Member> members = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();
    private final CaseLedger ledger = new CaseLedger();
    private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>();

    /**
     * @param answers how many there were with each status
     * @param published how many decisions reached the site
     * @param wrong everything that is not as it must be
     */
    public record Found(Map<Integer, Long> answers, int published, List<String> wrong) {}

    private CuratorsRun(CuratingSite site, long seed) {
        this.site = site;
        this.seed = seed;
    }

    public static Found of(Duration time, long seed) throws Exception {
        return of(time, seed, _ -> {});
    }

    /** @param meanwhile is done once, beside the curators */
    static Found of(Duration time, long seed, Consumer<CuratingSite> meanwhile) throws Exception {
        try (var site = new CuratingSite(Clock.systemUTC())) {
            return new CuratorsRun(site, seed).run(time, meanwhile);
        }
    }

    private Found run(Duration time, Consumer<CuratingSite> meanwhile) throws Exception {
        for (int number = 0; number < CURATORS; number++) members.add(site.member(ROLES.get(number % ROLES.size())));
        for (int number = 0; number < CASES; number++) cases.add(opened(number));
        var end = Instant.now().plus(time);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, CURATORS)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> work(number, end)))
                    .toList();
            var beside = threads.submit(() -> meanwhile.accept(site));
            for (var each : all) each.get();
            beside.get();
        }
        CuratingSite.await(
                "the end of publishing",
                () -> site.publications().stream()
                                .noneMatch(row -> row.endsWith(" waiting") || row.endsWith(" writing"))
                        && unreported() == 0);
        return found();
    }

    private int unreported() {
        return site.database.read(handle -> handle.createQuery(
                        "SELECT count(*) FROM publication WHERE reported = 0 AND state IN ('done', 'conflict')")
                .mapTo(Integer.class)
                .one());
    }

    /** A third are changes of a few entries, which get in each other's way. */
    private Case opened(int number) {
        if (number % 3 == 0) {
            var entry = List.of("ca-mtss", "21csla", "ccil").get(number % 9 / 3);
            return site.change(Kind.INITIATIVE, new EntryId(entry), "Busy " + number, SENDER);
        }
        return site.suggested(number % 3 == 1 ? Kind.INITIATIVE : Kind.RESOURCE, "busy-" + number, "Elsewhere COE");
    }

    private void work(int number, Instant end) {
        var random = new Random(seed + number);
        var me = members.get(number);
        var forms = site.forms(members.get((number + 1) % CURATORS));
        var worker = new CaseWorker(me.browser(), me.person().account(), forms, random, ledger, this::count);
        while (Instant.now().isBefore(end)) {
            var one = cases.get(random.nextInt(CASES));
            worker.act(one.id(), text(one, number + "-" + random.nextInt(1_000_000)));
        }
    }

    private String text(Case one, String title) {
        return site.cases().text(one, 1).replaceFirst("(?m)^title: .*$", "title: Busy " + title);
    }

    private void count(int status) {
        answers.computeIfAbsent(status, _ -> new LongAdder()).increment();
    }

    private Found found() {
        var wrong = new ArrayList<String>();
        answers.forEach((status, count) -> {
            if (status == 0 || status >= 500) wrong.add(count + " answers with status " + status);
        });
        if (ledger.size() == 0) wrong.add("Nothing was accepted");
        wrong.addAll(ledger.wrong(site.database, cases.stream().map(Case::id).toList()));
        for (var one : cases) checkOrder(one, wrong);
        var all = new TreeMap<Integer, Long>();
        answers.forEach((status, count) -> all.put(status, count.sum()));
        var published = site.publications().stream()
                .filter(row -> row.endsWith(" done"))
                .count();
        return new Found(all, (int) published, wrong);
    }

    private void checkOrder(Case one, List<String> wrong) {
        var times = site.database.read(
                handle -> handle.createQuery("SELECT at FROM case_event WHERE case_id = ? ORDER BY id")
                        .bind(0, one.id())
                        .mapTo(String.class)
                        .list());
        if (!times.equals(times.stream().sorted().toList())) wrong.add("History out of order: " + one.id());
    }
}
