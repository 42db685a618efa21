package org.ssos.clearinghouse.vetting;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, with the facts of that state. The names of the records stand in the database: a record that is
 * renamed needs a migration.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface CaseState {
    Duration SCREENING = Duration.ofDays(10);
    Duration REVIEW = Duration.ofDays(30);
    Duration DECISION = Duration.ofDays(10);

    /** When the stage began: the clock by which it is late. */
    Instant since();

    /** It came in, and nobody looked at it yet. */
    record Submitted(Instant since) implements CaseState {}

    /**
     * A curator checks the gates.
     *
     * @param since when it came in: taking it on gives nobody more time
     * @param gates what was found, where a gate failed and the case stands still
     */
    record Screening(Instant since, @Nullable GateCheck gates) implements CaseState {}

    /**
     * Two reviewers score it.
     *
     * @param in handed in so far
     * @param toConfirm handed in for a text that has changed since, to be confirmed or changed
     * @param settled what the lead reviewer decided so far
     */
    record InReview(Instant since, GateCheck gates, List<Review> in, List<Review> toConfirm, Settlement settled)
            implements CaseState {
        public InReview {
            in = List.copyOf(in);
            toConfirm = List.copyOf(toConfirm);
        }

        Optional<Review> handedIn(Person person) {
            return in.stream().filter(review -> review.reviewer().is(person)).findFirst();
        }

        Optional<Review> toConfirm(Person person) {
            return toConfirm.stream()
                    .filter(review -> review.reviewer().is(person))
                    .findFirst();
        }

        boolean bothIn() {
            return in.size() == 2;
        }
    }

    /**
     * The owner was asked, and the case rests.
     *
     * @param from where it goes on after the answer
     */
    record NeedsInfo(Instant since, CaseState from, Person asker, String question, Instant answerBy)
            implements CaseState {}

    /**
     * An editor has to decide.
     *
     * @param reviews the two of a full review; none otherwise
     */
    record Decided(Instant since, GateCheck gates, List<Review> reviews, Settlement settled, Assessment assessment)
            implements CaseState {
        public Decided {
            reviews = List.copyOf(reviews);
        }
    }

    /** Decided, not yet on the site. */
    record Approved(Instant since, Decision decision) implements CaseState {}

    /** @param day when it goes on the site */
    record Scheduled(Instant since, Decision decision, LocalDate day) implements CaseState {}

    /** @param hash SHA-256 of the text that went on the site */
    record Published(Instant since, Decision decision, String hash) implements CaseState {}

    /**
     * @param by who declined it
     * @param rests what it rested on, where a review had been finished
     */
    record Declined(
            Instant since,
            Person by,
            String reason,
            @Nullable Decided rests) implements CaseState {}

    /** The owner brought new information against the decision. */
    record Appealed(Instant since, Declined decision, String information) implements CaseState {}

    /** A question about the entry, answered without a change of it. */
    record Answered(Instant since, Person by, String answer) implements CaseState {}

    record Withdrawn(Instant since, String reason) implements CaseState {}

    /** The file on the site is neither what the text was made from nor the text itself: somebody has to merge. */
    record InConflict(Instant since, Decision decision, String words) implements CaseState {}

    /** What it is called on pages. */
    default String label() {
        return switch (this) {
            case Submitted _ -> "Submitted";
            case Screening _ -> "Screening";
            case InReview _ -> "In review";
            case NeedsInfo _ -> "Waiting for the owner";
            case Decided _ -> "Waiting for a decision";
            case Approved _ -> "Decided, not yet on the site";
            case Scheduled _ -> "Scheduled";
            case Published _ -> "Published";
            case Declined _ -> "Declined";
            case Appealed _ -> "Appealed";
            case Answered _ -> "Answered";
            case Withdrawn _ -> "Withdrawn";
            case InConflict _ -> "To be merged";
        };
    }

    /** The day by which the stage should be over; nothing where nobody has to do anything. */
    default Optional<Instant> dueBy() {
        return switch (this) {
            case Submitted _, Screening _ -> Optional.of(since().plus(SCREENING));
            case InReview _ -> Optional.of(since().plus(REVIEW));
            case Decided _, Appealed _, InConflict _ -> Optional.of(since().plus(DECISION));
            case NeedsInfo waiting -> Optional.of(waiting.answerBy());
            case Approved _, Scheduled _, Published _, Declined _, Answered _, Withdrawn _ -> Optional.empty();
        };
    }

    /** Whether somebody still has to do something. */
    default boolean isOpen() {
        return switch (this) {
            case Submitted _, Screening _, InReview _, NeedsInfo _, Decided _, Appealed _, InConflict _ -> true;
            case Approved _, Scheduled _ -> true;
            case Published published -> published.decision().isAlone();
            case Declined _, Answered _, Withdrawn _ -> false;
        };
    }
}
