package org.ssos.clearinghouse.browse;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.LinkedHashMap;
import org.ssos.clearinghouse.entry.Vocabularies.Topic;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.JsonData;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the topics and what we hold on each. */
public final class TopicHandler {
    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    public TopicHandler(Snapshots snapshots, Pages pages, Site site, Clock clock) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/topics", this::showAll);
        routes.get("/topics/{id}", this::show);
    }

    private void showAll(Context ctx) {
        var catalog = snapshots.catalog();
        var chrome = site.page("Topics", "/topics")
                .describedAs("What the System of Support helps with, from attendance to special education.");
        pages.show(ctx, catalog.version(), "browse/topics.jte", () -> TopicsPage.of(chrome, catalog));
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        var topic = catalog.vocabularies().topics().find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        pages.show(
                ctx, catalog.version(), "browse/topic.jte", () -> TopicPage.of(chrome(topic), topic, catalog, clock));
    }

    private Chrome chrome(Topic topic) {
        var path = "/topics/" + topic.id();
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "DefinedTerm");
        data.put("@id", site.url(path));
        data.put("name", topic.label());
        data.put("description", topic.description());
        return site.page(topic.label(), path)
                .describedAs(topic.description())
                .below("Topics", "/topics")
                .withData(JsonData.of(data));
    }
}
