package org.ssos.clearinghouse.ops;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.Closeable;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.search.SearchWatch;

/**
 * The figures of the running site, in the text form of Prometheus. None of them is about a single person, and none holds
 * anything that somebody typed. Safe for use by many threads.
 */
public final class Metrics implements Closeable {
    static final String PREFIX = "clearinghouse.";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RequestFigures requests = new RequestFigures(registry);
    private final SearchFigures searches = new SearchFigures(registry);
    private final ReentrantLock changing = new ReentrantLock();
    private boolean closed;
    private @Nullable MachineFigures machine;

    /** What is told of each search. */
    public SearchWatch searches() {
        return searches;
    }

    /** Begins to listen to what the Java machine says of itself; that costs a moment, so not while a visitor waits. */
    void watchMachine() {
        changing.lock();
        try {
            if (!closed) machine = new MachineFigures(registry);
        } finally {
            changing.unlock();
        }
    }

    void count(Context ctx, float milliseconds) {
        requests.count(ctx, milliseconds);
    }

    MeterRegistry registry() {
        return registry;
    }

    /** All figures, as Prometheus reads them. */
    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        changing.lock();
        try {
            closed = true;
            if (machine != null) machine.close();
            registry.close();
        } finally {
            changing.unlock();
        }
    }
}
