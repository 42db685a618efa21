package org.ssos.clearinghouse.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Bounds how many requests are worked on at once and how many wait for that; what cannot begin in time is refused with 503.
 * A place is free again as soon as the answer begins to leave: whoever reads it slowly holds nobody up. That is why this is
 * not the server's own QoSHandler, which gives a place back only when the last byte is gone. Waiting costs a virtual thread.
 */
final class Gate extends Handler.Wrapper {
    /** The attribute of a request that holds its place. */
    private static final String PLACE = Gate.class.getName();

    private final Semaphore places;
    private final int mostWaiting;
    private final Duration longestWait;

    Gate(int places, int mostWaiting, Duration longestWait) {
        this.places = new Semaphore(places, true);
        this.mostWaiting = mostWaiting;
        this.longestWait = longestWait;
    }

    /** How many requests wait now, more or less. */
    int waiting() {
        return places.getQueueLength();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (Door.isForOperators(request)) return super.handle(request, response, callback);
        if (!enter()) {
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
            return true;
        }
        var leaving = new Leaving(request, response);
        request.setAttribute(PLACE, leaving);
        try {
            return super.handle(request, leaving, callback);
        } finally {
            leaving.free();
        }
    }

    /** Gives the place of the request back before its answer begins; what is left of the work is done without one. */
    static void leave(HttpServletRequest request) {
        if (request.getAttribute(PLACE) instanceof Leaving place) place.free();
    }

    private boolean enter() throws InterruptedException {
        // Unlike the one without a time, this never passes those who wait.
        if (places.tryAcquire(0, TimeUnit.SECONDS)) return true;
        return waiting() < mostWaiting && places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An answer that frees its request's place with the first byte. */
    private final class Leaving extends Response.Wrapper {
        private final AtomicBoolean free = new AtomicBoolean();

        Leaving(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            free();
            super.write(last, bytes, callback);
        }

        void free() {
            if (free.compareAndSet(false, true)) places.release();
        }
    }
}
