package org.ssos.clearinghouse.bench;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.fuzz.Target;
import org.ssos.clearinghouse.fuzz.Targets;
import org.ssos.clearinghouse.fuzz.Trial;

/** What Jazzer calls. It chooses, and the choices make an input; so what it learns is which choices lead further. */
public final class FuzzedTarget {
    static final String NAME = "fuzz.target";
    static final String FOLDER = "fuzz.folder";
    static final String REPORT = "report.txt";

    private static final Duration LIMIT = Duration.ofSeconds(1);

    /** Nobody waits so long; what takes no end is written down by another thread. */
    private static final Duration HANGING = Duration.ofSeconds(20);

    private static @Nullable FuzzedTarget running;

    private final Path folder = Path.of(System.getProperty(FOLDER));
    private final Target target;
    private final Trial trial;
    private final long start;
    private volatile String current = "";
    private volatile long since = Long.MAX_VALUE;

    private FuzzedTarget() throws Exception {
        target = Targets.make(System.getProperty(NAME));
        trial = new Trial(target, LIMIT);
        trial.takeKnown();
        // The first may read all content before it answers; that is no hanging.
        trial.take(target.inputs().next(new Random(1)));
        start = System.nanoTime();
        Thread.ofPlatform().daemon().start(this::watch);
    }

    public static void fuzzerInitialize() throws Exception {
        running = new FuzzedTarget();
    }

    public static void fuzzerTestOneInput(FuzzedDataProvider choices) {
        var now = running();
        now.take(now.target.inputs().next(new Choices(choices)));
    }

    public static void fuzzerTearDown() throws IOException {
        running().report();
    }

    private static FuzzedTarget running() {
        return Objects.requireNonNull(running);
    }

    private void take(String input) {
        current = input;
        since = System.nanoTime();
        trial.take(input);
        since = Long.MAX_VALUE;
    }

    private void report() throws IOException {
        double seconds = (System.nanoTime() - start) / 1e9;
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d inputs in %.0f s, %.0f a second, slowest answer %d ms, %d findings%n",
                trial.inputs(),
                seconds,
                trial.inputs() / seconds,
                trial.slowest().toMillis(),
                trial.findings().size()));
        for (var finding : trial.findings()) {
            var name = finding.kind().replaceAll("[^A-Za-z].*", "") + "-"
                    + ContentFiles.sha256(finding.input()).substring(0, 12);
            Files.writeString(folder.resolve(name + ".txt"), finding.input());
            Files.writeString(folder.resolve(name + ".trace"), finding.trace());
            text.append("  ")
                    .append(folder.resolve(name))
                    .append(".txt: ")
                    .append(finding.kind())
                    .append('\n');
        }
        Files.writeString(folder.resolve(REPORT), text);
    }

    private void watch() {
        try {
            while (System.nanoTime() - since < HANGING.toNanos()) Thread.sleep(1_000);
            Files.writeString(
                    folder.resolve("hang-" + ContentFiles.sha256(current).substring(0, 12) + ".txt"), current);
        } catch (InterruptedException | IOException unexpected) {
            throw new IllegalStateException(unexpected);
        }
        Runtime.getRuntime().halt(1);
    }

    /** Zeros when all is chosen. */
    private record Choices(FuzzedDataProvider data) implements RandomGenerator {
        @Override
        public long nextLong() {
            return data.consumeLong();
        }

        @Override
        public int nextInt(int bound) {
            return data.consumeInt(0, bound - 1);
        }
    }
}
