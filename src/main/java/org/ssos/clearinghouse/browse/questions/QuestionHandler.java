package org.ssos.clearinghouse.browse.questions;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows the questions and answers, which need no script to be searched. */
public final class QuestionHandler {
    private static final int LONGEST = 200;

    private final Snapshots snapshots;
    private final Pages pages;
    private final Site site;

    public QuestionHandler(Snapshots snapshots, Pages pages, Site site) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.site = site;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/questions", this::show);
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        var words = words(ctx);
        var chrome = site.page("Questions and answers", "/questions")
                .describedAs("What districts, charter schools and county offices ask about support, answered in plain"
                        + " words with the law.");
        pages.show(
                ctx,
                catalog.version(),
                "browse/questions/questions.jte",
                () -> QuestionsPage.of(words.isEmpty() ? chrome : chrome.notIndexed(), catalog, words));
    }

    private static String words(Context ctx) {
        var words = ctx.queryParam("q");
        if (words == null) return "";
        var text = words.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
