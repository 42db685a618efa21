package org.ssos.clearinghouse.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request passes before the site works on it. From the outside in: how many connections there are and whether
 * anything happens on them, how fast one visitor asks, whether the request is all here and of a size and type that its address
 * takes, and whether there is room to work on it. What is refused is refused in words, cheaply, and counted.
 *
 * <p>Nothing is cut off once it is worked on. What a visitor can ask for is bounded instead: the costliest we found, a search
 * for ten thousand characters, takes 0.3 seconds of one core (0.8 when it is the first after a start), and a page of results,
 * an export or the crosswalk less than half of that. So a time limit would only ever stop the few requests that wait for others, such as the look at a
 * suggestion's links, which have time limits of their own.
 */
public final class Door {
    private static final Logger log = LoggerFactory.getLogger(Door.class);

    /** Ten thousand characters of a query, each written as up to twelve in an address. */
    private static final int LONGEST_HEADERS = 128 * 1024;

    /** A connection on which nothing happens at all. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

    /** The same while there are as many connections as there may be. */
    private static final Duration LONGEST_IDLE_WHEN_FULL = Duration.ofSeconds(2);

    /** So many visitors are told apart; beyond that, new ones are let in without being counted. */
    private static final int MOST_VISITORS = 50_000;

    private final String host;
    private final int port;
    private final DoorLimits limits;
    private final VisitorAddress visitors;
    private final UnreadableRequests refusals;
    private final Rejections rejections;

    /** @param port 0 takes a free one */
    public Door(
            String host,
            int port,
            DoorLimits limits,
            VisitorAddress visitors,
            UnreadableRequests refusals,
            Rejections rejections) {
        this.host = host;
        this.port = port;
        this.limits = limits;
        this.visitors = visitors;
        this.refusals = refusals;
        this.rejections = rejections;
    }

    /** Stands before whatever else the server does with requests; with the log at DEBUG, notes each answer. */
    public void configure(JavalinConfig config) {
        var pace = new Pace(limits.patience(), rejections);
        config.http.maxRequestSize = BodySize.LONGEST;
        config.jetty.modifyHttpConfiguration(Door::configure);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(refusals);
            for (var handler : inwards(pace)) server.insertHandler(handler);
        });
        config.requestLogger.http(Door::note);
        config.jetty.addConnector((server, http) -> connector(server, http, pace));
    }

    /** Before every handler; to be called after headers are set, which refusals bear as well. */
    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.before(Parameters::require);
    }

    /** Before a request waits for somebody else, such as another site: so many of them shall not keep everybody out. */
    public static void letOthersIn(Context ctx) {
        Gate.leave(ctx.req());
    }

    /** What operators' machines ask is never refused, also when the site is busiest. */
    static boolean isForOperators(Request request) {
        var path = Request.getPathInContext(request);
        return path.startsWith("/health/") || path.equals("/metrics");
    }

    /** The pattern of the address and never what stands in it. */
    private static void note(Context ctx, float millis) {
        if (log.isDebugEnabled()) {
            log.debug("{} {} {} in {} ms", ctx.method(), Route.of(ctx), ctx.statusCode(), Math.round(millis));
        }
    }

    private static void configure(HttpConfiguration http) {
        http.setRequestHeaderSize(LONGEST_HEADERS);
        http.setSendServerVersion(false);
    }

    /** The innermost first, because each is put before the others. */
    private Handler.Singleton[] inwards(Pace pace) {
        var gate = new Gate(limits.atWork(), limits.waiting(), limits.longestWait());
        return limits.requestsPerSecond() == 0
                ? new Handler.Singleton[] {new Numbered(), gate, new WholeBody(), pace}
                : new Handler.Singleton[] {new Numbered(), gate, new WholeBody(), perVisitor(), pace};
    }

    private DoSHandler perVisitor() {
        var handler = new DoSHandler(
                null,
                visitors::of,
                new Buckets(limits.requestsPerSecond(), limits.burst()),
                (request, response, callback) -> {
                    Response.writeError(request, response, callback, HttpStatus.TOO_MANY_REQUESTS_429);
                    return true;
                },
                MOST_VISITORS,
                false);
        handler.excludePath("/health/*", "/metrics");
        return handler;
    }

    private ServerConnector connector(Server server, HttpConfiguration http, Pace pace) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(LONGEST_IDLE.toMillis());
        // With the system's own fifty, some of a crowd that comes at once would find nobody, and ask again seconds
        // later.
        connector.setAcceptQueueSize(limits.connections());
        connector.addBean(new Crowds(limits.connectionsOfOne(), visitors, rejections));
        var altogether = new NetworkConnectionLimit(limits.connections(), connector);
        altogether.setEndPointIdleTimeout(LONGEST_IDLE_WHEN_FULL.toMillis());
        server.addBean(altogether);
        pace.watch(connector);
        return connector;
    }
}
