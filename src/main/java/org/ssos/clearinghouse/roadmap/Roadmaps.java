package org.ssos.clearinghouse.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.Forgetting;
import org.ssos.clearinghouse.intake.Intake;
import org.ssos.clearinghouse.intake.Questionnaire;
import org.ssos.clearinghouse.roadmap.Progress.Merged;
import org.ssos.clearinghouse.roadmap.RoadmapStore.Opened;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.Kept;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.Way;
import org.ssos.clearinghouse.schoolyear.SchoolYear;

/**
 * What can be done with roadmaps that are kept. Who knows a link of a roadmap's own may do everything; nobody else
 * anything. What the visitor removes is out of the database when a call returns, and soon out of its file as well
 * ({@link Forgetting}). Safe for use by many threads.
 */
public final class Roadmaps {
    private static final Logger log = LoggerFactory.getLogger(Roadmaps.class);

    private final Database database;
    private final Clock clock;
    private final AtomicBoolean mailed = new AtomicBoolean();

    public Roadmaps(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The day it is where the roadmaps are for. */
    public LocalDate today() {
        return SchoolYear.today(clock);
    }

    /** Keeps a roadmap and returns the token of its link, which cannot be had a second time. */
    String save(Intake intake, Catalog catalog) {
        var today = today();
        var plan = Planner.plan(intake.answers(), intake.start(), today, catalog);
        var seen = PlanFacts.of(plan, intake.answers(), catalog);
        return database.write(handle -> {
            var store = new RoadmapStore(handle);
            return store.mint(store.add(intake.answers(), intake.start(), seen, today), Way.OWN, today);
        });
    }

    /** What a link opens. Whoever follows a roadmap's own link has used it. */
    public Optional<Opened> open(String token, Catalog catalog) {
        var today = today();
        var opened = database.read(handle -> new RoadmapStore(handle).open(token, today))
                .map(found -> new Opened(current(found.roadmap(), catalog), found.way()));
        opened.filter(found ->
                        found.way() == Way.OWN && found.roadmap().usedOn().isBefore(today))
                .ifPresent(found -> database.write(handle -> {
                    new RoadmapStore(handle).use(found.roadmap().id(), today);
                    return found;
                }));
        return opened;
    }

    /** The roadmap to which a link is the key. */
    public Optional<SavedRoadmap> openOwn(String token, Catalog catalog) {
        return open(token, catalog).filter(found -> found.way() == Way.OWN).map(Opened::roadmap);
    }

    public Plan plan(SavedRoadmap saved, Catalog catalog) {
        return Planner.plan(saved.answers(), saved.start(), today(), catalog);
    }

    public Agenda agenda(SavedRoadmap saved, Catalog catalog) {
        return Agenda.of(plan(saved, catalog), saved.marks(), today());
    }

    boolean isShared(SavedRoadmap saved) {
        return database.read(handle -> new RoadmapStore(handle).isShared(saved.id()));
    }

    /** Keeps what a page sent, together with what other windows sent meanwhile; nothing where it is gone. */
    Optional<Merged> keep(long id, SentProgress sent, Catalog catalog) {
        var today = today();
        var merged = database.write(handle -> {
            var store = new RoadmapStore(handle);
            return store.find(id, today).map(found -> {
                var saved = current(found, catalog);
                var result = Progress.merge(saved, agenda(saved, catalog), sent, today);
                write(store, id, result, today);
                if (result.tookText()) forgetSoon(handle);
                return result;
            });
        });
        return merged;
    }

    /** Other answers: everything that was done with a step stays, also where the plan no longer holds it. */
    void rebuild(long id, Intake intake, Catalog catalog) {
        var today = today();
        database.write(handle -> {
            var store = new RoadmapStore(handle);
            store.find(id, today).ifPresent(found -> rebuild(store, current(found, catalog), intake, catalog));
            // The answers before stood there too.
            forgetSoon(handle);
            return id;
        });
    }

    private void rebuild(RoadmapStore store, SavedRoadmap saved, Intake intake, Catalog catalog) {
        var before = plan(saved, catalog);
        var after = Planner.plan(intake.answers(), intake.start(), today(), catalog);
        for (var kept : saved.kept()) {
            if (after.find(kept.step()).isPresent()) {
                store.put(saved.id(), new Kept(kept.step(), kept.title(), kept.mark(), List.of()));
            } else if (before.find(kept.step()).isPresent()) {
                var by = Left.leftBy(kept.step(), saved.answers(), intake.answers(), catalog);
                store.put(saved.id(), new Kept(kept.step(), kept.title(), kept.mark(), by));
            }
        }
        var seen = saved.seen()
                .movedWith(
                        PlanFacts.of(before, saved.answers(), catalog), PlanFacts.of(after, intake.answers(), catalog));
        store.rebuild(saved.id(), intake.answers(), intake.start(), seen);
        store.changed(saved.id(), today());
    }

    /** From now on only what changes after this is named. */
    void see(SavedRoadmap saved, Catalog catalog) {
        var seen = PlanFacts.of(plan(saved, catalog), saved.answers(), catalog);
        database.write(handle -> {
            new RoadmapStore(handle).see(saved.id(), seen);
            return seen;
        });
    }

    /** Makes a link to a copy without anything private; links that were made before open nothing any more. */
    String share(SavedRoadmap saved) {
        return database.write(handle -> {
            var store = new RoadmapStore(handle);
            store.unshare(saved.id());
            return store.mint(saved.id(), Way.SHARED, today());
        });
    }

    void unshare(SavedRoadmap saved) {
        database.write(handle -> {
            new RoadmapStore(handle).unshare(saved.id());
            return saved;
        });
    }

    /** Sends a link of its own to an address, which is kept no longer than the mail waits. */
    void mail(SavedRoadmap saved, String address) {
        database.write(handle -> {
            RoadmapMail.order(handle, saved, address, clock);
            return saved;
        });
        // Once it is sent, the next daily round takes the address out of the log of the database too.
        mailed.set(true);
    }

    /** It is gone at once for everybody and from each backup made after this, and soon from the file of the database. */
    void delete(SavedRoadmap saved) {
        database.write(handle -> {
            new RoadmapStore(handle).delete(saved.id());
            forgetSoon(handle);
            return saved;
        });
    }

    /** Deletes what nobody opened for too long. Meant to be called once a day. */
    public void deleteUnused() {
        int deleted = database.write(handle -> {
            int gone = new RoadmapStore(handle).deleteUnused(today());
            if (mailed.getAndSet(false) || gone > 0) forgetSoon(handle);
            return gone;
        });
        if (deleted > 0) log.info("Roadmaps: {} unused for 18 months deleted", deleted);
    }

    /** What the transaction deletes goes from the file as well. */
    void forgetSoon(Handle handle) {
        Forgetting.owe(handle, clock.instant());
    }

    private static void write(RoadmapStore store, long id, Merged merged, LocalDate today) {
        if (merged.changesNothing()) return;
        merged.kept().forEach(kept -> store.put(id, kept));
        merged.removed().forEach(step -> store.remove(id, step));
        merged.own().forEach(step -> store.changeOwn(id, step));
        merged.fresh().forEach(step -> store.addOwn(id, step));
        merged.ownRemoved().forEach(step -> store.removeOwn(id, step));
        store.changed(id, today);
    }

    /** Options that the questions no longer offer count for nothing, and come back with them. */
    static SavedRoadmap current(SavedRoadmap saved, Catalog catalog) {
        return saved.with(catalog.part(Questionnaire.PART).read(saved.answers()::all, catalog));
    }
}
