package org.ssos.clearinghouse.vetting;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Account;
import org.ssos.clearinghouse.account.Work;
import org.ssos.clearinghouse.submission.Report;
import org.ssos.clearinghouse.vetting.CaseState.InReview;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * A case as one curator sees it.
 *
 * @param changes field by field, from what is published or, for a new entry, from nothing
 * @param text the newest draft
 * @param report what machines say of the draft; null once nothing is left to do
 * @param handEdit where the text on the site came there outside of it
 * @param offered the names of the steps that this curator may take now
 * @param meanwhile what others did since the page was opened that a form came from
 * @param people to whom the case can be given
 */
public record CasePage(
        Chrome chrome,
        Case one,
        Rubric rubric,
        Person person,
        List<DraftText.Change> changes,
        String text,
        @Nullable Report report,
        @Nullable HandEdit handEdit,
        List<CaseEvent> events,
        Set<String> offered,
        @Nullable String publishedAt,
        List<Account> people,
        Instant now,
        ZoneId zone,
        @Nullable String done,
        List<CaseEvent> meanwhile,
        CaseForm form,
        Problems problems) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a", Locale.US);

    /**
     * What somebody changed in the content folder.
     *
     * @param known whether the text that was decided on is still at hand
     * @param mayRestore whether a draft with that text would differ from the one there is
     */
    public record HandEdit(boolean known, List<DraftText.Change> changes, boolean mayRestore) {}

    /** What the sender wrote when it was opened. */
    public @Nullable String message() {
        return events.stream()
                .filter(event -> event.step().equals("open"))
                .findFirst()
                .map(CaseEvent::text)
                .orElse(null);
    }

    public String messageHeading() {
        return switch (one.subject()) {
            case REPORT -> "What the reader said";
            case STILL_RIGHT -> "What was answered";
            case ARCHIVE -> "Why it should be archived";
            case UNARCHIVE -> "Why it should come back";
            case TAKE_DOWN -> "Why it was taken off the site";
            case NEW, CHANGE, QUALITY_REVIEW, HAND_EDIT -> "What the sender says";
        };
    }

    /** What an editor does who lets it through. */
    public String deed() {
        return switch (one.subject()) {
            case ARCHIVE -> "Archive it";
            case UNARCHIVE -> "Bring it back";
            case HAND_EDIT -> one.isUnchanged() ? "Confirm the text on the site" : "Publish";
            case NEW, CHANGE, QUALITY_REVIEW, REPORT, STILL_RIGHT, TAKE_DOWN -> "Publish";
        };
    }

    /** What a refusal means. */
    public String declining() {
        return switch (one.subject()) {
            case HAND_EDIT -> "The text stays there, flagged as edited outside the site";
            case ARCHIVE, UNARCHIVE, TAKE_DOWN -> "The entry stays as it is; with a reason";
            case NEW, CHANGE, QUALITY_REVIEW, REPORT, STILL_RIGHT -> "With a reason";
        };
    }

    /** Whether gates are asked of it at all, or not before the text is changed. */
    public boolean hasGates() {
        return one.depth() != Depth.SECOND_PERSON && !(one.subject().isQuestion() && one.isUnchanged());
    }

    public boolean offers(String step) {
        return offered.contains(step);
    }

    public boolean offersDecision() {
        var ripe = one.state() instanceof CaseState.Decided || one.depth() == Depth.SECOND_PERSON;
        return offers("publish") || (ripe && offers("decline"));
    }

    public String path(String form) {
        return "/curate/cases/" + one.id() + "/" + form;
    }

    public String kindLine() {
        return one.subject().label() + " · " + one.kind().label() + " · case " + one.id();
    }

    public String day(Instant moment) {
        return DAY.format(moment.atZone(zone));
    }

    public String moment(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }

    public boolean isLate() {
        return one.isLate(now);
    }

    /** The day by which it should be done, in words; nothing where nobody has to do anything. */
    public @Nullable String due() {
        return one.state().dueBy().map(this::day).orElse(null);
    }

    /** The gates that are asked of this case. */
    public List<Rubric.Gate> gates() {
        return rubric.gates(one.depth());
    }

    /** The gates that each reviewer has to judge. */
    public List<Rubric.Gate> gatesToConfirm() {
        return rubric.gates().stream().filter(Rubric.Gate::bothConfirm).toList();
    }

    /** The gates that stay as they were screened unless a reviewer says otherwise. */
    public List<Rubric.Gate> otherGates() {
        return rubric.gates().stream().filter(gate -> !gate.bothConfirm()).toList();
    }

    /** Whether something was said of those, or is wrong with it. */
    public boolean judgesOtherGates() {
        return otherGates().stream()
                .anyMatch(gate -> !value("review", "gate-" + gate.id()).isEmpty()
                        || problemsOf("review").with("why-" + gate.id()) != null);
    }

    public @Nullable GateCheck gateCheck() {
        return gateCheck(one.state());
    }

    public GateCheck.@Nullable Finding finding(String gate) {
        var check = gateCheck();
        return check == null ? null : check.findings().get(gate);
    }

    private static @Nullable GateCheck gateCheck(CaseState state) {
        return switch (state) {
            case CaseState.Screening screening -> screening.gates();
            case InReview review -> review.gates();
            case CaseState.NeedsInfo waiting -> gateCheck(waiting.from());
            case CaseState.Decided decided -> decided.gates();
            case CaseState.Approved(var _, var decision) -> decision.gates();
            case CaseState.Scheduled(var _, var decision, var _) -> decision.gates();
            case CaseState.Published(var _, var decision, var _) -> decision.gates();
            case CaseState.InConflict(var _, var decision, var _) -> decision.gates();
            case CaseState.Declined(var _, var _, var _, var rests) -> rests == null ? null : rests.gates();
            case CaseState.Appealed(var _, var declined, var _) -> gateCheck(declined);
            case CaseState.Submitted _, CaseState.Answered _, CaseState.Withdrawn _ -> null;
        };
    }

    /** The reviews that this person may see. */
    public List<Review> reviews() {
        return one.reviewsSeenBy(person);
    }

    /** What the reviews come to so far, where this person may see both. */
    public @Nullable Assessment assessment() {
        return switch (one.state()) {
            case CaseState.Decided decided -> decided.assessment();
            case InReview review when review.bothIn() -> new CaseRules(rubric, zone).assessment(review);
            case CaseState.Approved(var _, var decision) -> decision.assessment();
            case CaseState.Scheduled(var _, var decision, var _) -> decision.assessment();
            case CaseState.Published(var _, var decision, var _) -> decision.assessment();
            case CaseState.InConflict(var _, var decision, var _) -> decision.assessment();
            case CaseState.Declined(var _, var _, var _, var rests) -> rests == null ? null : rests.assessment();
            case InReview _,
                    CaseState.Submitted _,
                    CaseState.Screening _,
                    CaseState.NeedsInfo _,
                    CaseState.Appealed _,
                    CaseState.Answered _,
                    CaseState.Withdrawn _ -> null;
        };
    }

    /** What the assessment says, in one line. */
    public @Nullable String verdict() {
        return switch (assessment()) {
            case null -> null;
            case Assessment.Banded banded ->
                banded.band().label() + ", mean " + String.format(Locale.ROOT, "%.2f", banded.mean()) + " of 3";
            case Assessment.GatesOnly(var failed) -> failed.isEmpty() ? "All gates are passed" : "A gate is not passed";
            case Assessment.Unsettled _ -> "The lead reviewer has to settle what the reviewers differ on";
            case Assessment.TooLittleToBand(var share) ->
                "Only " + Math.round(share * 100) + " percent of the weights apply: the lead reviewer has to rule"
                        + " whether a band would mean anything";
            case Assessment.NotBanded(var reason) -> "Not banded: " + reason;
        };
    }

    public List<String> reasons() {
        return assessment() instanceof Assessment.Banded banded ? banded.why() : List.of();
    }

    /** Which scores would lead to a better band. */
    public List<String> nextBand() {
        return assessment() instanceof Assessment.Banded banded ? NextBand.of(rubric, banded) : List.of();
    }

    /** The criteria that the lead reviewer has to settle. */
    public List<Rubric.Criterion> unsettled() {
        if (!(assessment() instanceof Assessment.Unsettled(var open))) return List.of();
        return rubric.criteria().stream()
                .filter(criterion -> open.contains(criterion.id()))
                .toList();
    }

    public String points(Review review, String criterion) {
        var score = review.scores().get(criterion);
        if (score == null) return "–";
        return score.points() == null ? "Not applicable" : String.valueOf(score.points());
    }

    public String reason(Review review, String criterion) {
        var score = review.scores().get(criterion);
        return score == null ? "" : score.reason();
    }

    /** Names are for those who work here; a reviewer who does not see the scores yet needs none either. */
    public String reviewer(Review review) {
        return review.reviewer().is(person) ? "You" : review.reviewer().name();
    }

    /** Why somebody who could decide by their role may not decide this one. */
    public @Nullable String barred() {
        if (!one.state().isOpen()) return null;
        return switch (one.work(person)) {
            case OWN ->
                one.wasChangedBy(person)
                        ? "You changed the text of this case, so others score and decide it."
                        : "You decided this case, so others take it from here.";
            case OF_MY_ORGANIZATION -> "The entry or its owner belongs to your organization, so others score it.";
            case OTHERS -> null;
        };
    }

    public boolean isOwnWork() {
        return one.work(person) != Work.OTHERS;
    }

    /** What stands in a field: what was typed, else what is known from before. */
    public String value(String form1, String field) {
        if (form.name().equals(form1)) return form.text(field);
        return form1.equals("review") ? fromEarlierReview(field) : fromEarlierScreening(form1, field);
    }

    public boolean isChosen(String form1, String field, String value) {
        return value(form1, field).equals(value);
    }

    public Problems problemsOf(String form1) {
        return form.name().equals(form1) ? problems : Problems.NONE;
    }

    /** The review of an earlier text, to be confirmed. */
    public boolean isToConfirm() {
        return earlier().isPresent();
    }

    private Optional<Review> earlier() {
        return one.state() instanceof InReview review ? review.toConfirm(person) : Optional.empty();
    }

    private String fromEarlierReview(String field) {
        return earlier().map(review -> field(review, field)).orElse("");
    }

    private static String field(Review review, String field) {
        var id = field.substring(field.indexOf('-') + 1);
        if (field.startsWith("gate-")) {
            if (review.failedGates().containsKey(id)) return "fail";
            return review.confirmed().contains(id) ? "pass" : "";
        }
        if (field.startsWith("why-")) return review.failedGates().getOrDefault(id, "");
        var score = review.scores().get(id);
        if (score == null) return "";
        if (field.startsWith("reason-")) return score.reason();
        return score.points() == null ? CaseForm.NOT_APPLICABLE : String.valueOf(score.points());
    }

    private String fromEarlierScreening(String form1, String field) {
        if (!form1.equals("screening")) return "";
        var found = finding(field.substring(field.indexOf('-') + 1));
        if (found == null) return "";
        if (field.startsWith("why-")) return found.note();
        return found.passed() ? "pass" : "fail";
    }
}
