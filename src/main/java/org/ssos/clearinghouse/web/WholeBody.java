package org.ssos.clearinghouse.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the whole body of a request before anything works on it, so that one who sends it slowly occupies no thread and no
 * place. The site takes nothing but forms: what is longer than its address allows, or of another type, is refused as soon as
 * that is known.
 */
final class WholeBody extends Handler.Wrapper {
    private static final Pattern FORM = Pattern.compile(
            "\\s*application/x-www-form-urlencoded\\s*(;\\s*charset=\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var length = request.getLength();
        if (length > BodySize.most(Request.getPathInContext(request))) {
            Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
            return true;
        }
        new Arrival(request, response, callback).take(true);
        return true;
    }

    private static boolean isForm(Request request) {
        var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null && FORM.matcher(type).matches();
    }

    /** Called by one thread after the other. */
    private final class Arrival implements Invocable.Task {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final int most;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);

        Arrival(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            most = BodySize.most(Request.getPathInContext(request));
        }

        /** More of it came. */
        @Override
        public void run() {
            take(false);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        /** @param mayBlock whether this thread may go on with the work */
        void take(boolean mayBlock) {
            while (true) {
                var chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    Response.writeError(request, response, callback, chunk.getFailure());
                    return;
                }
                keep(chunk);
                var refusal = refusal();
                if (refusal != null) {
                    Response.writeError(request, response, callback, refusal);
                    return;
                }
                if (chunk.isLast()) {
                    if (mayBlock) goOn();
                    else request.getComponents().getExecutor().execute(this::goOn);
                    return;
                }
            }
        }

        private void keep(Content.Chunk chunk) {
            var more = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(more);
            chunk.release();
            bytes.writeBytes(more);
        }

        private @Nullable Integer refusal() {
            if (bytes.size() > most) return HttpStatus.PAYLOAD_TOO_LARGE_413;
            return bytes.size() > 0 && !isForm(request) ? HttpStatus.UNSUPPORTED_MEDIA_TYPE_415 : null;
        }

        private void goOn() {
            var arrived = bytes.size() == 0 ? request : new Arrived(request, bytes.toByteArray());
            try {
                if (!WholeBody.super.handle(arrived, response, callback)) {
                    Response.writeError(arrived, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception failure) {
                Response.writeError(arrived, response, callback, failure);
            }
        }
    }

    /** A request whose body is here. */
    private static final class Arrived extends Request.Wrapper {
        private Content.@Nullable Chunk content;

        Arrived(Request request, byte[] bytes) {
            super(request);
            content = Content.Chunk.from(ByteBuffer.wrap(bytes), true);
        }

        @Override
        public Content.Chunk read() {
            var all = content;
            content = null;
            return all == null ? Content.Chunk.EOF : all;
        }

        @Override
        public void demand(Runnable demanded) {
            getContext().execute(demanded);
        }
    }
}
