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
    private static final String ONE_VISITOR = "private, max-age=0, must-revalidate";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "org.ssos.clearinghouse.pages.generated");
    private final RecentBodies recent = new RecentBodies();
    private final Clock clock;

    /** How pages that are kept for a while served: how often one was at hand, how often not, and their bytes now. */
    public record Kept(long found, long made, long bytes) {}

    public Pages(Clock clock) {
        this.clock = clock;
    }

    /** Sends the template filled with the page. */
    public void show(Context ctx, String template, Object page) {
        send(ctx, made(ctx, template, () -> page));
    }

    /** Sends a page that nobody keeps a copy of, because it is about the visitor. */
    public void showUnstored(Context ctx, String template, Object page) {
        made(ctx, template, () -> page).sendUnstored(ctx);
    }

    /**
     * Sends a page that depends on nothing but its address, the day, the given version and the LEA that the visitor
     * chose; then it is made once for each of them and kept for a while. Somebody who has signed in gets one of their
     * own.
     */
    public void show(Context ctx, String version, String template, Supplier<?> page) {
        send(
                ctx,
                Visit.of(ctx) == null
                        ? recent.get(key(ctx, version), () -> made(ctx, template, page))
                        : made(ctx, template, page));
    }

    public Kept kept() {
        return recent.kept();
    }

    Body render(String template, Object page) {
        var output = new Utf8ByteOutput(USUAL_SIZE);
        templates.render(template, page, output);
        return new Body(Body.HTML, output.toByteArray());
    }

    private Body made(Context ctx, String template, Supplier<?> page) {
        return Visit.rendering(Visit.of(ctx), () -> Chosen.whileMaking(ctx, () -> render(template, page.get())));
    }

    /** Every page shows in its header what its visitor chose, and no other visitor may get it from a cache. */
    private static void send(Context ctx, Body body) {
        if (Visit.of(ctx) != null) {
            body.sendToOne(ctx);
            return;
        }
        body.sendTo(ctx);
        ctx.res().addHeader("Vary", "Cookie");
        if (Chosen.of(ctx) != null) ctx.header("Cache-Control", ONE_VISITOR);
    }

    private String key(Context ctx, String version) {
        var chosen = Chosen.of(ctx);
        var visitor = chosen == null ? "" : chosen.code();
        return version + ' ' + LocalDate.now(clock) + ' ' + visitor + ' ' + ctx.path() + '?' + ctx.queryString();
    }
}
