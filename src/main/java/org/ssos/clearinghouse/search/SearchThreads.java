package org.ssos.clearinghouse.search;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * As many threads as there are cores, which search and nothing else. Lucene keeps its analyzers by thread: a request's
 * own short-lived thread would build them anew each time, and more searches at once than cores only wait for each other.
 */
public final class SearchThreads implements AutoCloseable {
    private final ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("search-", 1).factory());

    /** Waits for the answer; what goes wrong in the work goes wrong here. */
    <T> T answer(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException unchecked) throw unchecked;
            throw new IllegalStateException("The search failed", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The search was interrupted", stopped);
        }
    }

    /** How many search now. */
    public int busy() {
        return threads.getActiveCount();
    }

    /** How many searches wait for a thread. */
    public int waiting() {
        return threads.getQueue().size();
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
