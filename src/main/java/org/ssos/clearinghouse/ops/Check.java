package org.ssos.clearinghouse.ops;

import java.util.List;

/**
 * What a look at one part of the site found.
 *
 * @param reason in one or two sentences; never a secret
 */
public record Check(String name, State state, String reason, List<Figure> figures) {
    public enum State {
        OK(0),
        /** Somebody should look soon. */
        WARN(1),
        /** Something does not work now. */
        FAIL(2);

        private final int weight;

        State(int weight) {
            this.weight = weight;
        }

        /** As figures name it: the heavier, the worse. */
        int weight() {
            return weight;
        }
    }

    public Check {
        figures = List.copyOf(figures);
    }
}
