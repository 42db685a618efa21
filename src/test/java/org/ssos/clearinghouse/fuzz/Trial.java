package org.ssos.clearinghouse.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries one target and remembers what went wrong, each way of going wrong once. Used by one thread. */
public final class Trial {
    /** Inputs that once went wrong, by target. */
    private static final Path KNOWN = Path.of("src/test/resources/fuzz");

    private static final String OURS = "org.ssos.clearinghouse";
    private static final int FRAMES = 3;

    private final Target target;
    private final long limit;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private long inputs;
    private long slowest;

    /**
     * What went wrong.
     *
     * @param kind the same for what most likely has the same cause
     * @param slow whether the answer was right, and late
     */
    public record Finding(String kind, boolean slow, String input, String trace) {}

    /** @param limit for one answer; a later one is a finding */
    public Trial(Target target, Duration limit) {
        this.target = target;
        this.limit = limit.toNanos();
    }

    public void take(String input) {
        inputs++;
        long start = System.nanoTime();
        var wrong = wrong(input);
        long took = System.nanoTime() - start;
        // Another program may have had the processor meanwhile.
        for (int i = 0; i < 2 && wrong == null && took > limit; i++) {
            start = System.nanoTime();
            wrong = wrong(input);
            took = Math.min(took, System.nanoTime() - start);
        }
        slowest = Math.max(slowest, took);
        if (wrong != null) {
            findings.putIfAbsent(kind(wrong), new Finding(kind(wrong), false, input, trace(wrong)));
        } else if (took > limit) {
            findings.putIfAbsent(
                    "slow", new Finding("slow", true, input, "An answer took " + took / 1_000_000 + " ms"));
        }
    }

    /** Takes every input that once went wrong. */
    public void takeKnown() throws IOException {
        var folder = KNOWN.resolve(target.name());
        if (!Files.isDirectory(folder)) return;
        try (var files = Files.list(folder)) {
            for (var file : files.sorted(Comparator.naturalOrder()).toList()) take(Files.readString(file));
        }
    }

    public long inputs() {
        return inputs;
    }

    public Duration slowest() {
        return Duration.ofNanos(slowest);
    }

    public List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    @SuppressWarnings("CatchThrowable") // running out of stack or memory is what is looked for
    private @Nullable Throwable wrong(String input) {
        try {
            target.reader().take(input);
            return null;
        } catch (Throwable wrong) {
            return wrong;
        }
    }

    private static String kind(Throwable wrong) {
        var cause = wrong;
        while (cause.getCause() != null) cause = cause.getCause();
        var message = cause instanceof AssertionError
                ? String.valueOf(cause.getMessage()).split(":", 2)[0]
                : "";
        return Stream.concat(
                        Stream.of(cause.getClass().getSimpleName() + message),
                        Arrays.stream(cause.getStackTrace())
                                .filter(frame -> frame.getClassName().startsWith(OURS))
                                .limit(FRAMES)
                                .map(StackTraceElement::toString))
                .collect(Collectors.joining(" at "));
    }

    private static String trace(Throwable wrong) {
        var text = new StringWriter();
        wrong.printStackTrace(new PrintWriter(text));
        return text.toString().lines().limit(60).collect(Collectors.joining("\n", "", "\n"));
    }
}
