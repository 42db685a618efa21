package org.ssos.clearinghouse.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Supplier;
import org.ssos.clearinghouse.content.Catalog;

/**
 * Looks at the content. Pages come from what was read last, so a folder that cannot be read is worth a warning and keeps
 * nobody from reading.
 */
final class ContentProbe implements Probe {
    private final Supplier<ContentState> state;
    private final Supplier<Catalog> catalog;
    private final Clock clock;

    ContentProbe(Supplier<ContentState> state, Supplier<Catalog> catalog, Clock clock) {
        this.state = state;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "content";
    }

    @Override
    public boolean isNeededByReaders() {
        return true;
    }

    @Override
    public Found look() {
        var now = state.get();
        var entries = catalog.get().all().size();
        var files = now.broken().stream()
                .map(each -> each.broken().problem().file())
                .distinct()
                .count();
        var figures = new Figure[] {
            Figure.of("content.entries", "Entries on the site", entries),
            Figure.of("content.problem.files", "Content files that do not check", files),
            Figure.of(
                    "content.unread",
                    "1 while the content folder or a change in it cannot be read",
                    now.unread() == null ? 0 : 1),
            Figure.of(
                    "content.shown.seconds",
                    "How long ago what is shown was put on the site",
                    Duration.between(now.shownSince(), clock.instant()).toSeconds())
        };
        if (entries == 0) return Found.fail("There is no entry on the site.", figures);
        if (now.unread() != null) {
            return Found.warn(
                    "What is in the content folder cannot be read, so the site shows what it read last. "
                            + now.unread(),
                    figures);
        }
        if (files == 0)
            return Found.ok(
                    Age.counted(entries, "entry").replace("entrys", "entries") + ". Every file checks.", figures);
        var first = now.broken().stream()
                .map(ContentState.Since::since)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> Instant.now(clock));
        return Found.warn(
                Age.counted(files, "file") + (files == 1 ? " does" : " do") + " not check, the first for "
                        + Age.words(Duration.between(first, clock.instant()))
                        + ". The last good text of each stays on the site where there is one.",
                figures);
    }
}
