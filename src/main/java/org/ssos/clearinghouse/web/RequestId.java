package org.ssos.clearinghouse.web;

import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.server.Request;

/** The short number under which a request is found in the log; visitors read it out when something went wrong. */
final class RequestId {
    /** The name of the number in lines of the log. */
    static final String IN_LOG = "request";

    private static final String KEY = "request-id";
    static final String HEADER = "X-Request-Id";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private RequestId() {}

    /** The number of this request, which its answer bears from now on. */
    static String of(Context ctx) {
        String known = ctx.attribute(KEY);
        var id = known == null ? fresh() : known;
        ctx.attribute(KEY, id);
        ctx.header(HEADER, id);
        return id;
    }

    /** The number of this request, given to it when first asked for. */
    static String of(Request request) {
        if (request.getAttribute(KEY) instanceof String known) return known;
        var id = fresh();
        request.setAttribute(KEY, id);
        return id;
    }

    private static String fresh() {
        int bits = ThreadLocalRandom.current().nextInt();
        return HEX.toHexDigits((short) (bits >>> 16)) + '-' + HEX.toHexDigits((short) bits);
    }
}
