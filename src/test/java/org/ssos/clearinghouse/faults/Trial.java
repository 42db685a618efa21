package org.ssos.clearinghouse.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.Setting;
import org.ssos.clearinghouse.SiteSettings;
import org.ssos.clearinghouse.TrialSite;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.faults.Traffic.Answer;
import org.ssos.clearinghouse.faults.Traffic.Who;

/**
 * One site in a process of its own, with people at work on it, to which something is done. What it takes of the machine is
 * given back when it is closed. For one thread.
 */
public final class Trial implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Prepared prepared;
    private final Java java;
    private final Map<String, String> environment;
    private final List<String> prefix;
    private final Traffic traffic;
    private final Disks disks = new Disks();
    private final List<long[]> downs = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private long downSince = System.nanoTime();
    private @Nullable SiteProcess site;

    /** Makes a process that runs a main class. */
    interface Java {
        ProcessBuilder running(String main, String... arguments) throws IOException;

        /** As it is, for a few starts. */
        static Java plain() {
            var options = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
            return (main, arguments) -> JavaProcess.command(options, main, arguments);
        }

        /** With little memory, and ready soon; what makes that possible is worth it for many starts. */
        static Java quick(Path scratch) {
            return (main, arguments) -> JavaProcess.quick(scratch, List.of("-Xmx256m"), main, arguments);
        }
    }

    /** What came of it; everything in words for the report. */
    public record Finding(
            String readers, String curators, List<String> log, List<String> story, int accepted, List<String> wrong) {}

    /**
     * @param folder where the site's folders are made
     * @param java makes the process that runs a main class
     * @param small the folders that get a disk of their own, with so much room left
     */
    Trial(
            Prepared prepared,
            Path folder,
            Java java,
            Traffic.Pace pace,
            Map<Setting, String> settings,
            List<String> prefix,
            Map<String, Integer> small)
            throws IOException {
        this.folder = Files.createDirectories(folder);
        this.prepared = prepared;
        this.java = java;
        this.prefix = prefix;
        int port = freePort();
        var all = new TreeMap<>(settings);
        all.put(Setting.PORT, Integer.toString(port));
        all.put(Setting.TRUSTED_PROXIES, "127.0.0.1");
        environment = SiteSettings.environment(folder, folder.resolve("content"), all);
        traffic = new Traffic("http://localhost:" + port, prepared, pace);
        for (var disk : small.entrySet()) disks.mount(folder.resolve(disk.getKey()), disk.getValue());
        prepared.copyTo(folder);
    }

    static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    Path content() {
        return folder.resolve("content");
    }

    Path index() {
        return folder.resolve("index");
    }

    Path data() {
        return folder.resolve("data");
    }

    Disks disks() {
        return disks;
    }

    /** Lets people begin, and waits until they are served. */
    void begin(int readers) throws Exception {
        start();
        traffic.begin(readers, System.nanoTime());
        pass(Duration.ofSeconds(1));
    }

    /** Starts the site and tells how long that took. */
    void start() throws IOException, SiteProcess.NotReady {
        var command = java.running(TrialSite.class.getName());
        command.environment().putAll(environment);
        var line = new ArrayList<>(prefix);
        line.addAll(command.command());
        command.command(line).redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
        long from = System.nanoTime();
        site = SiteProcess.start(command);
        downs.add(new long[] {downSince, System.nanoTime()});
        story.add("ready in " + Report.seconds(System.nanoTime() - from));
    }

    /** Whether it starts; where it does not, the last line that it said is told. */
    boolean starts() throws IOException {
        try {
            start();
            return true;
        } catch (SiteProcess.NotReady refused) {
            var last = lastWords();
            story.add("refused to start: \"" + last + "\"");
            if (last.startsWith("\t") || last.contains("Exception")) wrong.add("It said no reason in words: " + last);
            return false;
        }
    }

    /** Ends it at once, as a power cut does. */
    void kill() {
        downSince = System.nanoTime();
        running().kill();
        story.add("killed");
    }

    void stop() {
        downSince = System.nanoTime();
        if (!running().stop()) wrong.add("It did not stop by itself");
        story.add("stopped in " + Report.seconds(System.nanoTime() - downSince));
    }

    SiteProcess running() {
        return Objects.requireNonNull(site);
    }

    /** Lets everybody go on for a while. */
    void pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    Traffic traffic() {
        return traffic;
    }

    /** A command of the program, run beside the site on the same folders. */
    ProcessBuilder command(String main, String... arguments) throws IOException {
        var command = java.running(main, arguments);
        command.environment().putAll(environment);
        return command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling(folder.getFileName() + ".out").toFile()));
    }

    /** Somebody who may bring entries in. */
    String importer() {
        return prepared.curators().getFirst().email();
    }

    void tell(String what) {
        story.add(what);
    }

    /** Notes as wrong what does not come true in time. */
    void expect(String what, BooleanSupplier expected) {
        long from = System.nanoTime();
        if (await(expected)) story.add(what + " after " + Report.seconds(System.nanoTime() - from));
        else wrong.add("Waited in vain: " + what);
    }

    /** Waits until the site takes in what is sent and shows its pages. */
    void expectWell() {
        expect("well", () -> traffic.isServed("/initiatives/ca-mtss", "<h1") && traffic.takes());
    }

    void expectServed(String what, String path, String expected) {
        expect(what, () -> traffic.isServed(path, expected));
    }

    /** Changes an entry by hand, as an editor does. */
    void edit(String file, Function<String, String> change) throws IOException {
        var path = content().resolve(file);
        Files.writeString(path, change.apply(Files.readString(path)));
    }

    void moveClock(Duration off) {
        TrialSite.setClock(folder, off);
        story.add("clock " + off);
    }

    /** The database as another program opens it. */
    <T> T withDatabase(Function<Database, T> work) throws Exception {
        try (var database = Database.in(data())) {
            return work.apply(database);
        }
    }

    /** Sends everybody home, lets what was decided reach the site, stops it and looks at what is left. */
    Finding end() throws Exception {
        expectWell();
        traffic.close();
        expectPublished();
        stop();
        look();
        return found();
    }

    /** What was found of a site that does not come back. */
    Finding given() throws Exception {
        traffic.close();
        return found();
    }

    /** What the site said last, which is why it did not start. */
    String lastWords() throws IOException {
        var said = Files.exists(log()) ? Files.readAllLines(log()) : List.<String>of();
        return said.isEmpty() ? "nothing" : Report.shortened(said.getLast());
    }

    private Finding found() throws IOException {
        var answers = traffic.answers();
        judge(answers);
        return new Finding(
                seen(answers, Who.READER),
                seen(answers, Who.CURATOR) + "; senders " + seen(answers, Who.SENDER),
                Report.logged(log()),
                story,
                traffic.accepted(),
                wrong);
    }

    /** What must hold whenever nobody acts: what was acknowledged is there, and what was decided is in its file. */
    void look() throws Exception {
        withDatabase(database -> {
            wrong.addAll(traffic.wrong(database));
            wrong.addAll(integrity(database));
            checkFiles(database);
            return true;
        });
    }

    /** Kills the site, starts it again and looks at what is left of what was acknowledged. */
    void killAndLook() throws Exception {
        kill();
        traffic.still(() -> {
            start();
            expectPublished();
            look();
        });
    }

    private void expectPublished() throws Exception {
        withDatabase(database -> {
            expect("everything decided is published", () -> unended(database) == 0);
            return true;
        });
    }

    List<String> wrong() {
        return wrong;
    }

    int accepted() {
        return traffic.accepted();
    }

    static List<String> integrity(Database database) {
        return database
                .read(handle -> handle.createQuery("PRAGMA integrity_check")
                        .mapTo(String.class)
                        .list())
                .stream()
                .filter(line -> !line.equals("ok"))
                .map(line -> "integrity_check: " + line)
                .toList();
    }

    /** Decisions that are not on the site yet, and whose cases were not told. */
    static int unended(Database database) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM publication WHERE state = 'waiting'"
                        + " OR state = 'writing' OR reported = 0 AND state IN ('done', 'conflict')")
                .mapTo(Integer.class)
                .one());
    }

    /** What was published last of an entry is its file, unless somebody changed it by hand. */
    private void checkFiles(Database database) {
        var last = database.read(handle -> handle.createQuery(
                        "SELECT entry_id, kind, target_hash FROM publication WHERE id IN (SELECT max(id) FROM publication"
                                + " WHERE state = 'done' GROUP BY entry_id)")
                .map((row, _) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .list());
        for (var row : last) {
            var file = content()
                    .resolve(ContentFiles.fileOf(Kind.find(row.get(1)).orElseThrow(), new EntryId(row.get(0))));
            try {
                var text = Files.readString(file);
                if (!ContentFiles.sha256(text).equals(row.get(2)) && !text.contains("# by hand")) {
                    wrong.add("Decided, and not in the file: " + row.get(0));
                }
            } catch (IOException gone) {
                wrong.add("Decided, and the file is gone: " + row.get(0));
            }
        }
        if (!last.isEmpty()) story.add(last.size() + " entries published");
    }

    private void judge(List<Answer> answers) {
        var up = answers.stream().filter(answer -> !isDown(answer)).toList();
        var unserved = up.stream()
                .filter(answer -> answer.who() == Who.READER && !answer.isGood())
                .collect(Collectors.groupingBy(
                        answer -> answer.what() + " "
                                + (answer.wrong() != null
                                        ? answer.wrong()
                                        : answer.status() == 0 ? "no answer" : answer.status()),
                        TreeMap::new,
                        Collectors.counting()));
        unserved.forEach((what, times) -> wrong.add("Readers were not served, " + times + " times: " + what));
        long bare = up.stream()
                .filter(answer -> answer.who() != Who.READER && answer.status() == 500)
                .count();
        if (bare > 0) wrong.add("Told only that something went wrong: " + bare + " writers");
        if (answers.stream().noneMatch(Answer::isGood)) wrong.add("Nobody was served at all");
    }

    private String seen(List<Answer> answers, Who who) {
        var theirs = answers.stream().filter(answer -> answer.who() == who).toList();
        var up = theirs.stream().filter(answer -> !isDown(answer)).toList();
        var text = Traffic.statuses(up);
        if (who == Who.READER) text += "; longest without an answer " + Report.seconds(longestGap(up));
        if (up.size() < theirs.size()) text += "; " + (theirs.size() - up.size()) + " while it did not run";
        return text;
    }

    /** The longest time in which it ran and no reader got what they wanted. */
    private long longestGap(List<Answer> up) {
        long longest = 0;
        long last = 0;
        var sorted = up.stream()
                .filter(Answer::isGood)
                .sorted(Comparator.comparingLong(Answer::until))
                .toList();
        for (var answer : sorted) {
            long from = last;
            long until = answer.until();
            boolean down = downs.stream().anyMatch(each -> each[0] < until && each[1] > from);
            if (last != 0 && !down) longest = Math.max(longest, until - from);
            last = until;
        }
        return longest;
    }

    private boolean isDown(Answer answer) {
        return downs.stream().anyMatch(down -> down[0] < answer.until() && down[1] > answer.from());
    }

    private static boolean await(BooleanSupplier expected) {
        var end = Instant.now().plus(PATIENCE);
        while (!expected.getAsBoolean()) {
            if (Instant.now().isAfter(end)) return false;
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return true;
    }

    private Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    @Override
    public void close() throws IOException {
        traffic.close();
        if (site != null) site.kill();
        disks.close();
        Prepared.delete(folder);
        Files.deleteIfExists(log());
    }

    /** Appends to a file without any of the site's knowing. */
    static void append(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
