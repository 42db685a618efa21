package org.ssos.clearinghouse.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Turns a page record into an HTML answer. Safe for use by many threads. */
public final class Pages {
    private static final int USUAL_SIZE = 48 * 1024;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "org.ssos.clearinghouse.pages.generated");
    private final RecentBodies recent = new RecentBodies();
    private final Clock clock;

    public Pages(Clock clock) {
        this.clock = clock;
    }

    /** Sends the template filled with the page. */
    public void show(Context ctx, String template, Object page) {
        render(template, page).sendTo(ctx);
    }

    /**
     * Sends a page that depends on nothing but its address, the day and the given version; then it is made once and
     * kept for a while.
     */
    public void show(Context ctx, String version, String template, Supplier<?> page) {
        recent.get(key(ctx, version), () -> render(template, page.get())).sendTo(ctx);
    }

    Body render(String template, Object page) {
        var output = new Utf8ByteOutput(USUAL_SIZE);
        templates.render(template, page, output);
        return new Body(Body.HTML, output.toByteArray());
    }

    private String key(Context ctx, String version) {
        return version + ' ' + LocalDate.now(clock) + ' ' + ctx.path() + '?' + ctx.queryString();
    }
}
