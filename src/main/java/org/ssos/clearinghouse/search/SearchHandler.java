package org.ssos.clearinghouse.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.web.Body;
import org.ssos.clearinghouse.web.Chosen;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Shows what a search finds: to people, to programs and to spreadsheets. */
public final class SearchHandler {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Snapshots snapshots;
    private final PerCatalog<Lookup> lookups;
    private final BiFunction<Catalog, String, Optional<Place>> places;
    private final PerCatalog<CatalogTexts> texts = new PerCatalog<>(CatalogTexts::new);
    private final Pages pages;
    private final Site site;
    private final Clock clock;
    private final SearchWatch watch;

    /** @param places where an LEA works, by its code */
    public SearchHandler(
            Snapshots snapshots,
            PerCatalog<Lookup> lookups,
            BiFunction<Catalog, String, Optional<Place>> places,
            Pages pages,
            Site site,
            Clock clock,
            SearchWatch watch) {
        this.snapshots = snapshots;
        this.lookups = lookups;
        this.places = places;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
        this.watch = watch;
    }

    public void addRoutes(RoutesConfig routes) {
        routes.get("/search", this::show);
        routes.get("/search.json", this::showJson);
        routes.get("/search.csv", this::showCsv);
    }

    /** Answers a search to programs. */
    public void showJson(Context ctx) {
        var answer = snapshots.with(snapshot -> answer(ctx.queryString(), snapshot));
        new Body("application/json", JSON.writeValueAsBytes(answer)).sendTo(ctx);
    }

    private void show(Context ctx) {
        pages.show(
                ctx,
                snapshots.catalog().version(),
                "search/search.jte",
                () -> snapshots.with(snapshot -> page(ctx.queryString(), Chosen.of(ctx), snapshot)));
    }

    private void showCsv(Context ctx) {
        var table = snapshots.with(snapshot -> table(ctx.queryString(), snapshot));
        ctx.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"ssos-clearinghouse-search.csv\"");
        new Body("text/csv; charset=utf-8; header=present", table.getBytes(UTF_8)).sendTo(ctx);
    }

    private SearchPage page(@Nullable String queryString, @Nullable Chosen chosen, Snapshot snapshot) {
        var known = texts.of(snapshot.catalog());
        var reading = SearchAddress.read(queryString, known.values());
        var favoured = favoured(reading, chosen, snapshot);
        var result = search(reading.request(), favoured, snapshot);
        var nothing = result.total() > 0
                ? Optional.<NothingFound>empty()
                : Optional.of(NothingFound.of(reading.address(), snapshot, known.values()));
        return SearchPage.of(
                reading, result, nothing, named(reading, result, snapshot, known), favoured, known, site, clock);
    }

    private SearchAnswer answer(@Nullable String queryString, Snapshot snapshot) {
        var known = texts.of(snapshot.catalog());
        var reading = SearchAddress.read(queryString, known.values());
        long start = System.nanoTime();
        // What a program gets depends on its address and on no cookie.
        var favoured = favoured(reading, null, snapshot);
        var result = search(reading.request(), favoured, snapshot);
        return SearchAnswer.of(
                reading, result, named(reading, result, snapshot, known), known, millisecondsSince(start));
    }

    private SearchResult search(SearchRequest request, Favoured favoured, Snapshot snapshot) {
        long start = System.nanoTime();
        var result = snapshot.search().search(request, favour(favoured.place(), snapshot));
        watch.searched(System.nanoTime() - start, !request.query().isBlank(), result.total());
        return result;
    }

    private Favoured favoured(SearchAddress.Reading reading, @Nullable Chosen chosen, Snapshot snapshot) {
        return Favoured.of(
                reading.address(),
                chosen == null ? null : chosen.code(),
                code -> places.apply(snapshot.catalog(), code));
    }

    private static Favour favour(@Nullable Place place, Snapshot snapshot) {
        return place == null ? Favour.NOTHING : Favour.of(place, snapshot.catalog());
    }

    /** There is one best match at most, and a glossary term or topic goes before other things. */
    private Optional<NamedBlock> named(
            SearchAddress.Reading reading, SearchResult result, Snapshot snapshot, CatalogTexts known) {
        if (result.bestMatch().isPresent()) return Optional.empty();
        return NamedBlock.of(reading.request().query(), lookups.of(snapshot.catalog()), known);
    }

    private String table(@Nullable String queryString, Snapshot snapshot) {
        var values = texts.of(snapshot.catalog()).values();
        return SearchTable.of(SearchAddress.read(queryString, values).request(), snapshot, site);
    }

    private static double millisecondsSince(long start) {
        return Math.round((System.nanoTime() - start) / 10_000.0) / 100.0;
    }
}
