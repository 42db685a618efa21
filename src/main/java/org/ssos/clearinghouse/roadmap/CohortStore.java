package org.ssos.clearinghouse.roadmap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.roadmap.Cohort.Way;
import org.ssos.clearinghouse.web.Token;

/**
 * Cohorts, who is in them and the tables made of them, within one transaction. Holds only hashes of the tokens in their
 * links.
 */
final class CohortStore {
    /** A cohort that nobody looked at or joined for so long is gone. */
    static final Period UNUSED = Period.ofMonths(18);

    private static final String OF_TOKEN = """
            SELECT cohort.* FROM cohort JOIN cohort_link ON cohort_link.cohort_id = cohort.id
            WHERE cohort_link.token_hash = ? AND cohort_link.kind = ? AND cohort.used_on >= ?
            """;
    private static final String OF_ROADMAP = """
            SELECT cohort.* FROM cohort JOIN cohort_member ON cohort_member.cohort_id = cohort.id
            WHERE cohort_member.roadmap_id = ? AND cohort.used_on >= ? ORDER BY cohort.name, cohort.id
            """;
    private static final String JOIN = """
            INSERT INTO cohort_member (cohort_id, roadmap_id) VALUES (?, ?) ON CONFLICT (cohort_id, roadmap_id) DO NOTHING
            """;

    private final Handle handle;

    /**
     * A roadmap in a cohort.
     *
     * @param counted the {@link SharedProgress#hash} of what the table counts of it; absent while that is nothing
     */
    record Member(long roadmap, @Nullable String counted) {}

    CohortStore(Handle handle) {
        this.handle = handle;
    }

    long add(String name, String office, LocalDate today) {
        return handle.createQuery("INSERT INTO cohort (name, office, used_on) VALUES (?, ?, ?) RETURNING id")
                .bind(0, name)
                .bind(1, office)
                .bind(2, today.toString())
                .mapTo(Long.class)
                .one();
    }

    void link(long id, Way way, String token) {
        handle.execute(
                "INSERT INTO cohort_link (token_hash, cohort_id, kind) VALUES (?, ?, ?)",
                Token.hash(token),
                id,
                way.id());
    }

    /** What a link opens; nothing where it is of another kind, was never made, or its cohort has ended. */
    Optional<Cohort> open(String token, Way way, LocalDate today) {
        return handle.createQuery(OF_TOKEN)
                .bind(0, Token.hash(token))
                .bind(1, way.id())
                .bind(2, oldest(today))
                .map((row, _) -> cohort(row))
                .findOne();
    }

    /** The cohorts that a roadmap is in, by name. */
    List<Cohort> of(long roadmap, LocalDate today) {
        return handle.createQuery(OF_ROADMAP)
                .bind(0, roadmap)
                .bind(1, oldest(today))
                .map((row, _) -> cohort(row))
                .list();
    }

    /** Notes that somebody had to do with it; only the day is kept. */
    void use(long id, LocalDate today) {
        handle.execute("UPDATE cohort SET used_on = ? WHERE id = ?", today.toString(), id);
    }

    void rename(long id, String name, String office) {
        handle.execute("UPDATE cohort SET name = ?, office = ? WHERE id = ?", name, office, id);
    }

    void join(long id, long roadmap) {
        handle.execute(JOIN, id, roadmap);
    }

    void leave(long id, long roadmap) {
        handle.execute("DELETE FROM cohort_member WHERE cohort_id = ? AND roadmap_id = ?", id, roadmap);
    }

    List<Member> members(long id) {
        return handle.createQuery("SELECT * FROM cohort_member WHERE cohort_id = ? ORDER BY roadmap_id")
                .bind(0, id)
                .map((row, _) -> new Member(row.getLong("roadmap_id"), row.getString("counted")))
                .list();
    }

    /** The table made last, whether or not all whom it counts are still there. */
    Optional<CohortTable> table(long id) {
        return handle.createQuery("SELECT counted_on, counted FROM cohort WHERE id = ? AND counted_on IS NOT NULL")
                .bind(0, id)
                .map((row, _) ->
                        new CohortTable(LocalDate.parse(row.getString("counted_on")), row.getInt("counted"), lines(id)))
                .findOne();
    }

    private List<CohortTable.Line> lines(long id) {
        return handle.createQuery("SELECT * FROM cohort_step WHERE cohort_id = ? ORDER BY step")
                .bind(0, id)
                .map((row, _) -> new CohortTable.Line(row.getString("step"), row.getInt("have"), row.getInt("done")))
                .list();
    }

    /** Takes the place of the table before. */
    void put(long id, CohortTable table) {
        removeLines(id);
        handle.execute(
                "UPDATE cohort SET counted_on = ?, counted = ? WHERE id = ?",
                table.on().toString(),
                table.members(),
                id);
        table.lines()
                .forEach(line -> handle.execute(
                        "INSERT INTO cohort_step (cohort_id, step, have, done) VALUES (?, ?, ?, ?)",
                        id,
                        line.step(),
                        line.have(),
                        line.done()));
    }

    /** The table counts somebody who left: its numbers go, and how many it counted stays. */
    void removeLines(long id) {
        handle.execute("DELETE FROM cohort_step WHERE cohort_id = ?", id);
    }

    void count(long id, long roadmap, SharedProgress progress) {
        handle.execute(
                "UPDATE cohort_member SET counted = ? WHERE cohort_id = ? AND roadmap_id = ?",
                progress.hash(),
                id,
                roadmap);
    }

    /** Removes it with its links, its table and who was in it. */
    void delete(long id) {
        handle.execute("DELETE FROM cohort WHERE id = ?", id);
    }

    /** Removes those that nobody had to do with for too long, and says how many these were. */
    int deleteUnused(LocalDate today) {
        return handle.execute("DELETE FROM cohort WHERE used_on < ?", oldest(today));
    }

    private static String oldest(LocalDate today) {
        return today.minus(UNUSED).toString();
    }

    private static Cohort cohort(ResultSet row) throws SQLException {
        return new Cohort(row.getLong("id"), row.getString("name"), row.getString("office"));
    }
}
