package org.ssos.clearinghouse.web;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** Gives each request its number, which every line has that is logged while it is worked on. */
final class Numbered extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        try (var _ = MDC.putCloseable(RequestId.IN_LOG, RequestId.of(request))) {
            return super.handle(request, response, callback);
        }
    }
}
