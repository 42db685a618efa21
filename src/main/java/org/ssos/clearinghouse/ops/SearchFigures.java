package org.ssos.clearinghouse.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.ssos.clearinghouse.search.SearchWatch;

/** Times searches, and counts those for words that found nothing. A page that was at hand is no search. */
final class SearchFigures implements SearchWatch {
    private final Timer timer;
    private final Counter forWords;
    private final Counter withoutHit;

    SearchFigures(MeterRegistry registry) {
        timer = Timer.builder("clearinghouse.search")
                .description("Time to search")
                .serviceLevelObjectives(RequestFigures.STEPS)
                .register(registry);
        forWords = Counter.builder("clearinghouse.searches.for.words")
                .description("Searches for words")
                .register(registry);
        withoutHit = Counter.builder("clearinghouse.searches.without.hit")
                .description("Searches for words that found nothing")
                .register(registry);
    }

    @Override
    public void searched(long nanoseconds, boolean words, int total) {
        timer.record(nanoseconds, TimeUnit.NANOSECONDS);
        if (!words) return;
        forWords.increment();
        if (total == 0) withoutHit.increment();
    }
}
