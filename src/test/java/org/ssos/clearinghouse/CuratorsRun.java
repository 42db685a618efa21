package org.ssos.clearinghouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ssos.clearinghouse.CuratingSite.Member;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.Case;

/**
 * Twenty curators who act at once on fifty cases, over HTTP, while the site publishes what they decide. Afterwards each
 * answer they got is held against the history, the audit trail and the drafts.
 */
public final class CuratorsRun {
    private static final int CURATORS = 20;
    private static final int CASES = 50;
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern STEP = Pattern.compile("\\?done=([a-z-]+)$");
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
    private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>();

    /**
     * @param answers how many there were with each status
     * @param published how many decisions reached the site
     * @param wrong everything that is not as it must be
     */
    public record Found(Map<Integer, Long> answers, int published, List<String> wrong) {}

    /**
     * A step that was accepted.
     *
     * @param seen the version of the case that it was taken on
     */
    private record Accepted(String caseId, Member by, String step, int seen) {
        boolean isNote() {
            return step.startsWith("note-");
        }

        @Override
        public String toString() {
            return caseId + " " + by.person().account() + " " + step;
        }
    }

    private CuratorsRun(CuratingSite site, long seed) {
        this.site = site;
        this.seed = seed;
    }

    public static Found of(Duration time, long seed) throws Exception {
        try (var site = new CuratingSite(Clock.systemUTC())) {
            return new CuratorsRun(site, seed).run(time);
        }
    }

    private Found run(Duration time) throws Exception {
        for (int number = 0; number < CURATORS; number++) members.add(site.member(ROLES.get(number % ROLES.size())));
        for (int number = 0; number < CASES; number++) cases.add(opened(number));
        var end = Instant.now().plus(time);
        var accepted = new ArrayList<Accepted>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, CURATORS)
                    .<Future<List<Accepted>>>mapToObj(number -> threads.submit(() -> work(number, end)))
                    .toList();
            for (var each : all) accepted.addAll(each.get());
        }
        CuratingSite.await(
                "the end of publishing",
                () -> site.publications().stream()
                                .noneMatch(row -> row.endsWith(" waiting") || row.endsWith(" writing"))
                        && unreported() == 0);
        return found(accepted);
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

    private List<Accepted> work(int number, Instant end) {
        var random = new Random(seed + number);
        var me = members.get(number);
        var forms = new TreeMap<>(site.forms(members.get((number + 1) % CURATORS)));
        var names = List.copyOf(forms.keySet());
        var mine = new ArrayList<Accepted>();
        while (Instant.now().isBefore(end)) {
            var one = cases.get(random.nextInt(CASES));
            var path = "/curate/cases/" + one.id();
            var page = me.browser().get(path);
            count(page.statusCode());
            var version = VERSION.matcher(page.body());
            if (!version.find()) continue;
            int seen = Integer.parseInt(version.group(1));
            // What the page offers, most of the time.
            var offered = names.stream()
                    .filter(name -> page.body().contains(path + "/" + name + "\""))
                    .toList();
            var choice = offered.isEmpty() || random.nextInt(5) == 0 ? names : offered;
            var name = choice.get(random.nextInt(choice.size()));
            var fields = new ArrayList<>(Objects.requireNonNull(forms.get(name)));
            if (name.equals("draft")) fields.set(1, text(one, number + "-" + random.nextInt(1_000_000)));
            fields.addAll(List.of("version", String.valueOf(seen)));
            var answer = me.browser().post(path + "/" + name, fields.toArray(String[]::new));
            count(answer.statusCode());
            var step = STEP.matcher(answer.headers().firstValue("Location").orElse(""));
            if (step.find()) mine.add(new Accepted(one.id(), me, step.group(1), seen));
        }
        return mine;
    }

    private String text(Case one, String title) {
        return site.cases().text(one, 1).replaceFirst("(?m)^title: .*$", "title: Busy " + title);
    }

    private void count(int status) {
        answers.computeIfAbsent(status, _ -> new LongAdder()).increment();
    }

    private Found found(List<Accepted> accepted) {
        var wrong = new ArrayList<String>();
        answers.forEach((status, count) -> {
            if (status >= 500) wrong.add(count + " answers with status " + status);
        });
        if (accepted.isEmpty()) wrong.add("Nothing was accepted");
        for (var one : cases) {
            check(
                    one,
                    accepted.stream()
                            .filter(each -> each.caseId().equals(one.id()))
                            .toList(),
                    wrong);
        }
        var all = new TreeMap<Integer, Long>();
        answers.forEach((status, count) -> all.put(status, count.sum()));
        var published = site.publications().stream()
                .filter(row -> row.endsWith(" done"))
                .count();
        return new Found(all, (int) published, wrong);
    }

    private record Line(int version, String at, String who, String step) {}

    private void check(Case one, List<Accepted> accepted, List<String> wrong) {
        var history = site.database.read(handle -> handle.createQuery(
                        "SELECT version, at, coalesce(account_id, 'site') AS who, step FROM case_event"
                                + " WHERE case_id = ? ORDER BY id")
                .bind(0, one.id())
                .map((row, _) -> new Line(
                        row.getInt("version"), row.getString("at"), row.getString("who"), row.getString("step")))
                .list());
        var byPeople = history.stream()
                .filter(line -> !line.who().equals("site"))
                .map(line -> one.id() + " " + line.who() + " " + line.step())
                .sorted()
                .toList();
        if (!byPeople.equals(accepted.stream().map(Accepted::toString).sorted().toList())) {
            wrong.add("Answers and history differ: " + one.id());
        }
        var versions = history.stream()
                .filter(line -> !line.step().startsWith("note-"))
                .map(Line::version)
                .toList();
        var withoutGap = IntStream.rangeClosed(1, versions.size()).boxed().toList();
        if (!versions.equals(withoutGap)) wrong.add("Versions with a gap: " + one.id() + " " + versions);
        if (site.now(one).version() != versions.size()) wrong.add("The case has another version: " + one.id());
        var times = history.stream().map(Line::at).toList();
        if (!times.equals(times.stream().sorted().toList())) wrong.add("History out of order: " + one.id());
        var seen = accepted.stream()
                .filter(each -> !each.isNote())
                .map(Accepted::seen)
                .toList();
        if (seen.stream().distinct().count() != seen.size()) wrong.add("Two acted on the same version: " + one.id());
        checkTrail(one, history, wrong);
        checkDrafts(one, accepted, wrong);
    }

    /** Each line of the history but the first stands in the audit trail as well, in the same order. */
    private void checkTrail(Case one, List<Line> history, List<String> wrong) {
        var trail = site.database.read(handle -> handle.createQuery(
                        "SELECT at || ' ' || coalesce(account_id, 'site') || ' ' || detail FROM audit"
                                + " WHERE target = ? AND outcome = 'done' ORDER BY id")
                .bind(0, "case " + one.id())
                .mapTo(String.class)
                .list());
        var expected = history.stream()
                .skip(1)
                .map(line -> line.at() + " " + line.who() + " " + line.step())
                .toList();
        if (!trail.equals(expected)) wrong.add("The audit trail differs from the history: " + one.id());
    }

    private void checkDrafts(Case one, List<Accepted> accepted, List<String> wrong) {
        var numbers = site.database.read(
                handle -> handle.createQuery("SELECT number FROM case_draft WHERE case_id = ? ORDER BY number")
                        .bind(0, one.id())
                        .mapTo(Integer.class)
                        .list());
        long edits =
                accepted.stream().filter(each -> each.step().equals("edit")).count();
        if (numbers.size() != edits + 1 || numbers.getLast() != numbers.size()) {
            wrong.add("A draft was lost: " + one.id() + " " + numbers + ", " + edits + " edits");
        }
    }
}
