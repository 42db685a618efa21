package org.ssos.clearinghouse.browse.law;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.search.PerCatalog;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the sections of law and what rests on each. A section on which nothing rests has no page. */
public final class LawHandler {
    private static final int LONGEST = 200;

    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;
    private final PerCatalog<Resting> resting;

    /** @param features what rests on law, of each feature that cites it; entries and priorities are known already */
    public LawHandler(Snapshots snapshots, Pages pages, Site site, List<Function<Catalog, List<RestsOn>>> features) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
        resting = new PerCatalog<>(catalog -> new Resting(catalog, features));
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/law", this::showAll);
        routes.get("/law/{section}", this::show);
    }

    private void showAll(Context ctx) {
        var catalog = snapshots.catalog();
        var words = words(ctx);
        var section = section(words, catalog);
        if (section.isPresent()) {
            ctx.redirect(section.get(), HttpStatus.SEE_OTHER);
            return;
        }
        var chrome = site.page("Law", "/law")
                .describedAs("The Education Code sections behind California's System of Support in plain words.");
        pages.show(
                ctx,
                catalog.version(),
                "browse/law/list.jte",
                () -> LawListPage.of(
                        words.isEmpty() ? chrome : chrome.notIndexed(),
                        catalog.part(LawBook.PART),
                        resting.of(catalog),
                        words));
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        var law = find(ctx.pathParam("section"), catalog).orElseThrow(NotFoundResponse::new);
        pages.show(
                ctx,
                catalog.version(),
                "browse/law/law.jte",
                () -> LawPage.of(chrome(law), law, resting.of(catalog).on(law)));
    }

    private Optional<Law> find(String id, Catalog catalog) {
        return catalog.part(LawBook.PART)
                .find(id)
                .filter(law -> law.isRestated() || !resting.of(catalog).on(law).isEmpty());
    }

    /** The page that a number leads to, typed with or without the name of the code. */
    private Optional<String> section(String words, Catalog catalog) {
        return Stream.of(words, "EC " + words)
                .flatMap(text -> Citation.in(text).stream())
                .filter(piece ->
                        piece.law() != null && find(piece.law(), catalog).isPresent())
                .map(Citation::path)
                .findFirst();
    }

    private Chrome chrome(Law law) {
        var chrome = site.page(law.name(), law.path()).below("Law", "/law");
        return chrome.describedAs(
                law.inShort() == null ? "What on this site rests on " + law.name() + "." : law.inShort());
    }

    private static String words(Context ctx) {
        var words = ctx.queryParam("q");
        if (words == null) return "";
        var text = words.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
