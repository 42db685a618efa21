package org.ssos.clearinghouse.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.db.Moment;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.web.Token;

/**
 * The questions to owners whether an entry is still right, within one transaction. An entry has one open question at
 * most; the newest counts, and its first answer ends it. Holds only hashes of the tokens.
 */
final class OwnerQuestions {
    /** As long as the owner of a case has to answer. */
    static final Duration LASTS = Duration.ofDays(30);

    private static final String INSERT = """
            INSERT INTO owner_question (entry_id, email, office, asked_by, asked_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?) RETURNING id
            """;
    private static final String FORGET_LINKS = """
            DELETE FROM owner_answer_link WHERE question_id IN (SELECT id FROM owner_question WHERE entry_id = ?)
            """;
    private static final String GIVE_LINK = """
            INSERT INTO owner_answer_link (question_id, answer, token_hash) VALUES (?, ?, ?)
            ON CONFLICT (question_id, answer) DO UPDATE SET token_hash = excluded.token_hash
            """;
    private static final String OF_TOKEN = """
            SELECT owner_question.*, owner_answer_link.answer AS offered FROM owner_question
            JOIN owner_answer_link ON owner_answer_link.question_id = owner_question.id
            WHERE owner_answer_link.token_hash = ? AND owner_question.answered_at IS NULL
                AND owner_question.expires_at > ?
            """;
    private static final String LATEST = """
            SELECT * FROM owner_question WHERE entry_id = ? ORDER BY id DESC LIMIT 1
            """;

    /**
     * @param office to which the address belongs, as the entry names it
     * @param askedBy the account of whoever asked
     */
    record Question(
            long id,
            String entry,
            long askedBy,
            String email,
            String office,
            Instant askedAt,
            Instant expiresAt,
            @Nullable OwnerAnswer answer,
            @Nullable Instant answeredAt) {}

    /** A question, and the answer for which one of its links stands. */
    record Offered(Question question, OwnerAnswer answer) {}

    private final Handle handle;

    OwnerQuestions(Handle handle) {
        this.handle = handle;
    }

    /** Asks a question, which nobody can answer until {@link #mint} makes its links. */
    long add(EntryId entry, String email, String office, long account, Instant now) {
        handle.execute(FORGET_LINKS, entry.value());
        return handle.createQuery(INSERT)
                .bind(0, entry.value())
                .bind(1, email)
                .bind(2, office)
                .bind(3, account)
                .bind(4, Moment.text(now))
                .bind(5, Moment.text(now.plus(LASTS)))
                .mapTo(Long.class)
                .one();
    }

    /** Gives the question new tokens, so that older ones open nothing; none where it was answered or is over. */
    Map<OwnerAnswer, String> mint(long id, Instant now) {
        var isOpen = handle.createQuery(
                                "SELECT count(*) FROM owner_question WHERE id = ? AND answered_at IS NULL AND expires_at > ?"
                                        + " AND id = (SELECT max(id) FROM owner_question other"
                                        + " WHERE other.entry_id = owner_question.entry_id)")
                        .bind(0, id)
                        .bind(1, Moment.text(now))
                        .mapTo(Integer.class)
                        .one()
                > 0;
        var tokens = new EnumMap<OwnerAnswer, String>(OwnerAnswer.class);
        if (!isOpen) return tokens;
        for (var answer : OwnerAnswer.values()) {
            var token = Token.fresh();
            handle.execute(GIVE_LINK, id, answer.id(), Token.hash(token));
            tokens.put(answer, token);
        }
        return tokens;
    }

    Optional<Offered> find(String token, Instant now) {
        return handle.createQuery(OF_TOKEN)
                .bind(0, Token.hash(token))
                .bind(1, Moment.text(now))
                .map((row, _) -> new Offered(
                        question(row),
                        OwnerAnswer.find(row.getString("offered")).orElseThrow()))
                .findOne();
    }

    /** Keeps the answer and uses all three links up; false when somebody else was faster. */
    boolean answer(Offered offered, Instant now) {
        var id = offered.question().id();
        var isFirst = handle.execute(
                        "UPDATE owner_question SET answer = ?, answered_at = ? WHERE id = ? AND answered_at IS NULL",
                        offered.answer().id(),
                        Moment.text(now),
                        id)
                == 1;
        if (isFirst) handle.execute("DELETE FROM owner_answer_link WHERE question_id = ?", id);
        return isFirst;
    }

    /** The last question about an entry. */
    Optional<Question> latest(EntryId entry) {
        return handle.createQuery(LATEST)
                .bind(0, entry.value())
                .map((row, _) -> question(row))
                .findOne();
    }

    private static Question question(java.sql.ResultSet row) throws java.sql.SQLException {
        var answer = row.getString("answer");
        var answeredAt = row.getString("answered_at");
        return new Question(
                row.getLong("id"),
                row.getString("entry_id"),
                row.getLong("asked_by"),
                row.getString("email"),
                row.getString("office"),
                Moment.of(row.getString("asked_at")),
                Moment.of(row.getString("expires_at")),
                answeredAt == null || answer == null
                        ? null
                        : OwnerAnswer.find(answer).orElse(null),
                answeredAt == null ? null : Moment.of(answeredAt));
    }
}
