package org.ssos.clearinghouse.faults;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.db.Database;

/**
 * Readers, curators and visitors who send something in, all at once and steadily, over HTTP. Every answer is kept, and
 * everything that the site said yes to. Safe for use by many threads.
 */
public final class Traffic implements AutoCloseable {
    /** Where nobody answers, asking on takes the core that the site starts on. */
    private static final Duration OF_THE_REFUSED = Duration.ofMillis(150);

    /** After so many pages another visitor reads on, with another address. */
    private static final int PAGES_OF_ONE_READER = 20;

    /** How long everybody rests between what they do. */
    record Pace(Duration readers, Duration curators, Duration opinions, Duration suggestions) {
        /** For some minutes: as much as can be sent in before the site says that it is too much. */
        static final Pace BUSY =
                new Pace(Duration.ofMillis(15), Duration.ofMillis(40), Duration.ofMillis(40), Duration.ofSeconds(20));

        /** For an hour. */
        static final Pace STEADY =
                new Pace(Duration.ofMillis(15), Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(20));
    }

    enum Who {
        READER,
        CURATOR,
        SENDER
    }

    /**
     * @param from and until: nanoseconds of this process's clock
     * @param status 0 where none came
     * @param wrong what the page lacked; absent where it was right or no page
     */
    record Answer(
            Who who,
            String what,
            long from,
            long until,
            int status,
            @Nullable String wrong) {
        boolean isGood() {
            return status == 200 && wrong == null;
        }
    }

    /** @param expected stands on the page as long as the site knows what it should */
    private record Reading(String path, String expected) {}

    private static final List<Reading> READINGS = List.of(
            new Reading("/", "<h1"),
            new Reading("/search?q=multi-tiered+system+%d", "/initiatives/ca-mtss"),
            new Reading("/initiatives/ca-mtss", "<h1"),
            new Reading("/leas/0161119", "Alameda Unified"),
            new Reading("/api/v1/suggest?q=oakland", "Oakland"),
            new Reading("/search?q=attendance+guide+%d", "/resources/california-attendance-guide"),
            new Reading("/initiatives", "/initiatives/ccil"),
            new Reading("/resources/california-attendance-guide", "<h1"),
            new Reading("/api/v1/search?q=differentiated+assistance+%d", "\"results\""),
            new Reading("/leas?q=fresno", "Fresno"),
            new Reading("/changes", "<h1"));

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

    private final String url;
    private final Prepared prepared;
    private final Pace pace;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final CaseLedger steps = new CaseLedger();
    private final Queue<String> opinions = new ConcurrentLinkedQueue<>();
    private final Queue<String> suggestions = new ConcurrentLinkedQueue<>();
    private final ReentrantReadWriteLock acting = new ReentrantReadWriteLock(true);
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean over;

    /** @param url of the site, now and after each start */
    Traffic(String url, Prepared prepared, Pace pace) {
        this.url = url;
        this.prepared = prepared;
        this.pace = pace;
    }

    /** Lets them begin. */
    void begin(int readers, long seed) {
        for (int number = 0; number < readers; number++) begin(pace.readers(), reader(number));
        for (var curator : prepared.curators()) begin(pace.curators(), curator(curator, seed + curator.account()));
        begin(pace.opinions(), this::opine);
        begin(pace.suggestions(), this::suggest);
    }

    /** Does something again and again, with a rest between. */
    private void begin(Duration rest, BooleanSupplier work) {
        people.add(Thread.ofVirtual().start(() -> {
            while (!over) {
                boolean answered;
                acting.readLock().lock();
                try {
                    answered = over || work.getAsBoolean();
                } finally {
                    acting.readLock().unlock();
                }
                long until = System.nanoTime() + (answered ? rest : OF_THE_REFUSED).toNanos();
                while (!over && System.nanoTime() < until) {
                    LockSupport.parkNanos(Math.min(until - System.nanoTime(), OF_THE_REFUSED.toNanos()));
                }
            }
        }));
    }

    interface Work {
        void run() throws Exception;
    }

    /** Does something while nobody waits for an answer and nobody asks. */
    void still(Work work) throws Exception {
        acting.writeLock().lock();
        try {
            work.run();
        } finally {
            acting.writeLock().unlock();
        }
    }

    /** Whether this page is as it should be now. */
    boolean isServed(String path, String expected) {
        return read(new Browser(url), new Reading(path, expected)).isGood();
    }

    private BooleanSupplier reader(int number) {
        return new BooleanSupplier() {
            private Browser browser = new Browser(url);
            private int at = number;

            @Override
            public boolean getAsBoolean() {
                if (++at % PAGES_OF_ONE_READER == 0) browser = new Browser(url);
                var answer = read(browser, READINGS.get(at % READINGS.size()));
                answers.add(answer);
                return answer.status() != 0;
            }
        };
    }

    private Answer read(Browser browser, Reading reading) {
        long from = System.nanoTime();
        // Another number each time, so that no page that was kept answers.
        var path = reading.path().replace("%d", Long.toString(from));
        try {
            var page = browser.get(path);
            boolean right = page.statusCode() != 200 || page.body().contains(reading.expected());
            return answer(
                    Who.READER, reading.path(), from, page.statusCode(), right ? null : "lacks " + reading.expected());
        } catch (UncheckedIOException silence) {
            return answer(Who.READER, reading.path(), from, 0, null);
        }
    }

    private BooleanSupplier curator(Prepared.Curator curator, long seed) {
        var random = new Random(seed);
        long[] from = {0};
        var statuses = new IntConsumer() {
            private int last;

            @Override
            public void accept(int status) {
                answers.add(answer(Who.CURATOR, "/curate/cases", from[0], status, null));
                from[0] = System.nanoTime();
                last = status;
            }
        };
        var worker =
                new CaseWorker(curator.browser().at(url), curator.account(), curator.forms(), random, steps, statuses);
        var cases = prepared.cases();
        return () -> {
            var one = cases.get(random.nextInt(cases.size()));
            var title = "title: Busy " + random.nextInt(1_000_000);
            from[0] = System.nanoTime();
            worker.act(one, prepared.text(one).replaceFirst("(?m)^title: .*$", title));
            return statuses.last != 0;
        };
    }

    /** Whether the site takes something in and says so. */
    boolean takes() {
        int before = opinions.size();
        return opine() && opinions.size() > before;
    }

    /** Whether a form is refused for now, in words and with what was typed, while pages are served. */
    boolean isToldToComeBack() {
        var words = "Refused " + System.nanoTime();
        var answer = opinion(new Browser(url), words);
        if (answer.statusCode() == 303) opinions.add(words);
        return answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent()
                && answer.body().contains(words);
    }

    /** Says whether there was an answer. */
    private boolean opine() {
        var words = "Opinion " + System.nanoTime();
        return send("/feedback", browser -> opinion(browser, words), () -> opinions.add(words));
    }

    private static HttpResponse<String> opinion(Browser browser, String words) {
        String[] fields = {"entry", "ca-mtss", "say", "vote", "helpful", "yes", "words", words};
        return browser.fill("/feedback?entry=ca-mtss", "/feedback", fields);
    }

    private boolean suggest() {
        var title = "Suggested " + System.nanoTime();
        String[] fields = {
            "kind", "resource", "title", title, "link", "https://example.org/" + System.nanoTime(), "summary", "Helps."
        };
        return send(
                "/suggest",
                browser -> {
                    var first = browser.fill("/suggest?kind=resource", "/suggest", fields);
                    var seen = SEEN.matcher(first.body());
                    if (!seen.find()) return first;
                    var again = Arrays.copyOf(fields, fields.length + 2);
                    again[fields.length] = "seen";
                    again[fields.length + 1] = seen.group(1);
                    return browser.post("/suggest", again);
                },
                () -> suggestions.add(title));
    }

    private boolean send(String what, Function<Browser, HttpResponse<String>> form, Runnable accepted) {
        long from = System.nanoTime();
        try {
            var answer = form.apply(new Browser(url));
            answers.add(answer(Who.SENDER, what, from, answer.statusCode(), null));
            if (answer.statusCode() == 303) accepted.run();
            return true;
        } catch (UncheckedIOException silence) {
            answers.add(answer(Who.SENDER, what, from, 0, null));
            return false;
        }
    }

    private static Answer answer(Who who, String what, long from, int status, @Nullable String wrong) {
        return new Answer(who, what, from, System.nanoTime(), status, wrong);
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** How many changes the site said yes to. */
    int accepted() {
        return steps.size() + opinions.size() + suggestions.size();
    }

    /** Everything that the site said yes to and does not have, or has otherwise. */
    List<String> wrong(Database database) {
        var wrong = new ArrayList<>(steps.wrong(database, prepared.cases()));
        var kept = database.read(handle -> handle.createQuery("SELECT words FROM reader_note")
                .mapTo(String.class)
                .set());
        opinions.stream()
                .filter(words -> !kept.contains(words))
                .forEach(words -> wrong.add("Acknowledged and lost: " + words));
        var drafts = database.read(handle -> handle.createQuery("SELECT text FROM case_draft WHERE number = 1")
                .mapTo(String.class)
                .list());
        suggestions.stream()
                .filter(title -> drafts.stream().noneMatch(text -> text.contains(title)))
                .forEach(title -> wrong.add("Acknowledged and lost: " + title));
        return wrong;
    }

    /** How many answers of each status these people got, such as {@code 200: 512, 503: 3}. */
    static String statuses(List<Answer> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> (each.getKey() == 0 ? "none" : each.getKey()) + ": " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Sends everybody home and waits for their last answers. */
    @Override
    public void close() {
        over = true;
        for (var each : people) join(each);
        people.clear();
    }

    private static void join(Thread one) {
        try {
            one.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
