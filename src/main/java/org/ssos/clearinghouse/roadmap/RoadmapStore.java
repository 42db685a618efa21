package org.ssos.clearinghouse.roadmap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.Kept;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.OwnStep;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.Way;
import org.ssos.clearinghouse.web.Token;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The roadmaps that visitors keep, within one transaction. Holds only hashes of the tokens in their links. What was
 * removed lies in the file until {@code Database.forget}.
 */
public final class RoadmapStore {
    /** A roadmap that nobody opened for so long is gone. */
    public static final Period UNUSED = Period.ofMonths(18);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private static final String INSERT = """
            INSERT INTO roadmap (calendar_key, answers, start_on, saved_on, changed_on, used_on, seen)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
            """;
    private static final String OF_TOKEN = """
            SELECT roadmap.*, roadmap_link.kind AS way FROM roadmap
            JOIN roadmap_link ON roadmap_link.roadmap_id = roadmap.id
            WHERE roadmap_link.token_hash = ? AND roadmap.used_on >= ?
            """;
    private static final String PUT_MARK = """
            INSERT INTO roadmap_mark (roadmap_id, step, title, done_on, done_for, postponed_to, note, left_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (roadmap_id, step) DO UPDATE SET title = excluded.title, done_on = excluded.done_on,
                done_for = excluded.done_for, postponed_to = excluded.postponed_to, note = excluded.note,
                left_by = excluded.left_by
            """;
    private static final String CHANGE_OWN = """
            UPDATE roadmap_own_step SET title = ?, due_on = ?, note = ?, done_on = ? WHERE roadmap_id = ? AND id = ?
            """;

    private final Handle handle;

    /** A roadmap, and what the link that was followed opens of it. */
    public record Opened(SavedRoadmap roadmap, Way way) {}

    public RoadmapStore(Handle handle) {
        this.handle = handle;
    }

    /** Keeps a new roadmap, which nobody can open until {@link #mint} makes a link. */
    long add(Answers answers, LocalDate start, Seen seen, LocalDate today) {
        return handle.createQuery(INSERT)
                .bind(0, UUID.randomUUID().toString())
                .bind(1, JSON.writeValueAsString(answers.values()))
                .bind(2, start.toString())
                .bind(3, today.toString())
                .bind(4, today.toString())
                .bind(5, today.toString())
                .bind(6, JSON.writeValueAsString(seen.facts()))
                .mapTo(Long.class)
                .one();
    }

    /** Makes another link to a roadmap and returns its token, which cannot be had a second time. */
    public String mint(long id, Way way, LocalDate today) {
        var token = Token.fresh();
        handle.execute(
                "INSERT INTO roadmap_link (token_hash, roadmap_id, kind, made_on) VALUES (?, ?, ?, ?)",
                Token.hash(token),
                id,
                way.id(),
                today.toString());
        return token;
    }

    /** What a link opens; nothing where it was never made, or its roadmap is gone or was not used for too long. */
    public Optional<Opened> open(String token, LocalDate today) {
        return handle.createQuery(OF_TOKEN)
                .bind(0, Token.hash(token))
                .bind(1, today.minus(UNUSED).toString())
                .map((row, _) -> new Opened(
                        roadmap(row), Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT))))
                .findOne();
    }

    /** For those who know a roadmap otherwise than by its link. */
    public Optional<SavedRoadmap> find(long id, LocalDate today) {
        return handle.createQuery("SELECT * FROM roadmap WHERE id = ? AND used_on >= ?")
                .bind(0, id)
                .bind(1, today.minus(UNUSED).toString())
                .map((row, _) -> roadmap(row))
                .findOne();
    }

    /** Notes that it was opened; only the day is kept. */
    void use(long id, LocalDate today) {
        handle.execute("UPDATE roadmap SET used_on = ? WHERE id = ?", today.toString(), id);
    }

    /** Takes the place of what was kept of the step; nothing is kept of a step without tick, note and other day. */
    void put(long id, Kept kept) {
        var mark = kept.mark();
        if (mark.isEmpty()) {
            remove(id, kept.step());
            return;
        }
        handle.execute(
                PUT_MARK,
                id,
                kept.step(),
                kept.title(),
                text(mark.doneOn()),
                text(mark.doneFor()),
                text(mark.postponedTo()),
                mark.note(),
                String.join(" ", kept.leftBy()));
    }

    /** Removes what was kept of a step. */
    void remove(long id, String step) {
        handle.execute("DELETE FROM roadmap_mark WHERE roadmap_id = ? AND step = ?", id, step);
    }

    /** @param step has no id yet */
    void addOwn(long id, OwnStep step) {
        handle.execute(
                "INSERT INTO roadmap_own_step (roadmap_id, title, due_on, note, done_on) VALUES (?, ?, ?, ?, ?)",
                id,
                step.title(),
                text(step.due()),
                step.note(),
                text(step.doneOn()));
    }

    void changeOwn(long id, OwnStep step) {
        handle.execute(CHANGE_OWN, step.title(), text(step.due()), step.note(), text(step.doneOn()), id, step.id());
    }

    void removeOwn(long id, long step) {
        handle.execute("DELETE FROM roadmap_own_step WHERE roadmap_id = ? AND id = ?", id, step);
    }

    /** Other answers make another plan. */
    void rebuild(long id, Answers answers, LocalDate start, Seen seen) {
        handle.execute(
                "UPDATE roadmap SET answers = ?, start_on = ?, seen = ? WHERE id = ?",
                JSON.writeValueAsString(answers.values()),
                start.toString(),
                JSON.writeValueAsString(seen.facts()),
                id);
    }

    void see(long id, Seen seen) {
        handle.execute("UPDATE roadmap SET seen = ? WHERE id = ?", JSON.writeValueAsString(seen.facts()), id);
    }

    /** Counts a change, so that calendars know which of two texts is the newer one. */
    void changed(long id, LocalDate today) {
        handle.execute("UPDATE roadmap SET revision = revision + 1, changed_on = ? WHERE id = ?", today.toString(), id);
    }

    boolean isShared(long id) {
        return handle.createQuery("SELECT count(*) FROM roadmap_link WHERE roadmap_id = ? AND kind = ?")
                        .bind(0, id)
                        .bind(1, Way.SHARED.id())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** The links that others were given open nothing any more. */
    void unshare(long id) {
        handle.execute("DELETE FROM roadmap_link WHERE roadmap_id = ? AND kind = ?", id, Way.SHARED.id());
    }

    /** Removes it with everything that belongs to it. */
    void delete(long id) {
        handle.execute("DELETE FROM roadmap WHERE id = ?", id);
    }

    /** Removes those that nobody opened for too long, and says how many these were. */
    int deleteUnused(LocalDate today) {
        return handle.execute(
                "DELETE FROM roadmap WHERE used_on < ?", today.minus(UNUSED).toString());
    }

    private SavedRoadmap roadmap(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        return new SavedRoadmap(
                id,
                row.getString("calendar_key"),
                new Answers(JSON.readValue(row.getString("answers"), ANSWERS)),
                LocalDate.parse(row.getString("start_on")),
                row.getLong("revision"),
                LocalDate.parse(row.getString("saved_on")),
                LocalDate.parse(row.getString("changed_on")),
                LocalDate.parse(row.getString("used_on")),
                kept(id),
                own(id),
                Seen.of(JSON.readValue(row.getString("seen"), FACTS)));
    }

    private List<Kept> kept(long id) {
        return handle.createQuery("SELECT * FROM roadmap_mark WHERE roadmap_id = ? ORDER BY step")
                .bind(0, id)
                .map((row, _) -> new Kept(
                        row.getString("step"),
                        row.getString("title"),
                        new Mark(
                                day(row, "done_on"),
                                day(row, "done_for"),
                                day(row, "postponed_to"),
                                row.getString("note")),
                        words(row.getString("left_by"))))
                .list();
    }

    private List<OwnStep> own(long id) {
        return handle.createQuery("SELECT * FROM roadmap_own_step WHERE roadmap_id = ? ORDER BY id")
                .bind(0, id)
                .map((row, _) -> new OwnStep(
                        row.getLong("id"),
                        row.getString("title"),
                        day(row, "due_on"),
                        row.getString("note"),
                        day(row, "done_on")))
                .list();
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
