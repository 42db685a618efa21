package org.ssos.clearinghouse.vetting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.Role;

/** Something that is done with a case, as a value; {@link CaseRules} says what comes of it. */
public sealed interface CaseStep {
    record Claim() implements CaseStep {}

    record HandBack() implements CaseStep {}

    record Assign(Person to, Set<Role> roles) implements CaseStep {
        public Assign {
            roles = Set.copyOf(roles);
        }
    }

    /** @param findings one for each gate asked of the case */
    record Screen(Map<String, GateCheck.Finding> findings) implements CaseStep {
        public Screen {
            findings = Map.copyOf(findings);
        }
    }

    /**
     * @param hash SHA-256 of the new text
     * @param base SHA-256 of the published file it is made from
     */
    record Edit(
            String hash,
            @Nullable String base,
            String entry,
            String title,
            List<String> changed,
            List<String> organizations)
            implements CaseStep {}

    record AskOwner(String question) implements CaseStep {}

    /** The owner did not answer in time. */
    record CloseUnanswered() implements CaseStep {}

    record OwnerAnswers(String text) implements CaseStep {}

    record HandInReview(Set<String> confirmed, Map<String, String> failedGates, Map<String, Score> scores)
            implements CaseStep {}

    record Recuse(String reason) implements CaseStep {}

    record Settle(Map<String, Score> scores) implements CaseStep {}

    record JudgeBasis(boolean bandable, String reason) implements CaseStep {}

    record Publish(String note) implements CaseStep {}

    record Schedule(LocalDate day, String note) implements CaseStep {}

    record Decline(String reason) implements CaseStep {}

    /** The approval is taken back before the entry is on the site. */
    record TakeBack(String reason) implements CaseStep {}

    record Withdraw(String reason) implements CaseStep {}

    record Appeal(String information) implements CaseStep {}

    record AnswerAppeal(boolean accepted, String reason) implements CaseStep {}

    /**
     * Somebody held the published text against its sources, and nothing of it changes.
     *
     * @param how it was checked, such as by a call
     */
    record ConfirmStillRight(String how, String note) implements CaseStep {}

    /** A question that leads to no change is answered. */
    record CloseWithAnswer(String answer) implements CaseStep {}

    record NoteToOwner(String text) implements CaseStep {}

    record NoteAmongCurators(String text) implements CaseStep {}

    record PublishInEmergency(String reason) implements CaseStep {}

    record ReviewEmergency(String note) implements CaseStep {}

    /** @param hash SHA-256 of the text that is on the site now */
    record OnTheSite(String hash) implements CaseStep {}

    record Conflict(String words) implements CaseStep {}

    /** The name in the history and the audit trail. */
    default String id() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** What the table of permissions calls it; nothing for what only the owner or the site does. */
    default @Nullable Action action(Subject subject) {
        return switch (this) {
            case Claim _ -> Action.CLAIM;
            case HandBack _ -> Action.HAND_BACK;
            case Assign _ -> Action.ASSIGN;
            case Screen _, CloseUnanswered _ -> Action.SCREEN;
            case Edit _ -> Action.EDIT_DRAFT;
            case AskOwner _, NoteToOwner _ -> Action.WRITE_TO_OWNER;
            case HandInReview _ -> Action.SCORE;
            case Recuse _ -> Action.RECUSE;
            case Settle _, JudgeBasis _ -> Action.SETTLE;
            case Publish _ -> subject.decision();
            case Schedule _ -> subject.isArchiving() ? subject.decision() : Action.SCHEDULE;
            case Decline _, TakeBack _ -> Action.DECIDE;
            case AnswerAppeal _ -> Action.HANDLE_APPEAL;
            case NoteAmongCurators _ -> Action.WRITE_NOTE;
            case ConfirmStillRight _ -> Action.VERIFY_STILL_RIGHT;
            case CloseWithAnswer _ -> Action.ANSWER_REPORTS;
            case PublishInEmergency _ -> subject == Subject.TAKE_DOWN ? Action.TAKE_DOWN : Action.PUBLISH_IN_EMERGENCY;
            case ReviewEmergency _ -> Action.REVIEW_EMERGENCY;
            case OwnerAnswers _, Withdraw _, Appeal _, OnTheSite _, Conflict _ -> null;
        };
    }

    /** Whether only words are added and the case stays as it is. */
    default boolean isNote() {
        return this instanceof NoteToOwner || this instanceof NoteAmongCurators;
    }
}
