package org.ssos.clearinghouse.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Function;
import org.ssos.clearinghouse.content.Catalog;

/** The snapshot being served; replacing it never disturbs a request that holds the one before. Safe for many threads. */
public final class Snapshots implements Closeable {
    private volatile Snapshot current;

    public Snapshots(Snapshot first) {
        current = first;
    }

    /** Runs the work with one snapshot, which stays open until the work is done. */
    public <T> T with(Function<Snapshot, T> work) {
        while (true) {
            var snapshot = current;
            // Only when it was replaced and closed between the two lines is the newer one needed.
            if (!snapshot.search().acquire()) continue;
            try {
                return work.apply(snapshot);
            } finally {
                snapshot.search().release();
            }
        }
    }

    /** The catalog being served; a catalog needs no closing. */
    public Catalog catalog() {
        return current.catalog();
    }

    /** Serves the new snapshot from now on and closes the old one when its last request is done. */
    public synchronized void replace(Snapshot next) {
        var old = current;
        current = next;
        old.search().release();
    }

    @Override
    public synchronized void close() throws IOException {
        current.search().release();
    }
}
