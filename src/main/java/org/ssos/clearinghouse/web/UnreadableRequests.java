package org.ssos.clearinghouse.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers, in the same words as elsewhere, what is refused before it reaches us, such as a broken address. */
public final class UnreadableRequests extends ErrorHandler {
    private static final Logger log = LoggerFactory.getLogger(UnreadableRequests.class);

    /** A visitor's requests, and those that wait, grow fewer within seconds. */
    private static final String SECONDS_TO_WAIT = "5";

    private final ErrorPages errors;
    private final SecurityHeaders headers;
    private final Rejections rejections;

    public UnreadableRequests(ErrorPages errors, SecurityHeaders headers, Rejections rejections) {
        this.errors = errors;
        this.headers = headers;
        this.rejections = rejections;
    }

    /** Whatever the method, who sent it can read. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
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
        if (!Pace.hasSeen(request)) rejections.countAnswer(status);
        var path = Request.getPathInContext(request);
        var id = RequestId.of(request);
        log.debug("{} refused with {}", id, status);
        var answer = errors.refusal(status, path == null ? "/" : path, id);
        var fields = response.getHeaders();
        headers.set(path == null ? "/" : path, fields::put);
        fields.put(RequestId.HEADER, id);
        fields.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        fields.put(HttpHeader.CONTENT_LENGTH, answer.size());
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
        if (status == 429 || status == 503) fields.put(HttpHeader.RETRY_AFTER, SECONDS_TO_WAIT);
        response.write(true, ByteBuffer.wrap(answer.bytes()), callback);
    }
}
