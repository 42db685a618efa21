package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.roadmap.Cohort.Way;
import org.ssos.clearinghouse.roadmap.CohortStore.Member;
import org.ssos.clearinghouse.web.Token;

/**
 * The cohorts of the site. What an office sees is a table that was made of several members together and then kept, never a
 * view of what they do at the moment: see {@link CohortTable#isDue}. Safe for use by many threads.
 */
public final class Cohorts {
    /** More would no longer be a group that somebody leads. */
    static final int MOST_MEMBERS = 200;

    private static final Logger log = LoggerFactory.getLogger(Cohorts.class);

    private final Database database;
    private final Roadmaps roadmaps;
    private final Supplier<Catalog> catalog;

    /** What came of wanting to join. */
    enum Joined {
        JOINED,
        FULL
    }

    /**
     * What the office sees.
     *
     * @param joined how many are in it now
     * @param table absent while fewer than three are in it, or while a new one would tell what one or two of them did
     */
    record View(Cohort cohort, int joined, @Nullable CohortTable table) {}

    public Cohorts(Database database, Roadmaps roadmaps, Supplier<Catalog> catalog) {
        this.database = database;
        this.roadmaps = roadmaps;
        this.catalog = catalog;
    }

    /** Makes a cohort, and returns the token of the office's link, which cannot be had a second time. */
    String make(String name, String office) {
        var token = Token.fresh();
        var today = today();
        database.write(handle -> {
            var store = new CohortStore(handle);
            var id = store.add(name, office, today);
            store.link(id, Way.OFFICE, token);
            store.link(id, Way.JOIN, joinToken(token));
            return id;
        });
        return token;
    }

    /** The token by which leaders join, so that the office can read it again; it does not lead back to the office's. */
    static String joinToken(String officeToken) {
        return Token.hash("join " + officeToken);
    }

    Optional<Cohort> find(String token, Way way) {
        return database.read(handle -> new CohortStore(handle).open(token, way, today()));
    }

    /** The cohorts that a roadmap is in. */
    List<Cohort> of(SavedRoadmap roadmap) {
        return database.read(handle -> new CohortStore(handle).of(roadmap.id(), today()));
    }

    Joined join(Cohort cohort, SavedRoadmap roadmap) {
        return database.write(handle -> {
            var store = new CohortStore(handle);
            if (store.members(cohort.id()).size() >= MOST_MEMBERS) return Joined.FULL;
            store.join(cohort.id(), roadmap.id());
            store.use(cohort.id(), today());
            return Joined.JOINED;
        });
    }

    /** From now on nothing of the roadmap is shared, nor shown of what was. */
    void leave(long cohort, SavedRoadmap roadmap) {
        database.write(handle -> {
            var store = new CohortStore(handle);
            store.leave(cohort, roadmap.id());
            forgetIfSomebodyLeft(store, cohort);
            return cohort;
        });
    }

    void rename(Cohort cohort, String name, String office) {
        database.write(handle -> {
            new CohortStore(handle).rename(cohort.id(), name, office);
            return cohort;
        });
    }

    /** Removes it with all that belongs to it, soon from the file as well. */
    void end(Cohort cohort) {
        database.write(handle -> {
            new CohortStore(handle).delete(cohort.id());
            roadmaps.forgetSoon(handle);
            return cohort;
        });
    }

    /** Deletes what nobody looked at or joined for too long. Meant to be called once a day. */
    public void deleteUnused() {
        int deleted = database.write(handle -> new CohortStore(handle).deleteUnused(today()));
        if (deleted > 0) log.info("Cohorts: {} unused for 18 months deleted", deleted);
    }

    /** What the office sees now; a new table is made where that tells nothing of one member. */
    Optional<View> look(String officeToken) {
        return database.write(handle -> {
            var store = new CohortStore(handle);
            var found = store.open(officeToken, Way.OFFICE, today());
            return found.map(cohort -> {
                store.use(cohort.id(), today());
                return look(handle, store, cohort);
            });
        });
    }

    private View look(Handle handle, CohortStore store, Cohort cohort) {
        forgetIfSomebodyLeft(store, cohort.id());
        var members = store.members(cohort.id());
        var progress = progress(handle, members);
        var before = store.table(cohort.id());
        if (CohortTable.isDue(progress.size(), differing(progress, before))) {
            var table = CohortTable.of(progress.values(), today());
            store.put(cohort.id(), table);
            progress.forEach((member, shared) -> store.count(cohort.id(), member.roadmap(), shared));
            return new View(cohort, members.size(), table);
        }
        var stillHolds = before.filter(table -> !table.lines().isEmpty() && members.size() >= CohortTable.LEAST);
        return new View(cohort, members.size(), stillHolds.orElse(null));
    }

    /** Who left and came back counts once, so that it takes three persons and not three changes. */
    private static int differing(Map<Member, SharedProgress> members, Optional<CohortTable> before) {
        int came = 0;
        int changed = 0;
        for (var member : members.entrySet()) {
            var counted = member.getKey().counted();
            if (counted == null) came++;
            else if (!counted.equals(member.getValue().hash())) changed++;
        }
        int left = before.map(CohortTable::members).orElse(0) - (members.size() - came);
        return Math.max(came, left) + changed;
    }

    private static void forgetIfSomebodyLeft(CohortStore store, long cohort) {
        var stillThere = store.members(cohort).stream()
                .filter(member -> member.counted() != null)
                .count();
        store.table(cohort).filter(table -> table.members() > stillThere).ifPresent(_ -> store.removeLines(cohort));
    }

    private Map<Member, SharedProgress> progress(Handle handle, List<Member> members) {
        var store = new RoadmapStore(handle);
        var progress = new LinkedHashMap<Member, SharedProgress>();
        for (var member : members) {
            store.find(member.roadmap(), today())
                    .map(found -> Roadmaps.current(found, catalog.get()))
                    .ifPresent(roadmap ->
                            progress.put(member, SharedProgress.of(roadmaps.agenda(roadmap, catalog.get()))));
        }
        return progress;
    }

    private LocalDate today() {
        return roadmaps.today();
    }
}
