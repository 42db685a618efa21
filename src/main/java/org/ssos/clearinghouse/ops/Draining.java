package org.ssos.clearinghouse.ops;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Stands before all requests and knows how many run. When the site stops, what runs is finished, and what is new is asked
 * to come again; only what watches the site is still answered.
 */
public final class Draining extends GracefulHandler {
    /** A start takes less. */
    private static final String RETRY_AFTER_SECONDS = "10";

    /** Refuses what is new from now on, and waits until what runs has ended, or for as long as the patience lasts. */
    public void finish(Duration patience) {
        try {
            shutdown().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException cutOff) {
            // The server ends what still runs.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var next = getHandler();
        if (!isShutdown() || next == null) return super.handle(request, response, callback);
        if (Request.getPathInContext(request).startsWith("/health/")) return next.handle(request, response, callback);
        response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        return true;
    }
}
