package org.ssos.clearinghouse.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import org.ssos.clearinghouse.lea.AssistanceHistory;
import org.ssos.clearinghouse.lea.Roster;
import org.ssos.clearinghouse.search.Lookup;
import org.ssos.clearinghouse.search.PerCatalog;
import org.ssos.clearinghouse.search.SearchHandler;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.search.Suggester;
import org.ssos.clearinghouse.search.Suggester.Suggestion;
import org.ssos.clearinghouse.web.Body;
import tools.jackson.databind.json.JsonMapper;

/** The JSON interface. {@code /api/openapi.json} describes it. */
public final class ApiHandler {
    private static final String JSON = "application/json";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Snapshots snapshots;
    private final SearchHandler search;
    private final PerCatalog<Lookup> lookups;
    private final PerCatalog<Suggester> suggesters = new PerCatalog<>(Suggester::new);
    private final Body description = new Body(JSON, read("/openapi.json"));

    private record Suggestions(List<Suggestion> suggestions) {}

    public ApiHandler(Snapshots snapshots, PerCatalog<Lookup> lookups, SearchHandler search) {
        this.snapshots = snapshots;
        this.lookups = lookups;
        this.search = search;
    }

    public void addRoutes(RoutesConfig routes) {
        routes.get("/api/v1/search", search::showJson);
        routes.get("/api/v1/suggest", this::suggest);
        routes.get("/api/v1/entries/{id}", this::showEntry);
        routes.get("/api/v1/leas/{cds}", this::showLea);
        routes.get("/api/openapi.json", description::sendTo);
    }

    private void suggest(Context ctx) {
        var typed = ctx.queryParam("q");
        var catalog = snapshots.catalog();
        var suggestions = suggesters
                .of(catalog)
                .suggest(typed == null ? "" : typed, new HashSet<>(ctx.queryParams("kind")), lookups.of(catalog));
        new Body(JSON, MAPPER.writeValueAsBytes(new Suggestions(suggestions))).sendTo(ctx);
    }

    private void showEntry(Context ctx) {
        var entry = snapshots
                .catalog()
                .find(ctx.pathParam("id"))
                .orElseThrow(
                        () -> new NotFoundResponse("No entry has this id. /api/v1/search finds the ids of entries."));
        new Body(JSON, EntryJson.of(entry)).sendTo(ctx);
    }

    private void showLea(Context ctx) {
        var catalog = snapshots.catalog();
        var code = ctx.pathParam("cds");
        var json = new LeaJson(catalog);
        var body = catalog.part(Roster.PART)
                .find(code)
                .map(json::of)
                .or(() -> catalog.part(AssistanceHistory.PART)
                        .report(code.replaceAll("\\D", ""))
                        .map(json::of))
                .orElseThrow(() ->
                        new NotFoundResponse("No LEA has this code. /api/v1/suggest?kind=lea&q= finds codes by name."));
        new Body(JSON, body).sendTo(ctx);
    }

    private static byte[] read(String resource) {
        try (var file = ApiHandler.class.getResourceAsStream(resource)) {
            if (file == null) throw new IllegalStateException("The program lacks its file " + resource);
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
