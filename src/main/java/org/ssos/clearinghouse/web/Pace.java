package org.ssos.clearinghouse.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Rejections.Kind;

/**
 * Cuts connections off on which a request arrives, or an answer leaves, so slowly that it can only be meant to hold us up. The
 * server's own time limits begin anew with each byte, so one byte a second would go on for ever. A connection that waits for
 * the next request is left alone here, and so is one whose request we work on.
 */
final class Pace extends EventsHandler {
    private static final String KEY = Pace.class.getName();
    private static final int BYTES_A_SECOND = 1024;
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Duration patience;
    private final Rejections rejections;
    private @Nullable AbstractConnector connector;
    private Scheduler.@Nullable Task next;

    /** @param patience how long it may take until a request or an answer is through, or until a kilobyte a second is */
    Pace(Duration patience, Rejections rejections) {
        this.patience = patience;
        this.rejections = rejections;
    }

    /** Watches these connections from its start to its stop. */
    void watch(AbstractConnector connections) {
        connector = connections;
    }

    /** Whether the request came through here, and its answer is counted here. */
    static boolean hasSeen(Request request) {
        return request.getConnectionMetaData().getAttribute(KEY) instanceof Course course && course.isUnderWay();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookAgainLater();
    }

    @Override
    protected void doStop() throws Exception {
        var task = next;
        if (task != null) task.cancel();
        super.doStop();
    }

    @Override
    protected void onBeforeHandling(Request request) {
        course(request.getConnectionMetaData()).begins();
    }

    @Override
    protected void onRequestRead(Request request, Content.@Nullable Chunk chunk) {
        if (chunk != null && chunk.isLast())
            course(request.getConnectionMetaData()).hasArrived();
    }

    @Override
    protected void onResponseBegin(Request request, int status, HttpFields headers) {
        if (request.getConnectionMetaData() instanceof Connection connection) {
            course(request.getConnectionMetaData()).leaves(connection.getBytesOut(), System.nanoTime());
        }
    }

    @Override
    protected void onComplete(Request request, int status, HttpFields headers, @Nullable Throwable failure) {
        rejections.countAnswer(status);
        if (request.getConnectionMetaData() instanceof Connection connection) {
            course(request.getConnectionMetaData()).rests(connection.getBytesIn());
        }
    }

    private void look() {
        var watched = connector;
        if (watched == null || !isRunning()) return;
        for (var endPoint : watched.getConnectedEndPoints()) {
            var connection = endPoint.getConnection();
            if (connection instanceof ConnectionMetaData about
                    && course(about).isTooSlow(connection, System.nanoTime(), patience)) {
                rejections.count(Kind.SLOW);
                endPoint.close(new TimeoutException("Hardly anything came or went"));
            }
        }
        lookAgainLater();
    }

    private void lookAgainLater() {
        next = getServer().getScheduler().schedule(this::look, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Course course(ConnectionMetaData connection) {
        if (connection.getAttribute(KEY) instanceof Course known) return known;
        var course = new Course();
        connection.setAttribute(KEY, course);
        return course;
    }

    /** What goes on on one connection. */
    private static final class Course {
        private enum State {
            /** Nothing, or a request that is not yet here. */
            ARRIVING,
            AT_WORK,
            LEAVING
        }

        private State state = State.ARRIVING;
        private boolean underWay;

        /** When the first byte of it was seen, or when enough of it last came or went; zero before that. */
        private long since;

        private long bytesBefore;

        synchronized boolean isUnderWay() {
            return underWay;
        }

        synchronized void begins() {
            underWay = true;
        }

        synchronized void hasArrived() {
            state = State.AT_WORK;
        }

        synchronized void leaves(long bytesOut, long now) {
            state = State.LEAVING;
            since = now;
            bytesBefore = bytesOut;
        }

        synchronized void rests(long bytesIn) {
            underWay = false;
            state = State.ARRIVING;
            since = 0;
            bytesBefore = bytesIn;
        }

        synchronized boolean isTooSlow(Connection connection, long now, Duration patience) {
            if (state == State.AT_WORK) return false;
            var bytes = (state == State.LEAVING ? connection.getBytesOut() : connection.getBytesIn()) - bytesBefore;
            if (state == State.ARRIVING && bytes <= 0) return false;
            if (since == 0) since = now;
            if (now - since < patience.toNanos()) return false;
            since = now;
            bytesBefore += bytes;
            return bytes < patience.toMillis() * BYTES_A_SECOND / 1000;
        }
    }
}
