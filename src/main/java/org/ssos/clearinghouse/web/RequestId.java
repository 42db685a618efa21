package org.ssos.clearinghouse.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** The short number under which a request is found in the log; visitors read it out when something went wrong. */
final class RequestId {
    private static final String KEY = "request-id";
    private static final String HEADER = "X-Request-Id";

    private RequestId() {}

    /** The number of this request, given to it when first asked for. */
    static String of(Context ctx) {
        String known = ctx.attribute(KEY);
        if (known != null) return known;
        var id = fresh();
        ctx.attribute(KEY, id);
        ctx.header(HEADER, id);
        return id;
    }

    static String fresh() {
        var bits = ThreadLocalRandom.current().nextInt();
        return String.format(Locale.ROOT, "%04X-%04X", bits >>> 16, bits & 0xffff);
    }
}
