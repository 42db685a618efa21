package org.ssos.clearinghouse.submission;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.submission.LinkState.CannotTell;
import org.ssos.clearinghouse.submission.LinkState.Dead;
import org.ssos.clearinghouse.submission.LinkState.Works;

/**
 * Asks web addresses whether they work: politely (one request at a time for each host, a bounded number altogether, no
 * content loaded that is not needed) and carefully (only machines within {@link Reach}, also behind a redirect). What only
 * a person can find out it does not claim to know. Safe for use by many threads.
 */
public final class LinkChecker implements Closeable {
    private static final int MOST_AT_ONCE = 8;
    private static final int MOST_REDIRECTS = 5;

    /** Nobody names more in good faith, and each costs a request to somebody. */
    static final int MOST_OF_ONE_DRAFT = 15;

    /** County sites often take six seconds. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final CannotTell TOO_LATE = new CannotTell("it did not answer in time");

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
    private final Reach reach;
    private final Supplier<String> ourAddress;

    /** @param ourAddress lets those who are asked find out who asks */
    public LinkChecker(Reach reach, Supplier<String> ourAddress) {
        this.reach = reach;
        this.ourAddress = ourAddress;
    }

    /** Asks them all, waiting no longer than the patience lasts; the answers stand in the order of the addresses. */
    public Map<String, LinkState> check(Collection<String> addresses, Duration patience) {
        var asked = new LinkedHashMap<String, Future<LinkState>>();
        for (var address : addresses) {
            if (asked.size() < MOST_OF_ONE_DRAFT)
                asked.computeIfAbsent(address, _ -> threads.submit(() -> ask(address)));
        }
        var end = System.nanoTime() + patience.toNanos();
        var states = new LinkedHashMap<String, LinkState>();
        for (var address : addresses) {
            var answer = asked.get(address);
            states.put(
                    address,
                    answer == null
                            ? new CannotTell("there are too many links to look at each")
                            : await(answer, end - System.nanoTime()));
        }
        return states;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
    }

    private static LinkState await(Future<LinkState> answer, long nanoseconds) {
        try {
            return answer.get(Math.max(1, nanoseconds), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return TOO_LATE;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A link could not be looked at", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return TOO_LATE;
        }
    }

    private LinkState ask(String address) throws InterruptedException {
        return ask(address, Validators.NONE).state();
    }

    /**
     * What a server said about its page, to be sent with the next question: then it need only say that nothing changed.
     */
    public record Validators(
            @Nullable String etag, @Nullable String modified) {
        public static final Validators NONE = new Validators(null, null);
    }

    /**
     * What became of a question.
     *
     * @param asksForPeace whether its server wants to be left alone for a while
     */
    public record Asked(LinkState state, Validators validators, boolean asksForPeace) {}

    /** Asks one address, and waits for the answer; other addresses of the same host wait meanwhile. */
    public Asked ask(String address, Validators known) throws InterruptedException {
        try {
            var uri = new URI(address);
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                var refusal = whyNot(uri);
                if (refusal != null) return asked(refusal);
                // What is known of the page itself says nothing of where it leads to.
                var answer = askHost(uri, hop == 0 ? known : Validators.NONE);
                if (answer.status() == 304 && hop == 0) return new Asked(new Works(), known, false);
                if (answer.status() / 100 != 3 || answer.next().isEmpty()) {
                    boolean keeps = hop == 0 && answer.status() == 200;
                    return new Asked(
                            state(answer.status()),
                            keeps ? answer.validators() : Validators.NONE,
                            answer.asksForPeace());
                }
                uri = uri.resolve(answer.next());
            }
            return asked(new CannotTell("it leads from one address to the next without end"));
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            return asked(new Dead("it is no web address"));
        } catch (UnknownHostException unknown) {
            return asked(new CannotTell("no server of this name was found from here"));
        } catch (HttpTimeoutException late) {
            return asked(TOO_LATE);
        } catch (SSLException untrusted) {
            return asked(new CannotTell("its certificate is not in order"));
        } catch (ConnectException refused) {
            return asked(new CannotTell("its server takes no connection from here"));
        } catch (IOException broken) {
            return asked(new CannotTell("its server broke the connection off"));
        }
    }

    private static Asked asked(LinkState state) {
        return new Asked(state, Validators.NONE, false);
    }

    /** The name is looked up once: the client gets the same address from the cache of the machine. */
    private @Nullable LinkState whyNot(URI uri) throws UnknownHostException {
        var scheme = uri.getScheme();
        if (uri.getHost() == null || scheme == null || !scheme.matches("(?i)https?")) {
            return new Dead("it is no web address");
        }
        for (var address : InetAddress.getAllByName(uri.getHost())) {
            if (!reach.mayAsk(address, uri.getPort())) return new CannotTell("it is not on the public web");
        }
        return null;
    }

    private record Answer(int status, String next, Validators validators) {
        boolean asksForPeace() {
            return status == 429 || status == 503;
        }
    }

    /** Some servers only answer a full request as they answer people. */
    private Answer askHost(URI uri, Validators known) throws IOException, InterruptedException {
        var host = hosts.computeIfAbsent(uri.getHost().toLowerCase(Locale.ROOT), _ -> new Semaphore(1, true));
        host.acquire();
        try {
            places.acquire();
            try {
                var answer = send(uri, "HEAD", known);
                return answer.status() < 400 || answer.asksForPeace() ? answer : send(uri, "GET", known);
            } finally {
                places.release();
            }
        } finally {
            host.release();
        }
    }

    private Answer send(URI uri, String method, Validators known) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(TIMEOUT)
                .header("User-Agent", "SSOS-Clearinghouse link check (+" + ourAddress.get() + ")");
        if (known.etag() != null) request.header("If-None-Match", known.etag());
        if (known.modified() != null) request.header("If-Modified-Since", known.modified());
        HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
        // What stands on the page is not read.
        try (var _ = response.body()) {
            var headers = response.headers();
            return new Answer(
                    response.statusCode(),
                    headers.firstValue("Location").orElse(""),
                    new Validators(
                            headers.firstValue("ETag").orElse(null),
                            headers.firstValue("Last-Modified").orElse(null)));
        }
    }

    private static LinkState state(int status) {
        return switch (status) {
            case 404, 410 -> new Dead("its server says that nothing is there (" + status + ")");
            case 401, 403, 407 -> new CannotTell("its server lets programs or strangers not in (" + status + ")");
            case 429 -> new CannotTell("its server is asked too often (429)");
            default ->
                status / 100 == 2 ? new Works() : new CannotTell("its server answers with an error (" + status + ")");
        };
    }
}
