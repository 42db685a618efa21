package org.ssos.clearinghouse.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.EndpointNotFound;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.validation.ValidationException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns everything that goes wrong into words: a page for people, a problem document (RFC 9457) for programs. The one
 * place that catches broadly; a failure of ours is logged once, with the number that the visitor sees.
 */
public final class ErrorPages {
    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMMM d, uuuu, h:mm a", Locale.US).withZone(ZoneId.of("America/Los_Angeles"));

    private final Pages pages;
    private final Site site;
    private final Clock clock;

    public ErrorPages(Pages pages, Site site, Clock clock) {
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.exception(HttpResponseException.class, (refusal, ctx) -> refuse(ctx, refusal));
        routes.exception(ValidationException.class, (_, ctx) -> show(ctx, 400, null));
        routes.exception(Exception.class, (failure, ctx) -> {
            log.error("{} {} {}", RequestId.of(ctx), ctx.method(), Route.of(ctx), failure);
            show(ctx, 500, null);
        });
    }

    /** The page for a request that could not even be read. */
    Body page(int status) {
        var wording = ErrorWording.of(status);
        return page(status, wording, wording.advice(), "/", RequestId.fresh());
    }

    private void refuse(Context ctx, HttpResponseException refusal) {
        if (refusal.getStatus() >= 500) {
            log.error("{} {} {}", RequestId.of(ctx), ctx.method(), Route.of(ctx), refusal);
        }
        show(ctx, refusal.getStatus(), reason(refusal));
    }

    /** What the handler had to say, where it said more than the name of the status. */
    private static @Nullable String reason(HttpResponseException refusal) {
        var message = refusal.getMessage();
        if (message == null || refusal instanceof EndpointNotFound || refusal.getStatus() >= 500) return null;
        return message.equals(HttpStatus.forStatus(refusal.getStatus()).getMessage()) ? null : message;
    }

    private void show(Context ctx, int status, @Nullable String reason) {
        var wording = ErrorWording.of(status);
        ctx.status(status);
        var text = reason == null ? wording.advice() : reason;
        if (isForPrograms(ctx.path())) {
            problem(status, wording, text, ctx).sendTo(ctx, "no-store");
        } else {
            Visit.rendering(
                            Visit.of(ctx),
                            () -> Chosen.whileMaking(
                                    ctx, () -> page(status, wording, text, ctx.path(), RequestId.of(ctx))))
                    .sendUnstored(ctx);
        }
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.endsWith(".json");
    }

    private static Body problem(int status, ErrorWording wording, String text, Context ctx) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", wording.heading());
        problem.put("status", status);
        problem.put("detail", text);
        problem.put("instance", ctx.path());
        problem.put("request_id", RequestId.of(ctx));
        return new Body("application/problem+json", JSON.writeValueAsBytes(problem));
    }

    private Body page(int status, ErrorWording wording, String text, String path, String requestId) {
        var chrome = site.page(wording.heading(), path)
                .withoutBreadcrumb()
                .withoutHeaderSearch()
                .notIndexed();
        var at = status >= 500 ? MOMENT.format(Instant.now(clock)) : null;
        return pages.render("web/error.jte", new ErrorPage(chrome, status, wording.heading(), text, requestId, at));
    }
}
