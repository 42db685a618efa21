package org.ssos.clearinghouse.publishing;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.Guard;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.account.Work;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.NewCase;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.Archiving;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/** Shows how an entry came to be what it is, and takes the wish to go back to an earlier version, as a new case. */
public final class HistoryHandler {
    private final Publications publications;
    private final Path folder;
    private final Snapshots snapshots;
    private final Guard guard;
    private final Function<NewCase, String> opens;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    /**
     * @param folder the content folder
     * @param opens opens a case and returns its path
     */
    public HistoryHandler(
            Database database,
            Path folder,
            Snapshots snapshots,
            Guard guard,
            Function<NewCase, String> opens,
            Pages pages,
            Site site,
            Clock clock) {
        this.publications = new Publications(database);
        this.folder = folder;
        this.snapshots = snapshots;
        this.guard = guard;
        this.opens = opens;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        for (var kind : Kind.values()) {
            var path = "/" + kind.path() + "/{id}/history";
            routes.get(path, ctx -> show(ctx, kind));
            routes.post(path + "/{number}", ctx -> goBack(ctx, kind));
        }
    }

    private void show(Context ctx, Kind kind) throws IOException {
        var entry = entry(ctx, kind);
        var text = text(entry);
        var chrome = site.page("History of " + entry.title(), entry.path() + "/history")
                .below(entry.kind().plural(), "/" + kind.path())
                .below(entry.title(), entry.path())
                .notIndexed();
        var visitor = guard.visitor(ctx);
        var mayReturn = visitor instanceof SignedIn signedIn && signedIn.may(Action.PROPOSE_CHANGE);
        var maySee = !entry.isTakenDown() || (visitor instanceof SignedIn known && known.may(Action.SEE_QUEUE));
        pages.show(
                ctx,
                "publishing/history.jte",
                HistoryPage.of(
                        chrome,
                        entry,
                        ContentFiles.sha256(text),
                        text,
                        publications.doneOf(entry.id()),
                        mayReturn,
                        maySee,
                        clock.getZone()));
    }

    private void goBack(Context ctx, Kind kind) throws IOException {
        var entry = entry(ctx, kind);
        var visitor = guard.require(ctx, Action.PROPOSE_CHANGE, Work.OTHERS, entry.path());
        var account = visitor.account();
        var sender = new Sender(account.name(), account.organization(), null, account.id());
        var now = text(entry);
        // What was in the directory then need not be in it now: that has cases of its own.
        var wanted = Archiving.keeping(kind, version(entry, ctx.pathParam("number")), now);
        var draft = new Draft(kind, wanted, entry.id(), ContentFiles.sha256(now));
        ctx.redirect(opens.apply(NewCase.of(draft, sender)), HttpStatus.SEE_OTHER);
    }

    /** The text of a version as its number names it; see {@link HistoryPage.Version}. */
    private String version(Entry entry, String number) {
        return publications.doneOf(entry.id()).stream()
                .flatMap(each -> {
                    if (number.equals(Long.toString(each.number()))) return Optional.of(each.text()).stream();
                    return number.equals("before-" + each.number())
                            ? Optional.ofNullable(each.baseText()).stream()
                            : java.util.stream.Stream.empty();
                })
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
    }

    private Entry entry(Context ctx, Kind kind) {
        return snapshots
                .catalog()
                .find(ctx.pathParam("id"))
                .filter(entry -> entry.kind() == kind)
                .orElseThrow(NotFoundResponse::new);
    }

    private String text(Entry entry) throws IOException {
        var text = EntryFile.read(folder.resolve(ContentFiles.fileOf(entry.kind(), entry.id())));
        if (text == null) throw new NotFoundResponse();
        return text;
    }
}
