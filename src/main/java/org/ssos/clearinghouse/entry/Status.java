package org.ssos.clearinghouse.entry;

import org.jspecify.annotations.Nullable;

/** Whether the thing still runs. Ended things keep their address, with the reason and the successor. */
public record Status(
        State state,
        @Nullable String note,
        @Nullable PartialDate since,
        @Nullable EntryId successor) {
    public enum State {
        ACTIVE,
        UNCLEAR,
        ENDED,
        /** No source says; never written in a file. */
        UNSTATED;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Status orUnstated(@Nullable Status status) {
        return status == null ? new Status(State.UNSTATED, null, null, null) : status;
    }

    public boolean isEnded() {
        return state == State.ENDED;
    }
}
