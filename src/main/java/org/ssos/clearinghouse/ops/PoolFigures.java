package org.ssos.clearinghouse.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.search.SearchThreads;
import org.ssos.clearinghouse.web.Pages;

/** How busy the site is, and what requests share: the connections to the database, the threads that search, the pages at hand. */
record PoolFigures(LongSupplier requests, Database database, SearchThreads searching, Pages pages)
        implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "requests.running", "Requests that are not answered yet", requests::getAsLong);
        gauge(
                registry,
                "database.reading",
                "Connections of the database that read",
                () -> database.load().reading());
        gauge(
                registry,
                "database.waiting.to.read",
                "Threads that wait for such a connection",
                () -> database.load().waitingToRead());
        gauge(
                registry,
                "database.waiting.to.write",
                "Threads that wait for their turn to write",
                () -> database.load().waitingToWrite());
        gauge(registry, "search.threads.busy", "Threads that search", searching::busy);
        gauge(registry, "search.waiting", "Searches that wait for a thread", searching::waiting);
        gauge(
                registry,
                "pages.kept.bytes",
                "Bytes of pages kept for a while",
                () -> pages.kept().bytes());
        counter(registry, "found", each -> each.kept().found());
        counter(registry, "made", each -> each.kept().made());
    }

    private static void gauge(MeterRegistry registry, String name, String what, Supplier<Number> value) {
        Gauge.builder(Metrics.PREFIX + name, value).description(what).register(registry);
    }

    private void counter(MeterRegistry registry, String outcome, ToDoubleFunction<Pages> value) {
        FunctionCounter.builder(Metrics.PREFIX + "pages.kept", pages, value)
                .description("Pages that may be kept: found at hand, or made")
                .tag("outcome", outcome)
                .register(registry);
    }
}
