package org.ssos.clearinghouse.submission;

import com.sun.net.httpserver.HttpServer;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.account.AccountFeature;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.account.MovingClock;
import org.ssos.clearinghouse.account.Visitor;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.search.RealSearch;
import org.ssos.clearinghouse.search.Snapshot;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Assets;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;
import org.ssos.clearinghouse.web.VisitorAddress;

/** The form with everything it stands on, a server that it may ask for links, and a list in place of the queue. */
final class SuggestSite implements AutoCloseable {
    final MovingClock clock = new MovingClock();
    final List<NewCase> sent = new CopyOnWriteArrayList<>();

    /** What stands on the site in place of what lies in the content folder, by id. */
    final Map<String, String> published = new HashMap<>();

    private final Path folder;
    private final Database database;
    private final LinkChecker links;
    private final Javalin server;
    private final HttpServer elsewhere;

    SuggestSite() throws Exception {
        folder = Files.createTempDirectory("suggest-site");
        database = Database.in(folder);
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/gone") ? 404 : 200, -1);
            exchange.close();
        });
        elsewhere.start();
        links = new LinkChecker(
                (address, port) -> port == elsewhere.getAddress().getPort(), () -> "https://directory.example.org");

        var snapshots = new Snapshots(new Snapshot(RealContent.catalog(), RealSearch.get()));
        var pages = new Pages(clock);
        var site = new Site(this::url, null, null, false, () -> new PartialDate("2026-11-21"), new Assets());
        var outbox = new Outbox(database, null, _ -> Optional.empty(), clock);
        var desk = new AccountDesk(database, false, this::url, clock);
        var accounts = new AccountFeature(
                database, desk, outbox, pages, site, clock, false, new VisitorAddress(List.of("127.0.0.1")));
        var suggest = new SuggestHandler(
                snapshots,
                entry -> Optional.of(published.getOrDefault(entry.id().value(), file(entry.path()))),
                new Checks(snapshots, links, clock),
                this::open,
                new NothingSent(),
                accounts.guard(),
                pages,
                site,
                clock);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    accounts.addRoutes(config.routes);
                    suggest.addRoutes(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    Browser browser() {
        return new Browser(url());
    }

    /** An address of a page that is there. */
    String page() {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/page";
    }

    String deadPage() {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/gone";
    }

    static String file(String path) {
        try {
            return Files.readString(Path.of("content" + path + ".yaml"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop();
        links.close();
        elsewhere.stop(0);
        database.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private record NothingSent() implements OwnDrafts {
        @Override
        public Optional<Draft> find(String token) {
            return Optional.empty();
        }

        @Override
        public Optional<String> keep(String token, Draft before, Draft after, Visitor visitor) {
            throw new IllegalStateException("Nothing was found");
        }
    }

    private String open(NewCase newCase) {
        sent.add(newCase);
        return "/cases/" + sent.size();
    }

    private String url() {
        return "http://127.0.0.1:" + server.port();
    }
}
