package org.ssos.clearinghouse.ops;

import java.util.List;

/** Looks at one part of the site. It is never asked twice at the same time, and may take its time. */
interface Probe {
    /** One or two words, the same for good: alerts name it. */
    String name();

    /** Whether readers get no pages when it fails. */
    default boolean isNeededByReaders() {
        return false;
    }

    /** @throws Exception when it cannot even be looked at, which counts as failed */
    Found look() throws Exception;

    record Found(Check.State state, String reason, List<Figure> figures) {
        static Found ok(String reason, Figure... figures) {
            return new Found(Check.State.OK, reason, List.of(figures));
        }

        static Found warn(String reason, Figure... figures) {
            return new Found(Check.State.WARN, reason, List.of(figures));
        }

        static Found fail(String reason, Figure... figures) {
            return new Found(Check.State.FAIL, reason, List.of(figures));
        }
    }
}
