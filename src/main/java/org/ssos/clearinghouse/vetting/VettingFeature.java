package org.ssos.clearinghouse.vetting;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.account.Guard;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.Report;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Everything about cases that the site serves: the queue, a case, its owner's page, and the rules explained. */
public final class VettingFeature {
    /**
     * What it builds on.
     *
     * @param published the text of an entry's file as it is on the site; null where there is none
     * @param decided the text that was published last by a decision; null where it is not known
     * @param checks what machines say of a draft
     * @param inDate how many entries are neither due nor in doubt, in words
     */
    public record Needs(
            Cases cases,
            Supplier<Catalog> catalog,
            AccountDesk accounts,
            Function<EntryId, @Nullable String> published,
            Function<EntryId, @Nullable String> decided,
            Function<Draft, Report> checks,
            Function<Catalog, String> inDate,
            Guard guard,
            Pages pages,
            Site site,
            Clock clock) {}

    private final Needs needs;

    public VettingFeature(Needs needs) {
        this.needs = needs;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        new QueueHandler(needs.cases(), needs.guard(), needs.pages(), needs.site(), needs.clock()).addRoutes(routes);
        new CaseHandler(needs).addRoutes(routes);
        new DraftHandler(needs).addRoutes(routes);
        new OwnerHandler(needs).addRoutes(routes);
        new ArchiveHandler(needs).addRoutes(routes);
        routes.get("/vetting", ctx -> {
            var chrome = needs.site()
                    .page("How entries are vetted", "/vetting")
                    .describedAs("The gates, the criteria and the bands by which an entry is published, and the"
                            + " figures of the queue.");
            var page = new RulesPage(
                    chrome,
                    needs.catalog().get().part(Rubric.PART),
                    needs.cases().figures(),
                    needs.inDate().apply(needs.catalog().get()));
            needs.pages().show(ctx, "vetting/rules.jte", page);
        });
    }
}
