package org.ssos.clearinghouse.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Seconds in which somebody may have made room. */
    private static final String COME_BACK = "60";

    private final Pages pages;
    private final Site site;
    private final Clock clock;
    private final Map<Integer, Body> refusals = new ConcurrentHashMap<>();

    public ErrorPages(Pages pages, Site site, Clock clock) {
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.exception(HttpResponseException.class, (refusal, ctx) -> refuse(ctx, refusal));
        routes.exception(ValidationException.class, (_, ctx) -> show(ctx, 400, null));
        routes.exception(Exception.class, (failure, ctx) -> {
            log.error("{} {}", ctx.method(), Route.of(ctx), failure);
            show(ctx, 500, null);
        });
    }

    /** Says that what we keep cannot be reached now, when to come back, and gives back what was typed. */
    public void unavailable(Context ctx, Exception failure) {
        log.error("{} {}", ctx.method(), Route.of(ctx), failure);
        boolean sent = ctx.method().equals(HandlerType.POST);
        var wording = ErrorWording.unavailable(sent);
        ctx.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", COME_BACK);
        answer(ctx, 503, wording, wording.advice(), sent ? Typed.of(ctx.formParamMap()) : List.of());
    }

    /**
     * What is said to a request that is refused before it reaches a handler. A page is made once for each status: when very
     * many come, a refusal has to cost next to nothing.
     */
    Body refusal(int status, String path, String requestId) {
        var wording = ErrorWording.of(status);
        return isForPrograms(path)
                ? problem(status, wording, wording.advice(), path, requestId)
                : refusals.computeIfAbsent(
                        status, _ -> page(status, wording, wording.advice(), "/", requestId, null, List.of()));
    }

    private void refuse(Context ctx, HttpResponseException refusal) {
        if (refusal.getStatus() >= 500) {
            log.error("{} {}", ctx.method(), Route.of(ctx), refusal);
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
        answer(ctx, status, wording, reason == null ? wording.advice() : reason, List.of());
    }

    private void answer(Context ctx, int status, ErrorWording wording, String text, List<Typed> typed) {
        var at = status >= 500 ? MOMENT.format(Instant.now(clock)) : null;
        if (isForPrograms(ctx.path())) {
            problem(status, wording, text, ctx.path(), RequestId.of(ctx)).sendTo(ctx, "no-store");
        } else {
            Visit.rendering(
                            Visit.of(ctx),
                            () -> Chosen.whileMaking(
                                    ctx, () -> page(status, wording, text, ctx.path(), RequestId.of(ctx), at, typed)))
                    .sendUnstored(ctx);
        }
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.endsWith(".json");
    }

    private static Body problem(int status, ErrorWording wording, String text, String path, String requestId) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", wording.heading());
        problem.put("status", status);
        problem.put("detail", text);
        problem.put("instance", path);
        problem.put("request_id", requestId);
        return new Body("application/problem+json", JSON.writeValueAsBytes(problem));
    }

    /** @param at when it went wrong, where that is our fault */
    private Body page(
            int status,
            ErrorWording wording,
            String text,
            String path,
            String requestId,
            @Nullable String at,
            List<Typed> typed) {
        var chrome = site.page(wording.heading(), path)
                .withoutBreadcrumb()
                .withoutHeaderSearch()
                .notIndexed();
        return pages.render(
                "web/error.jte", new ErrorPage(chrome, status, wording.heading(), text, requestId, typed, at));
    }
}
