package org.ssos.clearinghouse.freshness;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.ssos.clearinghouse.account.Guard;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.submission.PublishedTexts;
import org.ssos.clearinghouse.vetting.Cases;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Everything about re-verification that the site serves: the list of what is due, and what owners answer. */
public final class FreshnessFeature {
    /**
     * What it builds on.
     *
     * @param texts the text of an entry's file as it is on the site
     * @param flags what speaks against entries now
     * @param unhelpful the share of readers whom each entry did not help, as it is now
     * @param mails whether owners can be written to
     */
    public record Needs(
            Database database,
            Cases cases,
            Supplier<Catalog> catalog,
            PublishedTexts texts,
            Supplier<Flags> flags,
            Supplier<ToDoubleFunction<EntryId>> unhelpful,
            LinkBook links,
            boolean mails,
            Guard guard,
            Pages pages,
            Site site,
            Clock clock) {}

    private final Needs needs;

    public FreshnessFeature(Needs needs) {
        this.needs = needs;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        new DueHandler(needs).addRoutes(routes);
        new OwnerHandler(needs).addRoutes(routes);
    }
}
