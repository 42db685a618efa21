package org.ssos.clearinghouse.ops;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.ssos.clearinghouse.search.Snapshots;

/** Searches the index, and holds what it finds against the catalog that it was made from. */
final class IndexProbe implements Probe {
    private final Snapshots snapshots;
    private final Supplier<ContentState> state;
    private final Clock clock;

    IndexProbe(Snapshots snapshots, Supplier<ContentState> state, Clock clock) {
        this.snapshots = snapshots;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public boolean isNeededByReaders() {
        return true;
    }

    @Override
    public Found look() {
        record Counts(int catalog, int index) {}
        var counts = snapshots.with(snapshot ->
                new Counts(snapshot.catalog().all().size(), snapshot.search().size()));
        var now = state.get();
        var age = Duration.between(now.shownSince(), clock.instant());
        var figures = new Figure[] {
            Figure.of("index.entries", "Entries that search finds", counts.index()),
            Figure.of("index.age.seconds", "How long ago the index that is searched was opened", age.toSeconds()),
            Figure.of(
                    "index.on.disk", "1 while the index of what is shown lies in its folder", now.indexOnDisk() ? 1 : 0)
        };
        if (counts.catalog() != counts.index()) {
            return Found.fail(
                    "Search finds " + counts.index() + " entries, but the site has " + counts.catalog()
                            + ". Stop the site, run ./clearinghouse index and start it again.",
                    figures);
        }
        if (!now.indexOnDisk()) {
            return Found.warn(
                    "Its folder is gone or holds another version. Search goes on with what is open; the next start or"
                            + " edit builds it again.",
                    figures);
        }
        return Found.ok("It finds all " + counts.index() + " entries. Opened " + Age.words(age) + " ago.", figures);
    }
}
