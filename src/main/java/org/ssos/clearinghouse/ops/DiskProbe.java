package org.ssos.clearinghouse.ops;

import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.ssos.clearinghouse.ops.Check.State;

/** Looks at the free space of the folders that the site writes to. */
final class DiskProbe implements Probe {
    private static final long MIB = 1 << 20;

    /** A publication, its index and its log need a few; a nightly backup needs more. */
    private static final long TOO_LITTLE = 100 * MIB;

    private static final long LITTLE = 1024 * MIB;
    private static final int LITTLE_PERCENT = 5;

    private final Map<String, Path> folders;

    /** @param folders by what they are called */
    DiskProbe(Map<String, Path> folders) {
        this.folders = Map.copyOf(folders);
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Found look() throws IOException {
        var figures = new ArrayList<Figure>();
        var state = State.OK;
        long least = Long.MAX_VALUE;
        var tight = new ArrayList<String>();
        for (var folder :
                folders.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            var store = Files.getFileStore(existing(folder.getValue()));
            long free = store.getUsableSpace();
            var space = state(free, store.getTotalSpace());
            if (space.compareTo(state) > 0) state = space;
            if (space != State.OK) tight.add(folder.getKey());
            least = Math.min(least, free);
            figures.add(new Figure(
                    "disk.free.bytes", Tags.of("folder", folder.getKey()), "Space that the site may still fill", free));
        }
        var words = state == State.OK
                ? "At least " + size(least) + " are free."
                : "Only " + size(least) + " are free for " + String.join(", ", tight)
                        + (state == State.FAIL ? ". Soon nothing can be kept any more." : ".");
        return new Found(state, words, figures);
    }

    /** How it stands with so many bytes free of so many altogether. */
    static State state(long free, long total) {
        if (free < TOO_LITTLE) return State.FAIL;
        return free < LITTLE || free < total / 100 * LITTLE_PERCENT ? State.WARN : State.OK;
    }

    private static String size(long bytes) {
        return bytes < LITTLE ? bytes / MIB + " MiB" : String.format(Locale.ROOT, "%.1f GiB", bytes / 1024.0 / MIB);
    }

    /** The index may be deleted at any time; its disk is that of the folder around it. */
    private static Path existing(Path folder) {
        var path = folder.toAbsolutePath();
        while (!Files.exists(path)) {
            var parent = path.getParent();
            if (parent == null) return path;
            path = parent;
        }
        return path;
    }
}
