package org.ssos.clearinghouse.vetting;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Actor;
import org.ssos.clearinghouse.account.Audit;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.Moment;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vetting;
import org.ssos.clearinghouse.mail.Mail;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.NewCase;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.CaseEvent.Audience;
import org.ssos.clearinghouse.vetting.CaseState.Approved;
import org.ssos.clearinghouse.vetting.CaseState.Declined;
import org.ssos.clearinghouse.vetting.CaseState.InConflict;
import org.ssos.clearinghouse.vetting.CaseState.Scheduled;
import org.ssos.clearinghouse.vetting.CaseState.Submitted;
import org.ssos.clearinghouse.web.Site;
import org.ssos.clearinghouse.web.Token;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cases and their history. All SQL about them is in this file. A step, its line in the history and in the audit
 * trail, and the order to publish are kept together or not at all. Safe for use by many threads.
 */
public final class Cases {
    private static final String INSERT = """
            INSERT INTO vetting_case (id, year, number, token_hash, entry, is_open, opened_at, version, facts)
            VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?)
            """;
    private static final String UPDATE = """
            UPDATE vetting_case SET entry = ?, is_open = ?, decided_at = ?, version = ?, facts = ? WHERE id = ?
            """;
    private static final String INSERT_EVENT = """
            INSERT INTO case_event
                (case_id, version, at, account_id, who, role, organization, step, words, text, audience)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_TOKEN = """
            SELECT facts FROM vetting_case
            WHERE token_hash = ? OR id = (SELECT case_id FROM case_link WHERE token_hash = ?)
            """;

    /** What stands before the id of a case where a mail waits for its link. */
    private static final String OF_CASE = "case ";

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();

    /** What became of a step. */
    public sealed interface Result {
        record Done(Case after) implements Result {}

        /** @param reason in words */
        record Refused(String reason) implements Result {}

        /** Others acted on the case meanwhile, and nothing was done. */
        record MovedOn(List<CaseEvent> meanwhile) implements Result {}
    }

    /** What the site tells everybody about the queue. */
    public record Figures(int waiting, @Nullable Double medianDays) {}

    private final Database database;
    private final Supplier<Catalog> catalog;
    private final Function<EntryId, @Nullable String> published;
    private final Clock clock;
    private final boolean mails;
    private final BiConsumer<Handle, Approval> approve;
    private final BiPredicate<Handle, String> takeBack;

    /**
     * @param published the text of an entry on the site; null where there is none
     * @param mails whether owners are written to
     * @param approve takes an order to publish, inside the transaction that decides it
     * @param takeBack ends the order of a case, inside the same transaction; false when it was carried out already
     */
    public Cases(
            Database database,
            Supplier<Catalog> catalog,
            Function<EntryId, @Nullable String> published,
            Clock clock,
            boolean mails,
            BiConsumer<Handle, Approval> approve,
            BiPredicate<Handle, String> takeBack) {
        this.database = database;
        this.catalog = catalog;
        this.published = published;
        this.clock = clock;
        this.mails = mails;
        this.approve = approve;
        this.takeBack = takeBack;
    }

    public CaseRules rules() {
        return new CaseRules(catalog.get().part(Rubric.PART), clock.getZone());
    }

    /** Begins a case, and returns the path of the owner's private page. Nothing else ever shows its token. */
    public String open(NewCase wanted) {
        return database.write(handle -> open(handle, wanted));
    }

    /** Begins a case as part of the transaction of the handle. */
    public String open(Handle handle, NewCase wanted) {
        var token = Token.fresh();
        var one = begun(handle, wanted);
        insert(handle, one, wanted, token);
        mailLink(handle, one);
        return "/cases/" + token;
    }

    /** The link is made when the mail is sent, so that no token lies anywhere but with its owner. */
    private void mailLink(Handle handle, Case one) {
        var email = one.owner().email();
        if (!mails || email == null) return;
        var body = """
                Thank you. What you sent in about "%s" is case %s.

                This is your private link. It shows where the case stands and lets you answer. Whoever knows it can
                answer for you, so keep it.

                %s
                """.formatted(one.title(), one.id(), Mail.SECRET);
        Outbox.add(handle, new Mail(email, Site.NAME + ": case " + one.id(), body, OF_CASE + one.id()), one.opened());
    }

    /** Whether a mail waits for the private link of a case, rather than for that of an account. */
    public static boolean isOfCase(String secret) {
        return secret.startsWith(OF_CASE);
    }

    /** One more path to the owner's private page of the case that a mail is about. */
    public String freshLink(String secret) {
        var token = Token.fresh();
        database.write(handle -> handle.execute(
                "INSERT INTO case_link (token_hash, case_id) VALUES (?, ?)",
                Token.hash(token),
                secret.substring(OF_CASE.length())));
        return "/cases/" + token;
    }

    /**
     * Says that a published entry is still right, which takes one person and changes nothing of it.
     *
     * @param published the text on the site
     * @param how it was checked, such as by a call
     */
    public Result stillRight(Draft published, String how, String note, By.Member by) {
        return openAndDecide(published, Subject.STILL_RIGHT, new CaseStep.ConfirmStillRight(how, note), by);
    }

    /**
     * Takes an entry off the site at once, which takes one person and is flagged until a second one has looked.
     *
     * @param takenDown the text as {@link Archiving#takeDown} makes it
     */
    public Result takeDown(Draft takenDown, String reason, By.Member by) {
        return openAndDecide(takenDown, Subject.TAKE_DOWN, new CaseStep.PublishInEmergency(reason), by);
    }

    private Result openAndDecide(Draft draft, Subject subject, CaseStep step, By.Member by) {
        var person = by.person();
        var sender = new Sender(person.name(), person.organization(), null, person.account());
        var wanted = new NewCase(draft, sender, subject.name(), null);
        return database.write(handle -> {
            var one = begun(handle, wanted);
            // What is refused leaves no case behind.
            if (rules().apply(one, step, by, clock.instant()) instanceof Outcome.Refused(var reason)) {
                return new Result.Refused(reason);
            }
            var hindrance = untrusted(one, step);
            if (hindrance.isPresent()) return new Result.Refused(hindrance.get());
            insert(handle, one, wanted, Token.fresh());
            return act(handle, one.id(), null, step, by, null, clock.instant());
        });
    }

    /**
     * Begins a case about a text that came onto the site outside of it, once for each text. A case about an earlier
     * such text ends.
     *
     * @param found the text on the site
     */
    public void handEdited(Draft found) {
        database.write(handle -> {
            var entry = Objects.requireNonNull(found.entry());
            var hash = ContentFiles.sha256(found.text());
            var known = handEdits(handle, entry);
            endOutdated(handle, known, hash);
            var isKnown = known.stream()
                    .anyMatch(one -> isAbout(one, hash) && (one.state().isOpen() || one.state() instanceof Declined));
            if (!isKnown) {
                var sender = new Sender("The site", "", null, null);
                open(handle, new NewCase(found, sender, Subject.HAND_EDIT.name(), null));
            }
            return entry;
        });
    }

    /** Ends the cases about a text that is no longer on the site, or is trusted by now. */
    public void noLongerHandEdited(EntryId entry) {
        database.write(handle -> {
            endOutdated(handle, handEdits(handle, entry), "");
            return entry;
        });
    }

    private void endOutdated(Handle handle, List<Case> known, String hash) {
        var step = new CaseStep.Withdraw("The text it is about is not on the site any more.");
        for (var one : known) {
            if (!isAbout(one, hash) && one.state().isOpen() && order(one) == null) {
                act(handle, one.id(), null, step, new By.Site(), null, clock.instant());
            }
        }
    }

    private static boolean isAbout(Case one, String hash) {
        return one.drafts().getFirst().hash().equals(hash);
    }

    private static List<Case> handEdits(Handle handle, EntryId entry) {
        return handle
                .createQuery("SELECT facts FROM vetting_case WHERE entry = ? ORDER BY year, number")
                .bind(0, entry.value())
                .mapTo(String.class)
                .map(Cases::read)
                .stream()
                .filter(one -> one.subject() == Subject.HAND_EDIT)
                .toList();
    }

    private Case begun(Handle handle, NewCase wanted) {
        var now = clock.instant();
        var text = wanted.draft().text();
        var read = DraftText.of(text);
        var sender = wanted.sender();
        var author = sender.account() == null ? null : person(handle, sender.account());
        var subject = Subject.find(wanted.subject()).orElseThrow();
        var kind = wanted.draft().kind();
        int year = now.atZone(clock.getZone()).getYear();
        int number = nextNumber(handle, year);
        var first = new DraftVersion(
                1, ContentFiles.sha256(text), author, now, List.of(), organizations(read, kind, sender.organization()));
        return new Case(
                String.format(Locale.ROOT, "%d-%04d", year, number),
                subject,
                kind,
                wanted.draft().entry() == null
                        ? read.id()
                        : wanted.draft().entry().value(),
                wanted.draft().base(),
                Depth.of(subject, kind),
                read.title(),
                new Owner(sender.name(), sender.organization(), sender.email()),
                now,
                List.of(first),
                new Submitted(now),
                null,
                List.of(),
                false,
                null,
                1);
    }

    private void insert(Handle handle, Case one, NewCase wanted, String token) {
        var sender = wanted.sender();
        var author = one.draft().by();
        handle.execute(
                INSERT,
                one.id(),
                Integer.parseInt(one.id().substring(0, 4)),
                Integer.parseInt(one.id().substring(5)),
                Token.hash(token),
                one.entry(),
                Moment.text(one.opened()),
                one.version(),
                JSON.writeValueAsString(one));
        handle.execute(
                "INSERT INTO case_draft (case_id, number, text) VALUES (?, ?, ?)",
                one.id(),
                1,
                wanted.draft().text());
        keepBase(handle, one);
        add(
                handle,
                one,
                new CaseEvent(
                        one.opened(),
                        sender.account(),
                        author == null ? one.owner().label() : author.name(),
                        author != null ? author.roles() : one.subject() == Subject.HAND_EDIT ? "Site" : "Owner",
                        sender.organization(),
                        "open",
                        one.subject() == Subject.HAND_EDIT ? "found it in the content folder" : "sent it in",
                        wanted.message(),
                        Audience.OWNER));
    }

    /** Keeps the text that the newest draft was made from, as long as it is the one on the site. */
    private void keepBase(Handle handle, Case one) {
        if (one.base() == null || !EntryId.isValid(one.entry())) return;
        var text = published.apply(new EntryId(one.entry()));
        if (text == null || !ContentFiles.sha256(text).equals(one.base())) return;
        handle.execute(
                "INSERT INTO case_base (case_id, hash, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                one.id(),
                one.base(),
                text);
    }

    /** The published text that the newest draft was made from; nothing for a new entry, or where it was never seen. */
    public Optional<String> baseText(Case one) {
        return database.read(handle -> handle.createQuery("SELECT text FROM case_base WHERE case_id = ? AND hash = ?")
                .bind(0, one.id())
                .bind(1, one.base())
                .mapTo(String.class)
                .findOne());
    }

    public Optional<Case> find(String id) {
        return database.read(handle -> find(handle, id));
    }

    /** The case of a private link. */
    public Optional<Case> ofToken(String token) {
        return database.read(handle -> ofToken(handle, token));
    }

    /** The case of a private link, as the transaction of the handle sees it. */
    public Optional<Case> ofToken(Handle handle, String token) {
        var hash = Token.hash(token);
        return handle.createQuery(OF_TOKEN)
                .bind(0, hash)
                .bind(1, hash)
                .mapTo(String.class)
                .findOne()
                .map(Cases::read);
    }

    /** All cases in which somebody still has something to do, the oldest first. */
    public List<Case> open() {
        return database.read(
                handle -> handle.createQuery("SELECT facts FROM vetting_case WHERE is_open = 1 ORDER BY year, number")
                        .mapTo(String.class)
                        .map(Cases::read)
                        .list());
    }

    /** How many those are. */
    public int countOpen() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM vetting_case WHERE is_open = 1")
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Cases in which nothing is left to do, the newest first.
     *
     * @param before the id of a case: only older ones
     */
    public List<Case> closed(@Nullable String before, int most) {
        return database.read(handle -> handle.createQuery(
                        "SELECT facts FROM vetting_case WHERE is_open = 0 AND id < ? ORDER BY id DESC LIMIT ?")
                .bind(0, before == null ? "9999-9999" : before)
                .bind(1, most)
                .mapTo(String.class)
                .map(Cases::read)
                .list());
    }

    /** The open cases about an entry. */
    public List<Case> about(EntryId entry) {
        return database.read(handle -> handle.createQuery(
                        "SELECT facts FROM vetting_case WHERE entry = ? AND is_open = 1 ORDER BY year, number")
                .bind(0, entry.value())
                .mapTo(String.class)
                .map(Cases::read)
                .list());
    }

    /** Since when a report of a reader about an entry is open, by the id of the entry. */
    public static Map<EntryId, Instant> reported(Database database) {
        return database.read(handle -> {
            var since = new HashMap<EntryId, Instant>();
            handle
                    .createQuery("SELECT entry, opened_at FROM vetting_case WHERE is_open = 1 AND facts LIKE ?")
                    .bind(0, "%\"subject\":\"" + Subject.REPORT.name() + "\"%")
                    .map((row, _) -> Map.entry(row.getString("entry"), Moment.of(row.getString("opened_at"))))
                    .list()
                    .stream()
                    .filter(report -> EntryId.isValid(report.getKey()))
                    .forEach(report -> since.merge(
                            new EntryId(report.getKey()),
                            report.getValue(),
                            (one, other) -> one.isBefore(other) ? one : other));
            return since;
        });
    }

    public String text(Case one, int draft) {
        return database.read(handle -> text(handle, one.id(), draft));
    }

    /** The history, the oldest line first. */
    public List<CaseEvent> events(Case one) {
        return database.read(handle -> events(handle, one.id(), 0));
    }

    public Figures figures() {
        return database.read(handle -> {
            var waiting = handle.createQuery("SELECT count(*) FROM vetting_case WHERE is_open = 1")
                    .mapTo(Integer.class)
                    .one();
            var days = handle
                    .createQuery("SELECT opened_at, decided_at FROM vetting_case WHERE decided_at IS NOT NULL"
                            + " AND decided_at > ?")
                    .bind(
                            0,
                            Moment.text(clock.instant()
                                    .atZone(ZoneOffset.UTC)
                                    .minusYears(1)
                                    .toInstant()))
                    .map((row, _) -> daysBetween(row.getString("opened_at"), row.getString("decided_at")))
                    .list()
                    .stream()
                    .sorted()
                    .toList();
            return new Figures(waiting, days.isEmpty() ? null : median(days));
        });
    }

    /**
     * Takes a step, when the rules allow it.
     *
     * @param seen the version of the case that the one who acts has seen; absent for a note
     */
    public Result act(String id, @Nullable Integer seen, CaseStep step, By by) {
        return database.write(handle -> act(handle, id, seen, step, by, null, clock.instant()));
    }

    /** Adds a version of the text. */
    public Result edit(String id, @Nullable Integer seen, DraftText text, @Nullable String base, By by) {
        return database.write(handle -> {
            var before = get(handle, id);
            var changed = text
                    .changesFrom(DraftText.of(text(handle, id, before.draft().number())))
                    .stream()
                    .map(DraftText.Change::field)
                    .toList();
            var step = new CaseStep.Edit(
                    ContentFiles.sha256(text.text()),
                    base,
                    before.base() == null ? text.id() : before.entry(),
                    text.title(),
                    changed,
                    organizations(text, before.kind(), before.owner().organization()));
            return act(handle, id, seen, step, by, text.text(), clock.instant());
        });
    }

    /** The text is on the site. Hearing it twice changes nothing. */
    public void published(String id, String hash, Instant at) {
        report(id, new CaseStep.OnTheSite(hash), at);
    }

    /** The file on the site is another one than expected, and nothing was written. Hearing it twice changes nothing. */
    public void conflict(String id, String words, Instant at) {
        report(id, new CaseStep.Conflict(words), at);
    }

    private void report(String id, CaseStep step, Instant at) {
        database.write(handle -> {
            var one = get(handle, id);
            return order(one) == null ? new Result.Done(one) : act(handle, id, null, step, new By.Site(), null, at);
        });
    }

    private Result act(
            Handle handle,
            String id,
            @Nullable Integer seen,
            CaseStep step,
            By by,
            @Nullable String text,
            Instant now) {
        var before = get(handle, id);
        var at = notBeforeTheLast(handle, id, now);
        if (seen != null && seen != before.version() && !step.isNote()) {
            return new Result.MovedOn(events(handle, id, seen));
        }
        return switch (rules().apply(before, step, by, at)) {
            case Outcome.Refused(var reason) -> new Result.Refused(reason);
            case Outcome.Moved(var after, var event) -> {
                var hindrance = untrusted(before, step).or(() -> order(handle, before, after));
                if (hindrance.isPresent()) yield new Result.Refused(hindrance.get());
                save(handle, after);
                if (text != null) {
                    handle.execute(
                            "INSERT INTO case_draft (case_id, number, text) VALUES (?, ?, ?)",
                            id,
                            after.draft().number(),
                            text);
                    keepBase(handle, after);
                }
                add(handle, after, event);
                audit(handle, after, step, by, event);
                tellOwner(handle, after, by, event);
                yield new Result.Done(after);
            }
        };
    }

    /** A case hears of its publication a moment later, and a clock may be set back: its history stays in order. */
    private static Instant notBeforeTheLast(Handle handle, String id, Instant now) {
        return handle.createQuery("SELECT max(at) FROM case_event WHERE case_id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .map(Moment::of)
                .filter(last -> last.isAfter(now))
                .orElse(now);
    }

    /** One person may confirm what was decided on; what nobody else has looked at yet takes two. */
    private Optional<String> untrusted(Case one, CaseStep step) {
        if (!(step instanceof CaseStep.ConfirmStillRight)) return Optional.empty();
        var now = catalog.get();
        var entry = now.find(one.entry()).orElse(null);
        if (entry == null || !now.hashOf(entry).equals(Optional.ofNullable(one.base()))) {
            return Optional.of("The entry on the site changed since. Check what stands there now.");
        }
        if (entry.isArchived()) return Optional.of("The entry is archived.");
        return switch (entry.vetting() == null
                ? Vetting.Standing.VETTED
                : entry.vetting().standing()) {
            case VETTED -> Optional.empty();
            case EMERGENCY -> Optional.of("It was published in an emergency: a second person has to review it first.");
            case EDITED_OUTSIDE ->
                Optional.of("It was edited outside the site: that has its own case, which takes two people.");
        };
    }

    /** Gives the order to publish or ends it; says what stands in the way. */
    private Optional<String> order(Handle handle, Case before, Case after) {
        var old = order(before);
        var wanted = order(after);
        if (old == null && wanted != null) {
            if (!EntryId.isValid(after.entry())) return Optional.of("The text needs an id before it can be published.");
            approve.accept(handle, approval(handle, after, wanted));
        }
        // What one person did alone was looked at since: the text stays, and its receipt says so.
        if (isAlone(before) && after.state() instanceof CaseState.Published(var _, var decision, var hash)) {
            if (!decision.isAlone()) {
                approve.accept(
                        handle,
                        new Approval(
                                after.id(),
                                new EntryId(after.entry()),
                                after.kind(),
                                text(handle, after.id(), after.draft().number()),
                                hash,
                                decision,
                                null));
            }
        }
        var ended = old != null && wanted == null && !(after.state() instanceof CaseState.Published);
        if (ended && !(after.state() instanceof InConflict) && !takeBack.test(handle, after.id())) {
            return Optional.of("It went on the site meanwhile. Suggest a change of the entry: that is a new case.");
        }
        return Optional.empty();
    }

    private static boolean isAlone(Case one) {
        return one.state() instanceof CaseState.Published(var _, var decision, var _) && decision.isAlone();
    }

    private static @Nullable Decision order(Case one) {
        return switch (one.state()) {
            case Approved(var _, var decision) -> decision;
            case Scheduled(var _, var decision, var _) -> decision;
            case Submitted _,
                    CaseState.Screening _,
                    CaseState.InReview _,
                    CaseState.NeedsInfo _,
                    CaseState.Decided _,
                    CaseState.Published _,
                    Declined _,
                    CaseState.Appealed _,
                    CaseState.Answered _,
                    CaseState.Withdrawn _,
                    InConflict _ -> null;
        };
    }

    private Approval approval(Handle handle, Case one, Decision decision) {
        var notBefore = one.state() instanceof Scheduled(var _, var _, var day)
                ? day.atStartOfDay(clock.getZone()).toInstant()
                : null;
        return new Approval(
                one.id(),
                new EntryId(one.entry()),
                one.kind(),
                text(handle, one.id(), one.draft().number()),
                one.base(),
                decision,
                notBefore);
    }

    private void save(Handle handle, Case one) {
        var decided =
                order(one) != null || one.state() instanceof Declined || one.state() instanceof CaseState.Answered;
        var known = handle.createQuery("SELECT decided_at FROM vetting_case WHERE id = ?")
                .bind(0, one.id())
                .mapTo(String.class)
                .findOne()
                .orElse(null);
        handle.execute(
                UPDATE,
                one.entry(),
                one.state().isOpen() ? 1 : 0,
                known == null && decided ? Moment.text(clock.instant()) : known,
                one.version(),
                JSON.writeValueAsString(one),
                one.id());
    }

    private static void add(Handle handle, Case one, CaseEvent event) {
        handle.execute(
                INSERT_EVENT,
                one.id(),
                one.version(),
                Moment.text(event.at()),
                event.account(),
                event.who(),
                event.role(),
                event.organization(),
                event.step(),
                event.words(),
                event.text(),
                event.audience().name().toLowerCase(Locale.ROOT));
    }

    private static void audit(Handle handle, Case one, CaseStep step, By by, CaseEvent event) {
        var actor = switch (by) {
            case By.Member(var person, var _) ->
                new Actor(person.account(), email(handle, person), person.roles(), person.organization());
            case By.OwnerOfCase(var signedIn) ->
                new Actor(
                        signedIn == null ? null : signedIn.account(),
                        "owner of the case",
                        "owner",
                        one.owner().organization());
            case By.Site _ -> Actor.SITE;
        };
        var action = step.action(one.subject());
        new Audit(handle)
                .add(
                        event.at(),
                        actor,
                        action == null ? step.id() : action.id(),
                        "case " + one.id(),
                        Audit.Outcome.DONE,
                        step.id());
    }

    private void tellOwner(Handle handle, Case one, By by, CaseEvent event) {
        var email = one.owner().email();
        if (!mails || email == null || event.audience() != Audience.OWNER || by instanceof By.OwnerOfCase) return;
        var body = """
                About "%s" (case %s): %s.
                %s
                Open your private link, which you got when you sent it in, to see all of it and to answer.
                """.formatted(
                        one.title(),
                        one.id(),
                        event.role() + " " + event.words(),
                        event.text() == null ? "" : "\n" + event.text() + "\n");
        Outbox.add(handle, new Mail(email, Site.NAME + ": case " + one.id(), body, null), event.at());
    }

    private static String email(Handle handle, Person person) {
        return handle.createQuery("SELECT email FROM account WHERE id = ?")
                .bind(0, person.account())
                .mapTo(String.class)
                .findOne()
                .orElse(person.name());
    }

    private static @Nullable Person person(Handle handle, long account) {
        return handle.createQuery("SELECT id, name, organization FROM account WHERE id = ?")
                .bind(0, account)
                .map((row, _) ->
                        new Person(row.getLong("id"), row.getString("name"), "", row.getString("organization")))
                .findOne()
                .orElse(null);
    }

    private static int nextNumber(Handle handle, int year) {
        return 1
                + handle.createQuery("SELECT coalesce(max(number), 0) FROM vetting_case WHERE year = ?")
                        .bind(0, year)
                        .mapTo(Integer.class)
                        .one();
    }

    private List<String> organizations(DraftText text, Kind kind, String owner) {
        var all = new LinkedHashSet<>(text.organizations(kind, catalog.get()));
        all.addAll(DraftText.namesOf(owner, catalog.get()));
        return List.copyOf(all);
    }

    private static Case get(Handle handle, String id) {
        return find(handle, id).orElseThrow();
    }

    private static Optional<Case> find(Handle handle, String id) {
        return handle.createQuery("SELECT facts FROM vetting_case WHERE id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .map(Cases::read);
    }

    private static String text(Handle handle, String id, int draft) {
        return handle.createQuery("SELECT text FROM case_draft WHERE case_id = ? AND number = ?")
                .bind(0, id)
                .bind(1, draft)
                .mapTo(String.class)
                .one();
    }

    private static List<CaseEvent> events(Handle handle, String id, int afterVersion) {
        return handle.createQuery("SELECT * FROM case_event WHERE case_id = ? AND version > ? ORDER BY id")
                .bind(0, id)
                .bind(1, afterVersion)
                .map((row, _) -> new CaseEvent(
                        Moment.of(row.getString("at")),
                        row.getObject("account_id") == null ? null : row.getLong("account_id"),
                        row.getString("who"),
                        row.getString("role"),
                        row.getString("organization"),
                        row.getString("step"),
                        row.getString("words"),
                        row.getString("text"),
                        Audience.valueOf(row.getString("audience").toUpperCase(Locale.ROOT))))
                .list();
    }

    private static Case read(String facts) {
        return JSON.readValue(facts, Case.class);
    }

    private static double daysBetween(String opened, String decided) {
        return (Instant.parse(decided).toEpochMilli() - Instant.parse(opened).toEpochMilli()) / 86_400_000.0;
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
