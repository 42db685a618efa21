package org.ssos.clearinghouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.account.Actor;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.UnusableDatabase;
import org.ssos.clearinghouse.vetting.Cases;

/**
 * The application itself with the content of this repository, on a free port, on a fixed day. It runs from the first
 * test that asks for it to the end.
 */
public final class RealSite {
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
    private static final Clock CLOCK =
            Clock.fixed(LocalDate.of(2026, 11, 21).atStartOfDay(CALIFORNIA).toInstant(), CALIFORNIA);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Path FOLDER = folder();
    private static final App APP = start();

    private RealSite() {}

    /** The address of the home page, without a slash at its end. */
    public static String url() {
        return APP.baseUrl();
    }

    /** @param headers names and values in turn */
    public static HttpResponse<String> get(String path, String... headers) {
        return get(path, BodyHandlers.ofString(), headers);
    }

    public static <T> HttpResponse<T> get(String path, BodyHandler<T> reader, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path));
        if (headers.length > 0) request.headers(headers);
        try {
            return CLIENT.send(request.build(), reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The paths that the application answers to, as they were registered. */
    public static Set<String> routes() {
        return Routes.of(APP).stream().map(endpoint -> endpoint.path).collect(Collectors.toSet());
    }

    /** Invites somebody as the command line does, and returns the path of their link. */
    public static String invite(String email, Role... roles) {
        return invite(email, "Ana Sample", "Sample COE", roles);
    }

    public static String invite(String email, String name, String organization, Role... roles) {
        try (var database = Database.in(FOLDER.resolve("data"))) {
            var desk = new AccountDesk(database, false, RealSite::url, CLOCK);
            var result = desk.invite(Actor.COMMAND_LINE, email, name, organization, Set.of(roles));
            if (result instanceof AccountDesk.Result.Done(var _, var link) && link != null) {
                return link.substring(url().length());
            }
            throw new IllegalStateException(result.toString());
        } catch (IOException | UnusableDatabase failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The cases of the running site. */
    public static Cases cases() {
        return APP.cases();
    }

    /** The moment at which the site stands still. */
    public static Instant now() {
        return CLOCK.instant();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("real-site");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static App start() {
        try {
            var settings = SiteSettings.in(FOLDER);
            var app = App.start(settings, CLOCK);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app, FOLDER)));
            return app;
        } catch (IOException | Refusal failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void stop(App app, Path folder) {
        try {
            app.close();
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
