package org.ssos.clearinghouse.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of {@code ./clearinghouse bench fuzz}: some inputs for each target, and all that once went wrong. */
class FuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 150);

    /** Other tests run beside this one, so that only what hangs is told from what waits. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @ParameterizedTest
    @MethodSource("names")
    void nothing_that_is_typed_breaks_it(String name) throws Exception {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        var target = Targets.make(name);
        var trial = new Trial(target, LIMIT);
        trial.takeKnown();
        var random = new Random(seed);
        for (int i = 0; i < INPUTS; i++) trial.take(target.inputs().next(random));

        assertThat(trial.findings().stream()
                        .map(finding -> finding.trace() + "with: " + finding.input())
                        .collect(Collectors.joining("\n")))
                .as("findings of %s with -Dfuzz.seed=%d", name, seed)
                .isEmpty();
    }

    static Set<String> names() {
        return Targets.names();
    }
}
