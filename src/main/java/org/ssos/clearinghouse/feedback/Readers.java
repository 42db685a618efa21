package org.ssos.clearinghouse.feedback;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.Audit;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.mail.Mail;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.NewCase;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.By;
import org.ssos.clearinghouse.vetting.Case;
import org.ssos.clearinghouse.vetting.CaseStep;
import org.ssos.clearinghouse.vetting.Cases;
import org.ssos.clearinghouse.vetting.Person;
import org.ssos.clearinghouse.vetting.Subject;
import org.ssos.clearinghouse.web.Site;

/**
 * What readers say of entries. Nothing is kept of who they are. A problem begins a case, which flags the entry; told
 * again while that case is open, it joins it. Safe for use by many threads.
 */
public final class Readers {
    private final Database database;
    private final Cases cases;
    private final Clock clock;
    private final boolean mails;

    /** What became of a report. */
    sealed interface Reported {
        /** @param path of the reader's private page */
        record Opened(String path) implements Reported {}

        record Joined() implements Reported {}
    }

    /** @param mails whether somebody who asked for an answer by mail gets one */
    public Readers(Database database, Cases cases, Clock clock, boolean mails) {
        this.database = database;
        this.cases = cases;
        this.clock = clock;
        this.mails = mails;
        database.write(handle -> {
            new Notes(handle).forget(clock.instant());
            return handle;
        });
    }

    boolean mails() {
        return mails;
    }

    /** What was said of each entry within a year; those of which nothing was said are missing. */
    public Map<EntryId, Counts> counts() {
        return database.read(handle -> new Notes(handle).counts(clock.instant(), clock.getZone()));
    }

    /** The share of readers whom each entry did not help, as it is now; see {@link Counts#unhelpfulShare}. */
    public ToDoubleFunction<EntryId> unhelpful() {
        var counts = counts();
        return entry -> counts.getOrDefault(entry, Counts.NONE).unhelpfulShare();
    }

    /** The open cases that readers' reports of the entry began, the oldest first. */
    public List<Case> reported(EntryId entry) {
        return cases.about(entry).stream()
                .filter(one -> one.subject() == Subject.REPORT)
                .toList();
    }

    /** What was answered about an entry, or about any, the newest first; only where the reader agreed. */
    public List<Answer> answers(@Nullable EntryId entry, @Nullable Long before, int most) {
        return database.read(handle -> new Notes(handle).answers(entry, before, most));
    }

    /** @param words empty where nothing was written; then only the count is kept */
    void vote(EntryId entry, boolean helpful, String words, boolean mayPublish) {
        var said = helpful ? Said.HELPFUL : Said.NOT_HELPFUL;
        database.write(handle -> {
            var notes = new Notes(handle);
            var now = clock.instant();
            notes.forget(now);
            notes.count(entry, said, now, clock.getZone());
            if (!words.isEmpty()) {
                notes.add(new Note(0, entry, said, null, words, null, mayPublish, null, false, now, null));
            }
            return notes;
        });
    }

    /** @param published the text of the entry as it stands on the site */
    Reported report(Draft published, Problem problem, String words, Sender sender, boolean mayPublish) {
        var entry = Objects.requireNonNull(published.entry());
        return database.write(handle -> {
            var notes = new Notes(handle);
            var now = clock.instant();
            notes.forget(now);
            notes.count(entry, Said.REPORT, now, clock.getZone());
            var open = reported(entry).stream().map(Case::id).toList();
            var known = problem.joins() ? notes.caseOf(entry, problem, open) : Optional.<String>empty();
            if (known.isPresent()) {
                notes.add(new Note(
                        0,
                        entry,
                        Said.REPORT,
                        problem,
                        words,
                        sender.email(),
                        mayPublish,
                        known.get(),
                        false,
                        now,
                        null));
                return new Reported.Joined();
            }
            var message = words.isEmpty() ? problem.label() + "." : problem.label() + ". " + words;
            var path = cases.open(handle, new NewCase(published, sender, Subject.REPORT.name(), message));
            var opened = cases.ofToken(handle, path.substring(path.lastIndexOf('/') + 1))
                    .orElseThrow();
            notes.add(new Note(0, entry, Said.REPORT, problem, words, null, mayPublish, opened.id(), true, now, null));
            return new Reported.Opened(path);
        });
    }

    Optional<Note> find(long number) {
        return database.read(handle -> new Notes(handle).find(number));
    }

    List<Note> list(boolean open, @Nullable Said said, @Nullable EntryId entry, @Nullable Long after, int most) {
        return database.read(handle -> new Notes(handle).list(open, said, entry, after, most));
    }

    int waiting() {
        return database.read(handle -> new Notes(handle).waiting());
    }

    /** Notes that somebody looked at it and has nothing to answer. False when somebody dealt with it before. */
    boolean look(Note note, SignedIn by) {
        return database.write(handle -> {
            if (!new Notes(handle).close(note.number(), clock.instant())) return false;
            new Audit(handle)
                    .add(
                            clock.instant(),
                            by.actor(),
                            Action.ANSWER_REPORTS.id(),
                            target(note),
                            Audit.Outcome.DONE,
                            "look");
            return true;
        });
    }

    /**
     * Answers a note: to whoever holds the private page of its case, by mail where one was asked for, and to everybody
     * where the reader agreed.
     *
     * @param said what the reader said, in words that may be published
     * @return false when somebody dealt with it before
     */
    boolean answer(Note note, String said, String did, String title, SignedIn by) {
        boolean done = database.write(handle -> {
            var notes = new Notes(handle);
            var now = clock.instant();
            if (!notes.close(note.number(), now)) return false;
            if (note.mayPublish()) notes.publish(note.entry(), said, did, now);
            if (mails && note.email() != null) Outbox.add(handle, mail(note.email(), title, did), now);
            new Audit(handle)
                    .add(now, by.actor(), Action.ANSWER_REPORTS.id(), target(note), Audit.Outcome.DONE, "answer");
            return true;
        });
        if (done && note.caseId() != null && note.began()) {
            var member = new By.Member(Person.of(by.account()), by.roles());
            cases.act(note.caseId(), null, new CaseStep.NoteToOwner(did), member);
        }
        return done;
    }

    private static Mail mail(String to, String title, String did) {
        var body = """
                You reported a problem with "%s". Others had reported it before you. What we did:

                %s
                """.formatted(title, did);
        return new Mail(to, Site.NAME + ": your report", body, null);
    }

    private static String target(Note note) {
        return "feedback " + note.number() + ", " + note.entry();
    }
}
