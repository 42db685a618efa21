package org.ssos.clearinghouse.vetting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.account.Work;
import org.ssos.clearinghouse.vetting.CaseEvent.Audience;
import org.ssos.clearinghouse.vetting.CaseState.Answered;
import org.ssos.clearinghouse.vetting.CaseState.Appealed;
import org.ssos.clearinghouse.vetting.CaseState.Approved;
import org.ssos.clearinghouse.vetting.CaseState.Decided;
import org.ssos.clearinghouse.vetting.CaseState.Declined;
import org.ssos.clearinghouse.vetting.CaseState.InConflict;
import org.ssos.clearinghouse.vetting.CaseState.InReview;
import org.ssos.clearinghouse.vetting.CaseState.NeedsInfo;
import org.ssos.clearinghouse.vetting.CaseState.Published;
import org.ssos.clearinghouse.vetting.CaseState.Scheduled;
import org.ssos.clearinghouse.vetting.CaseState.Screening;
import org.ssos.clearinghouse.vetting.CaseState.Submitted;
import org.ssos.clearinghouse.vetting.CaseState.Withdrawn;

/**
 * All rules of a case in one pure function: a case, a step, who takes it and when, and out comes the case after it or
 * why not. Nobody publishes alone: whoever changed any field in a case may neither score nor approve it, and a change
 * after an approval takes the approval away.
 */
public record CaseRules(Rubric rubric, ZoneId zone) {
    public static final Duration TO_ANSWER = Duration.ofDays(30);
    public static final Duration TO_APPEAL = Duration.ofDays(30);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    public Outcome apply(Case before, CaseStep step, By by, Instant now) {
        try {
            allow(before, step, by);
            var change = change(before, step, by, now);
            var after = step.isNote() ? change.after() : change.after().next();
            return new Outcome.Moved(after, event(change, step, by, now));
        } catch (NotNow refused) {
            return new Outcome.Refused(refused.words);
        }
    }

    /** Whether the case waits for them: something that their roles let them do, and nobody else has taken on. */
    public boolean waitsFor(Case one, Person person, Set<Role> roles) {
        var taken = one.claimedBy();
        if (taken != null && !(one.state() instanceof InReview))
            return taken.is(person) && one.state().isOpen();
        var work = one.work(person);
        return switch (one.state()) {
            case Submitted _, Screening _ -> next(one).isOpenTo(roles, work);
            case InReview review -> waitsFor(one, review, person, roles);
            case Decided _ -> Action.DECIDE.isOpenTo(roles, work) && !screened(one, person);
            case Appealed _ -> Action.HANDLE_APPEAL.isOpenTo(roles, work);
            case InConflict _ -> Action.EDIT_DRAFT.isOpenTo(roles, work);
            case Published published -> published.decision().isAlone() && Action.REVIEW_EMERGENCY.isOpenTo(roles, work);
            case Approved _, Scheduled _, NeedsInfo _, Declined _, Answered _, Withdrawn _ -> false;
        };
    }

    /** What comes next for a case that nobody has looked at yet. */
    private static Action next(Case one) {
        if (one.depth() == Depth.SECOND_PERSON) return one.subject().decision();
        return one.subject().isQuestion() && one.isUnchanged() ? Action.VERIFY_STILL_RIGHT : Action.SCREEN;
    }

    /** The assessment of two reviews; nothing before both are in. */
    public @Nullable Assessment assessment(InReview review) {
        if (!review.bothIn()) return null;
        return Assessment.of(rubric, review.in().getFirst(), review.in().getLast(), review.settled());
    }

    private boolean waitsFor(Case one, InReview review, Person person, Set<Role> roles) {
        if (one.recused().stream().anyMatch(person::is)) return false;
        var work = one.work(person);
        if (review.bothIn())
            return Action.SETTLE.isOpenTo(roles, work)
                    && review.handedIn(person).isEmpty();
        if (!Action.SCORE.isOpenTo(roles, work) || review.handedIn(person).isPresent()) return false;
        return review.toConfirm(person).isPresent()
                || review.in().size() + review.toConfirm().size() < 2;
    }

    private record Change(
            Case after, String words, @Nullable String text, Audience audience) {}

    private static Change told(Case after, String words, @Nullable String text) {
        return new Change(after, words, text, Audience.OWNER);
    }

    private static Change kept(Case after, String words, @Nullable String text) {
        return new Change(after, words, text, Audience.CURATORS);
    }

    private static void allow(Case before, CaseStep step, By by) {
        var action = step.action(before.subject());
        switch (by) {
            case By.Member(var person, var roles) -> {
                if (action == null) throw new NotNow("Only the owner of the case can do that.");
                // Taking one's own decision back changes nothing that the public sees.
                var work = step instanceof CaseStep.TakeBack ? Work.OTHERS : before.work(person);
                if (!action.isOpenTo(roles, work)) throw new NotNow("You may not " + action.label() + " here.");
            }
            case By.OwnerOfCase _ -> {
                var theirs = step instanceof CaseStep.OwnerAnswers
                        || step instanceof CaseStep.Withdraw
                        || step instanceof CaseStep.Appeal
                        || step instanceof CaseStep.Edit;
                if (!theirs) throw new NotNow("Only curators can do that.");
            }
            case By.Site _ -> {
                var outdated = step instanceof CaseStep.Withdraw && before.subject() == Subject.HAND_EDIT;
                if (!(step instanceof CaseStep.OnTheSite) && !(step instanceof CaseStep.Conflict) && !outdated) {
                    throw new NotNow("Only people can do that.");
                }
            }
        }
    }

    private Change change(Case before, CaseStep step, By by, Instant now) {
        return switch (step) {
            case CaseStep.Claim _ -> claim(before, person(by));
            case CaseStep.HandBack _ -> handBack(before, person(by));
            case CaseStep.Assign(var to, var roles) -> assign(before, to, roles);
            case CaseStep.Screen(var findings) -> screen(before, findings, person(by), now);
            case CaseStep.Edit edit -> edit(before, edit, by, now);
            case CaseStep.AskOwner(var question) -> ask(before, question, by, now);
            case CaseStep.CloseUnanswered _ -> closeUnanswered(before, person(by), now);
            case CaseStep.OwnerAnswers(var text) -> answer(before, text, now);
            case CaseStep.HandInReview review -> handIn(before, review, person(by), now);
            case CaseStep.Recuse(var reason) -> recuse(before, reason, person(by));
            case CaseStep.Settle(var scores) -> settle(before, scores, person(by), now);
            case CaseStep.JudgeBasis(var bandable, var reason) ->
                judge(before, new Settlement.Ruling(bandable, required(reason, "your reason")), person(by), now);
            case CaseStep.Publish(var note) -> publish(before, note, person(by), now);
            case CaseStep.Schedule(var day, var note) -> schedule(before, day, note, person(by), now);
            case CaseStep.Decline(var reason) -> decline(before, reason, by, now);
            case CaseStep.TakeBack(var reason) -> takeBack(before, reason, now);
            case CaseStep.Withdraw(var reason) -> withdraw(before, reason, now);
            case CaseStep.Appeal(var information) -> appeal(before, information, now);
            case CaseStep.AnswerAppeal(var accepted, var reason) ->
                answerAppeal(before, accepted, required(reason, "your reason"), now);
            case CaseStep.ConfirmStillRight(var how, var note) -> stillRight(before, how, note, person(by), now);
            case CaseStep.CloseWithAnswer(var answer) -> closeWithAnswer(before, answer, person(by), now);
            case CaseStep.NoteToOwner(var text) -> told(before, "wrote to the owner", required(text, "your note"));
            case CaseStep.NoteAmongCurators(var text) -> kept(before, "left a note", required(text, "your note"));
            case CaseStep.PublishInEmergency(var reason) -> publishInEmergency(before, reason, person(by), now);
            case CaseStep.ReviewEmergency(var note) -> reviewEmergency(before, note, person(by));
            case CaseStep.OnTheSite(var hash) -> onTheSite(before, hash, now);
            case CaseStep.Conflict(var words) -> conflict(before, words, now);
        };
    }

    private static Change claim(Case before, Person person) {
        if (!before.state().isOpen()) throw new NotNow("The case is closed: nothing is left to do.");
        var holder = before.claimedBy();
        if (holder != null && holder.is(person)) throw new NotNow("You have taken it on already.");
        if (holder != null) throw new NotNow(holder.name() + " has taken it on. Ask them to hand it back.");
        var begun = before.state() instanceof Submitted(var since) ? before.in(new Screening(since, null)) : before;
        return kept(begun.claimedBy(person), "took the case on", null);
    }

    private static Change handBack(Case before, Person person) {
        var holder = before.claimedBy();
        if (holder == null || !holder.is(person)) throw new NotNow("You have not taken this case on.");
        return kept(before.claimedBy(null), "handed the case back", null);
    }

    private static Change assign(Case before, Person to, Set<Role> roles) {
        if (!before.state().isOpen()) throw new NotNow("The case is closed: nothing is left to do.");
        if (!Action.CLAIM.isOpenTo(roles, Work.OTHERS)) {
            throw new NotNow(to.name() + " holds no role that takes cases on.");
        }
        var begun = before.state() instanceof Submitted(var since) ? before.in(new Screening(since, null)) : before;
        return kept(begun.claimedBy(to), "gave the case to " + to.name(), null);
    }

    private Change screen(Case before, Map<String, GateCheck.Finding> findings, Person person, Instant now) {
        if (!(before.state() instanceof Screening) && !(before.state() instanceof Submitted)) {
            throw new NotNow("The screening is over.");
        }
        if (before.depth() == Depth.SECOND_PERSON) throw new NotNow("No gate is asked of it: an editor decides.");
        if (before.subject().isQuestion() && before.isUnchanged()) {
            throw new NotNow("Nothing was changed. Change the text first, or confirm that it is still right.");
        }
        var asked = rubric.gates(before.depth()).stream().map(Rubric.Gate::id).toList();
        if (!findings.keySet().containsAll(asked)) throw new NotNow("Say of each gate whether it is passed.");
        var gates = new GateCheck(person, now, findings);
        if (!gates.allPassed()) {
            return kept(before.in(new Screening(before.state().since(), gates)), "found that a gate fails", null);
        }
        var free = before.claimedBy(null);
        return switch (before.depth()) {
            case SECOND_PERSON -> throw new IllegalStateException("It has no gates");
            case FULL ->
                told(
                        free.in(new InReview(now, gates, List.of(), List.of(), Settlement.NONE)),
                        "checked the gates: all are passed, two reviewers follow",
                        null);
            case LIGHT ->
                told(
                        free.in(new Decided(now, gates, List.of(), Settlement.NONE, Assessment.of(rubric, gates))),
                        "checked the gates: all are passed, an editor follows",
                        null);
        };
    }

    private static Change edit(Case before, CaseStep.Edit edit, By by, Instant now) {
        var sameBase = Objects.equals(edit.base(), before.base());
        if (sameBase && edit.hash().equals(before.draft().hash())) {
            throw new NotNow("The text is the same as before.");
        }
        var author = switch (by) {
            case By.Member(var person, var _) -> person;
            case By.OwnerOfCase(var signedIn) -> ownerWhoEdits(before, signedIn);
            case By.Site _ -> null;
        };
        var version = new DraftVersion(
                before.draft().number() + 1, edit.hash(), author, now, edit.changed(), edit.organizations());
        var changed = before.with(version, edit.entry(), edit.title(), edit.base());
        var words = "changed the text" + (edit.changed().isEmpty() ? "" : ": " + String.join(", ", edit.changed()));
        var after = changed.in(afterEdit(before, changed, now));
        return by instanceof By.OwnerOfCase ? told(after, words, null) : kept(after, words, null);
    }

    /** As long as nobody else works on the text, or when they were asked. */
    private static @Nullable Person ownerWhoEdits(Case before, @Nullable Person signedIn) {
        var theirs = before.subject() == Subject.NEW || before.subject() == Subject.CHANGE;
        var now = before.state() instanceof Submitted || before.state() instanceof NeedsInfo;
        if (!theirs || !now) throw new NotNow("Curators work on the text now. Write to them when they ask you.");
        return signedIn;
    }

    /** Reviews and approvals are of a text; of another one they have to be given again. */
    private static CaseState afterEdit(Case before, Case changed, Instant now) {
        return switch (before.state()) {
            case Submitted _, NeedsInfo(var _, Submitted _, var _, var _, var _) -> before.state();
            case Screening(var since, var _) -> new Screening(since, null);
            case InReview review ->
                again(changed, review.gates(), changed.in(review).reviews(), review.since());
            case Decided decided ->
                before.depth() == Depth.LIGHT ? decided : again(changed, decided.gates(), decided.reviews(), now);
            case Approved(var _, var decision) -> withoutApproval(changed, decision, now);
            case Scheduled(var _, var decision, var _) -> withoutApproval(changed, decision, now);
            case InConflict(var _, var decision, var _) -> withoutApproval(changed, decision, now);
            case NeedsInfo(var since, var from, var asker, var question, var answerBy) ->
                new NeedsInfo(since, afterEdit(before.in(from), changed, now), asker, question, answerBy);
            case Published _ ->
                throw new NotNow("It is on the site. Suggest a change of the entry: that is a new case.");
            case Declined _, Appealed _, Answered _, Withdrawn _ ->
                throw new NotNow("The case is closed: its text stays as it was.");
        };
    }

    private static CaseState withoutApproval(Case changed, Decision decision, Instant now) {
        var gates = decision.gates();
        // An emergency came before the gates, or in spite of them.
        if (gates == null || !gates.allPassed()) return new Screening(now, null);
        if (changed.depth() == Depth.FULL) return again(changed, gates, decision.reviews(), now);
        return new Decided(now, gates, List.of(), Settlement.NONE, Objects.requireNonNull(decision.assessment()));
    }

    /** Reviewers who changed the text meanwhile are reviewers no more. */
    private static InReview again(Case changed, GateCheck gates, List<Review> reviews, Instant since) {
        var still = reviews.stream()
                .filter(review -> !changed.wasChangedBy(review.reviewer()))
                .toList();
        return new InReview(since, gates, List.of(), still, Settlement.NONE);
    }

    private static Change ask(Case before, String question, By by, Instant now) {
        var asked = required(question, "your question");
        switch (before.state()) {
            case Submitted _, Screening _, InReview _, Decided _ -> {}
            case NeedsInfo _ -> throw new NotNow("The owner was asked already.");
            case Approved _, Scheduled _, Published _, Declined _, Appealed _, Answered _, Withdrawn _, InConflict _ ->
                throw new NotNow("The case is decided. Write a note to the owner instead.");
        }
        var until = now.plus(TO_ANSWER);
        return told(
                before.claimedBy(null).in(new NeedsInfo(now, before.state(), person(by), asked, until)),
                "asked the owner",
                asked);
    }

    private Change closeUnanswered(Case before, Person person, Instant now) {
        if (!(before.state() instanceof NeedsInfo waiting)) throw new NotNow("Nobody waits for the owner.");
        if (!now.isAfter(waiting.answerBy())) {
            throw new NotNow("The owner has until " + day(waiting.answerBy()) + " to answer.");
        }
        var reason = "The question was not answered within 30 days: " + waiting.question();
        return told(before.in(new Declined(now, person, reason, null)), "closed the case without an answer", reason);
    }

    private static Change answer(Case before, String text, Instant now) {
        if (!(before.state() instanceof NeedsInfo waiting)) throw new NotNow("Nothing was asked at the moment.");
        var answer = required(text, "your answer");
        return told(before.in(resumed(waiting.from(), now)), "answered", answer);
    }

    /** The stage begins anew: the time the owner took is not the curators'. */
    private static CaseState resumed(CaseState from, Instant now) {
        return switch (from) {
            case Submitted _ -> new Submitted(now);
            case Screening _ -> new Screening(now, null);
            case InReview(var _, var gates, var in, var toConfirm, var settled) ->
                new InReview(now, gates, in, toConfirm, settled);
            case Decided(var _, var gates, var reviews, var settled, var assessment) ->
                new Decided(now, gates, reviews, settled, assessment);
            case Approved _,
                    Scheduled _,
                    Published _,
                    Declined _,
                    Appealed _,
                    Answered _,
                    Withdrawn _,
                    InConflict _,
                    NeedsInfo _ -> throw new IllegalStateException("Nobody asks from here: " + from);
        };
    }

    private Change handIn(Case before, CaseStep.HandInReview sent, Person person, Instant now) {
        if (!(before.state() instanceof InReview review)) throw new NotNow("The case is not in review.");
        requireMayScore(before, review, person);
        var mine = new Review(person, sent.confirmed(), sent.failedGates(), sent.scores());
        var missing = mine.missing(rubric);
        if (!missing.isEmpty()) {
            throw new NotNow("Still missing: "
                    + String.join(", ", missing.stream().map(rubric::labelOf).toList()) + ".");
        }
        var in = new ArrayList<>(review.in());
        in.add(mine);
        var others = review.toConfirm().stream()
                .filter(old -> !old.reviewer().is(person))
                .toList();
        var next = new InReview(review.since(), review.gates(), in, others, review.settled());
        return kept(before.in(assessed(next, now)), "handed a review in", null);
    }

    private static void requireMayScore(Case before, InReview review, Person person) {
        if (review.handedIn(person).isPresent()) throw new NotNow("You have handed your review in.");
        if (before.recused().stream().anyMatch(person::is)) throw new NotNow("You stepped back from this review.");
        var taken = review.in().size() + review.toConfirm().size();
        if (taken >= 2 && review.toConfirm(person).isEmpty()) throw new NotNow("Two others review it already.");
    }

    /** To the editor as soon as nothing is left for the lead reviewer. */
    private CaseState assessed(InReview review, Instant now) {
        var assessment = assessment(review);
        return switch (assessment) {
            case null -> review;
            case Assessment.Unsettled _, Assessment.TooLittleToBand _ -> review;
            case Assessment.Banded _, Assessment.NotBanded _, Assessment.GatesOnly _ ->
                new Decided(now, review.gates(), review.in(), review.settled(), assessment);
        };
    }

    private static Change recuse(Case before, String reason, Person person) {
        if (!(before.state() instanceof InReview review)) throw new NotNow("The case is not in review.");
        if (before.recused().stream().anyMatch(person::is)) throw new NotNow("You stepped back already.");
        var words = required(reason, "your reason");
        var next = new InReview(
                review.since(),
                review.gates(),
                without(review.in(), person),
                without(review.toConfirm(), person),
                review.handedIn(person).isPresent() ? Settlement.NONE : review.settled());
        var holder = before.claimedBy();
        var free = holder != null && holder.is(person) ? before.claimedBy(null) : before;
        return kept(free.recusing(person).in(next), "stepped back from the review", words);
    }

    private static List<Review> without(List<Review> reviews, Person person) {
        return reviews.stream().filter(review -> !review.reviewer().is(person)).toList();
    }

    private Change settle(Case before, Map<String, Score> scores, Person lead, Instant now) {
        var review = toSettle(before, lead);
        if (!(assessment(review) instanceof Assessment.Unsettled(var open))) {
            throw new NotNow("The reviewers agree closely enough: nothing has to be settled.");
        }
        if (!scores.keySet().equals(Set.copyOf(open))) {
            throw new NotNow("Settle exactly these: "
                    + String.join(", ", open.stream().map(rubric::labelOf).toList()) + ".");
        }
        var settled = review.settled().with(lead, scores);
        var next = new InReview(review.since(), review.gates(), review.in(), review.toConfirm(), settled);
        return kept(before.in(assessed(next, now)), "settled what the reviewers differ on", null);
    }

    private Change judge(Case before, Settlement.Ruling ruling, Person lead, Instant now) {
        var review = toSettle(before, lead);
        if (!(assessment(review) instanceof Assessment.TooLittleToBand)) {
            throw new NotNow("Enough of the rubric applies: nothing has to be ruled.");
        }
        var settled = review.settled().with(lead, ruling);
        var next = new InReview(review.since(), review.gates(), review.in(), review.toConfirm(), settled);
        return kept(
                before.in(assessed(next, now)),
                ruling.bandable() ? "ruled that it can be banded" : "ruled that a band would mean nothing",
                ruling.reason());
    }

    private static InReview toSettle(Case before, Person lead) {
        if (!(before.state() instanceof InReview review) || !review.bothIn()) {
            throw new NotNow("Both reviews have to be in first.");
        }
        if (review.handedIn(lead).isPresent()) {
            throw new NotNow("You are one of the two reviewers. Another lead reviewer has to settle it.");
        }
        return review;
    }

    private Change publish(Case before, String note, Person editor, Instant now) {
        var decision = decision(before, note, editor, now);
        return told(before.claimedBy(null).in(new Approved(now, decision)), "decided to publish", blankToNull(note));
    }

    private Change schedule(Case before, LocalDate day, String note, Person editor, Instant now) {
        if (!day.isAfter(LocalDate.ofInstant(now, zone))) throw new NotNow("Choose a day after today.");
        var decision = decision(before, note, editor, now);
        return told(
                before.claimedBy(null).in(new Scheduled(now, decision, day)),
                "decided to publish on " + DAY.format(day),
                blankToNull(note));
    }

    private Decision decision(Case before, String note, Person editor, Instant now) {
        if (before.subject() == Subject.TAKE_DOWN) {
            throw new NotNow("A take-down takes one person: it is done where it is asked for.");
        }
        if (before.depth() == Depth.SECOND_PERSON) return withoutGates(before, note, editor, now, null);
        if (!(before.state() instanceof Decided decided)) throw new NotNow("The case is not ready for a decision.");
        if (before.depth() == Depth.LIGHT && screened(before, editor)) {
            throw new NotNow("You checked the gates. A second person has to decide.");
        }
        if (!decided.assessment().isGoodEnough()) {
            throw new NotNow("By the rules it cannot be published: ask the owner for changes, or decline it.");
        }
        return new Decision(
                editor,
                now,
                before.draft().hash(),
                note.strip(),
                false,
                null,
                rubric.version(),
                decided.gates(),
                decided.reviews(),
                decided.settled(),
                decided.assessment(),
                null);
    }

    /** @param stillRight how a text that does not change was checked */
    private Decision withoutGates(Case before, String note, Person person, Instant now, @Nullable String stillRight) {
        switch (before.state()) {
            case Submitted _, Screening _ -> {}
            case NeedsInfo _ -> throw new NotNow("Wait for the owner's answer.");
            case InReview _,
                    Decided _,
                    Approved _,
                    Scheduled _,
                    Published _,
                    Declined _,
                    Appealed _,
                    Answered _,
                    Withdrawn _,
                    InConflict _ -> throw new NotNow("The case is not ready for a decision.");
        }
        return new Decision(
                person,
                now,
                before.draft().hash(),
                note.strip(),
                false,
                null,
                rubric.version(),
                null,
                List.of(),
                Settlement.NONE,
                null,
                stillRight);
    }

    private Change stillRight(Case before, String how, String note, Person person, Instant now) {
        if (!before.subject().isQuestion()) throw new NotNow("Only a report or a check ends like this.");
        if (!before.isUnchanged()) {
            throw new NotNow("The text was changed: it goes through the gates and to a second person.");
        }
        var method = required(how, "how you checked it");
        var decision = withoutGates(before, note, person, now, method);
        return told(
                before.claimedBy(null).in(new Approved(now, decision)),
                "confirmed that it is still right: " + method,
                blankToNull(note));
    }

    private static Change closeWithAnswer(Case before, String answer, Person person, Instant now) {
        if (!before.subject().isQuestion()) throw new NotNow("Only a report or a check ends like this.");
        switch (before.state()) {
            case Submitted _, Screening _, NeedsInfo _, Decided _ -> {}
            case InReview _, InConflict _, Approved _, Scheduled _ -> throw new NotNow("Its text is on its way.");
            case Published _, Declined _, Appealed _, Answered _, Withdrawn _ ->
                throw new NotNow("The case is closed.");
        }
        var words = required(answer, "your answer");
        return told(before.claimedBy(null).in(new Answered(now, person, words)), "closed it with an answer", words);
    }

    private static boolean screened(Case one, Person person) {
        return one.depth() == Depth.LIGHT
                && one.state() instanceof Decided decided
                && decided.gates().by().is(person);
    }

    private static Change decline(Case before, String reason, By by, Instant now) {
        var words = required(reason, "your reason");
        var rests = switch (before.state()) {
            case Decided decided -> decided;
            case Screening(var _, var gates) when gates != null && !gates.allPassed() -> null;
            case Submitted _, Screening _ -> {
                if (before.depth() != Depth.SECOND_PERSON) throw new NotNow("Check the gates first.");
                yield null;
            }
            case InReview _ -> throw new NotNow("Two reviews come first.");
            case NeedsInfo _ -> throw new NotNow("Wait for the owner's answer.");
            case Approved _, Scheduled _ -> throw new NotNow("Take the approval back first.");
            case InConflict _ -> throw new NotNow("Merge the text first.");
            case Published _, Declined _, Appealed _, Answered _, Withdrawn _ ->
                throw new NotNow("The case is closed.");
        };
        return told(before.claimedBy(null).in(new Declined(now, person(by), words, rests)), "declined it", words);
    }

    private static Change takeBack(Case before, String reason, Instant now) {
        var decision = switch (before.state()) {
            case Approved(var _, var given) -> given;
            case Scheduled(var _, var given, var _) -> given;
            case Submitted _,
                    Screening _,
                    InReview _,
                    NeedsInfo _,
                    Decided _,
                    Published _,
                    Declined _,
                    Appealed _,
                    Answered _,
                    Withdrawn _,
                    InConflict _ -> throw new NotNow("There is no approval to take back.");
        };
        var gates = decision.gates();
        var assessment = decision.assessment();
        var next = gates == null || assessment == null
                ? new Screening(now, null)
                : new Decided(now, gates, decision.reviews(), decision.settled(), assessment);
        return told(before.in(next), "took the approval back", required(reason, "your reason"));
    }

    private static Change withdraw(Case before, String reason, Instant now) {
        return switch (before.state()) {
            case Submitted _, Screening _, InReview _, NeedsInfo _, Decided _, Appealed _ ->
                told(before.claimedBy(null).in(new Withdrawn(now, reason.strip())), "withdrew it", blankToNull(reason));
            case Approved _, Scheduled _, InConflict _ ->
                throw new NotNow("It is decided and about to go on the site. Answer with a note, or suggest a change.");
            case Published _ -> throw new NotNow("It is on the site. Suggest a change instead.");
            case Declined _, Answered _, Withdrawn _ -> throw new NotNow("The case is closed.");
        };
    }

    private Change appeal(Case before, String information, Instant now) {
        if (!(before.state() instanceof Declined declined)) throw new NotNow("Only a declined case can be appealed.");
        if (before.appealed()) throw new NotNow("A case can be appealed once, and this one was.");
        if (now.isAfter(declined.since().plus(TO_APPEAL))) {
            throw new NotNow(
                    "The time to appeal was over on " + day(declined.since().plus(TO_APPEAL)) + ".");
        }
        var text = required(information, "what is new");
        return told(before.withAppeal().in(new Appealed(now, declined, text)), "appealed", text);
    }

    private static Change answerAppeal(Case before, boolean accepted, String reason, Instant now) {
        if (!(before.state() instanceof Appealed appeal)) throw new NotNow("There is no appeal to answer.");
        return accepted
                ? told(
                        before.overruling(appeal.decision().by()).in(new Screening(now, null)),
                        "accepted the appeal: the case is looked at anew",
                        reason)
                : told(before.in(appeal.decision()), "did not accept the appeal", reason);
    }

    private Change publishInEmergency(Case before, String reason, Person admin, Instant now) {
        var words = required(reason, "the emergency");
        GateCheck gates = null;
        Assessment assessment = null;
        List<Review> reviews = List.of();
        var settled = Settlement.NONE;
        switch (before.state()) {
            case Submitted _, NeedsInfo _ -> {}
            case Screening screening -> gates = screening.gates();
            case InReview review -> gates = review.gates();
            case Decided decided -> {
                gates = decided.gates();
                assessment = decided.assessment();
                reviews = decided.reviews();
                settled = decided.settled();
            }
            case Approved _, Scheduled _, Published _, Declined _, Appealed _, Answered _, Withdrawn _, InConflict _ ->
                throw new NotNow("The case is decided.");
        }
        var decision = new Decision(
                admin,
                now,
                before.draft().hash(),
                words,
                true,
                null,
                rubric.version(),
                gates,
                reviews,
                settled,
                assessment,
                null);
        return told(
                before.claimedBy(null).in(new Approved(now, decision)),
                before.subject() == Subject.TAKE_DOWN
                        ? "took it off the site in an emergency, without a second person"
                        : "published it in an emergency, without a second person",
                words);
    }

    private static Change reviewEmergency(Case before, String note, Person second) {
        if (!(before.state() instanceof Published(var since, var decision, var hash)) || !decision.isAlone()) {
            throw new NotNow("Nothing waits for a second person here.");
        }
        var words = required(note, "what you checked");
        return told(
                before.in(new Published(since, decision.confirmed(second), hash)),
                "reviewed what was done in the emergency, as the second person",
                words);
    }

    private static Change onTheSite(Case before, String hash, Instant now) {
        var decision = switch (before.state()) {
            case Approved(var _, var given) -> given;
            case Scheduled(var _, var given, var _) -> given;
            case InConflict(var _, var given, var _) -> given;
            case Submitted _,
                    Screening _,
                    InReview _,
                    NeedsInfo _,
                    Decided _,
                    Published _,
                    Declined _,
                    Appealed _,
                    Answered _,
                    Withdrawn _ -> throw new NotNow("Nothing was approved.");
        };
        return told(before.in(new Published(now, decision, hash)), "put it on the site", null);
    }

    private static Change conflict(Case before, String words, Instant now) {
        var decision = switch (before.state()) {
            case Approved(var _, var given) -> given;
            case Scheduled(var _, var given, var _) -> given;
            case Submitted _,
                    Screening _,
                    InReview _,
                    NeedsInfo _,
                    Decided _,
                    Published _,
                    Declined _,
                    Appealed _,
                    Answered _,
                    Withdrawn _,
                    InConflict _ -> throw new NotNow("Nothing was approved.");
        };
        return kept(before.in(new InConflict(now, decision, words)), "could not put it on the site", words);
    }

    private static CaseEvent event(Change change, CaseStep step, By by, Instant now) {
        return switch (by) {
            case By.Member(var person, var _) ->
                new CaseEvent(
                        now,
                        person.account(),
                        person.name(),
                        person.roles(),
                        person.organization(),
                        step.id(),
                        change.words(),
                        change.text(),
                        change.audience());
            case By.OwnerOfCase _ ->
                new CaseEvent(
                        now,
                        null,
                        "The owner",
                        "Owner",
                        change.after().owner().organization(),
                        step.id(),
                        change.words(),
                        change.text(),
                        change.audience());
            case By.Site _ ->
                new CaseEvent(
                        now, null, "The site", "Site", "", step.id(), change.words(), change.text(), change.audience());
        };
    }

    private static Person person(By by) {
        if (by instanceof By.Member(var person, var _)) return person;
        throw new NotNow("This takes somebody with an account.");
    }

    private static String required(String text, String what) {
        if (text.isBlank()) throw new NotNow("Write " + what + ".");
        return text.strip();
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private String day(Instant moment) {
        return DAY.format(LocalDate.ofInstant(moment, zone));
    }

    /** Inside this class only: a refusal ends the step wherever it is found. */
    private static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String words;

        NotNow(String words) {
            super(words, null, false, false);
            this.words = words;
        }
    }
}
