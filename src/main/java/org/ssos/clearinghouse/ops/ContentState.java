package org.ssos.clearinghouse.ops;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Broken;

/**
 * How the content of the running site is doing.
 *
 * @param broken what does not check, by file and line
 * @param unread why the folder or a change in it cannot be read; absent when it can
 * @param shownSince when what is shown now was put on the site, index included
 * @param indexOnDisk whether the index of what is shown lies in its folder
 */
public record ContentState(List<Since> broken, @Nullable String unread, Instant shownSince, boolean indexOnDisk) {
    /** @param since when the running site first met it */
    public record Since(Broken broken, Instant since) {}

    public ContentState {
        broken = List.copyOf(broken);
    }
}
