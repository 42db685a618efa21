package org.ssos.clearinghouse;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.account.AccountSite;
import org.ssos.clearinghouse.account.Actor;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.account.MovingClock;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.submission.Reach;

/**
 * The application with content of its own, whose links all lead to a server of the test; with a clock that tests move,
 * and a mail server where wanted. Nothing else can be asked.
 */
final class FreshSite implements AutoCloseable {
    static final String GUIDE = "resources/california-attendance-guide";
    static final String AGENCY = "agencies/cde";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final MovingClock clock = new MovingClock();
    final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    final AtomicInteger gone = new AtomicInteger(404);
    final Settings settings;
    final App app;
    final Database database;
    final @Nullable GreenMail smtp;
    private final Path folder;
    private final HttpServer elsewhere;

    FreshSite(@Nullable Integer linksHour, boolean mails) throws Exception {
        folder = Files.createTempDirectory("fresh-site");
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        elsewhere.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            int status = exchange.getRequestURI().getPath().equals("/gone") ? gone.get() : 200;
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        elsewhere.start();
        copyContent();
        smtp = mails ? new GreenMail(ServerSetup.SMTP.dynamicPort()) : null;
        if (smtp != null) smtp.start();
        settings = SiteSettings.in(folder, folder.resolve("content"), settings(linksHour));
        app = App.start(settings, clock, reach(), Duration.ZERO);
        database = Database.in(folder.resolve("data"));
    }

    private Map<Setting, String> settings(@Nullable Integer linksHour) {
        var settings = new EnumMap<Setting, String>(Setting.class);
        settings.put(Setting.TRUSTED_PROXIES, "127.0.0.1");
        if (linksHour != null) settings.put(Setting.LINKS_HOUR, linksHour.toString());
        if (smtp != null) {
            settings.put(Setting.SMTP_HOST, "127.0.0.1");
            settings.put(Setting.SMTP_PORT, String.valueOf(smtp.getSmtp().getPort()));
            settings.put(Setting.SMTP_FROM, "directory@example.org");
            settings.put(Setting.SMTP_TLS, "none");
        }
        return settings;
    }

    /** Nobody but the server of the test. */
    Reach reach() {
        return (_, port) -> port == elsewhere.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + path;
    }

    Path content(String file) {
        return folder.resolve("content").resolve(file);
    }

    Browser browser() {
        return new Browser(app.baseUrl());
    }

    /** Somebody who has signed in; only roles that need no codes. */
    Browser member(String email, Role... roles) {
        var desk = new AccountDesk(database, false, app::baseUrl, clock);
        var result = desk.invite(Actor.COMMAND_LINE, email, "Ana Sample", "Sample COE", Set.of(roles));
        if (!(result instanceof AccountDesk.Result.Done(var _, var link)) || link == null) {
            throw new AssertionError(result);
        }
        var path = link.substring(app.baseUrl().length());
        var browser = browser();
        var accepted = browser.fill(path, path, "name", "Ana Sample", "password", AccountSite.PASSWORD);
        if (accepted.statusCode() != 303) throw new AssertionError(accepted.body());
        return browser;
    }

    String page(String path) {
        return browser().get(path).body();
    }

    int runs() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM link_run WHERE ended_at IS NOT NULL")
                .mapTo(Integer.class)
                .one());
    }

    static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(PATIENCE).until(condition);
    }

    @Override
    public void close() throws IOException {
        database.close();
        app.close();
        if (smtp != null) smtp.stop();
        elsewhere.stop(0);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private void copyContent() throws IOException {
        var from = Path.of("content");
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target =
                        folder.resolve("content").resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (file.toString().endsWith(".yaml")) {
                    Files.writeString(target, redirected(Files.readString(file)));
                } else {
                    Files.copy(file, target);
                }
            }
        }
        for (var file : new String[] {GUIDE, AGENCY}) {
            var path = content(file + ".yaml");
            Files.writeString(path, Files.readString(path).replaceFirst("/page", "/gone"));
        }
    }

    private String redirected(String text) {
        return text.replaceAll("https?://[^\\s'\",})\\]>]+", url("/page"));
    }
}
