package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A real program, killed while it publishes. {@code ./clearinghouse bench crash} does it 200 times. */
class CrashTest {
    private static final long SEED = System.nanoTime();

    @TempDir
    static Path folder;

    private static CrashRuns runs;

    @BeforeAll
    static void prepare() throws Exception {
        runs = new CrashRuns(folder, SEED);
    }

    @AfterAll
    static void end() throws Exception {
        runs.close();
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_lost_at_any_step() {
        var steps = CrashRuns.steps();
        return IntStream.range(0, steps.size())
                .mapToObj(number -> DynamicTest.dynamicTest(
                        steps.get(number),
                        () -> assertThat(runs.at(steps.get(number), number % 2 == 1))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_lost_at_any_moment() {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(number -> DynamicTest.dynamicTest(
                        "kill " + number + " of seed " + SEED,
                        () -> assertThat(runs.anywhere()).as("seed " + SEED).isEmpty()));
    }
}
