package org.ssos.clearinghouse.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers, in the same words as elsewhere, what the server refuses before it reaches us, such as a broken address. */
public final class UnreadableRequests extends ErrorHandler {
    private final ErrorPages errors;

    public UnreadableRequests(ErrorPages errors) {
        this.errors = errors;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback)
            throws IOException {
        SecurityHeaders.set(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Body.HTML);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(errors.page(status).bytes()), callback);
    }
}
