package org.ssos.clearinghouse.web;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** How much was refused since the start, by kind. Safe for use by many threads. */
public final class Rejections {
    /** Why something was refused. */
    public enum Kind {
        /** An address, a parameter or a header that cannot be read. */
        UNREADABLE,
        /** Something that this visitor may not do, or that another site sent. */
        FORBIDDEN,
        /** A method that the address does not take. */
        METHOD,
        /** An address, a header or a body beyond its bound. */
        TOO_LARGE,
        /** A body that is no form of ours. */
        WRONG_TYPE,
        /** A form that was not filled in as it should be. */
        INVALID,
        /** More from one visitor than the site takes. */
        TOO_MANY,
        /** More from all visitors than the site can work on. */
        BUSY,
        /** A connection that was cut because hardly anything came or went on it. */
        SLOW,
        /** A connection that was closed at once because its address has too many already. */
        CROWDED
    }

    private final Map<Kind, LongAdder> counts;

    public Rejections() {
        var each = new EnumMap<Kind, LongAdder>(Kind.class);
        for (var kind : Kind.values()) each.put(kind, new LongAdder());
        counts = Collections.unmodifiableMap(each);
    }

    public long of(Kind kind) {
        return adder(kind).sum();
    }

    void count(Kind kind) {
        adder(kind).increment();
    }

    /** Counts an answer with this status, where the status means that something was refused. */
    void countAnswer(int status) {
        kind(status).ifPresent(this::count);
    }

    private LongAdder adder(Kind kind) {
        return java.util.Objects.requireNonNull(counts.get(kind));
    }

    private static Optional<Kind> kind(int status) {
        return switch (status) {
            case 400 -> Optional.of(Kind.UNREADABLE);
            case 403 -> Optional.of(Kind.FORBIDDEN);
            case 405, 501 -> Optional.of(Kind.METHOD);
            case 413, 414, 431 -> Optional.of(Kind.TOO_LARGE);
            case 415 -> Optional.of(Kind.WRONG_TYPE);
            case 422 -> Optional.of(Kind.INVALID);
            case 429 -> Optional.of(Kind.TOO_MANY);
            case 503 -> Optional.of(Kind.BUSY);
            default -> Optional.empty();
        };
    }
}
