package org.ssos.clearinghouse.vetting;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * A case as its owner sees it: where it stands and what was said to them; no name of a curator, no note among them.
 *
 * @param token of the private link
 * @param offered the names of the steps that the owner may take now
 */
public record OwnerPage(
        Chrome chrome,
        Case one,
        String token,
        List<CaseEvent> events,
        Set<String> offered,
        @Nullable String entryPath,
        ZoneId zone,
        @Nullable String done,
        CaseForm form,
        Problems problems) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    public boolean offers(String step) {
        return offered.contains(step);
    }

    public String day(Instant moment) {
        return DAY.format(moment.atZone(zone));
    }

    public String value(String field) {
        return form.text(field);
    }

    /** Where it stands and what comes next. */
    public String standing() {
        return switch (one.state()) {
            case CaseState.Submitted _ -> "It came in. A curator will look at it within 10 days.";
            case CaseState.Screening _ -> "A curator checks what every entry has to have. That takes up to 10 days.";
            case CaseState.InReview _ -> "Two reviewers score it. That takes up to 30 days.";
            case CaseState.NeedsInfo waiting -> "We need your answer by " + day(waiting.answerBy()) + ".";
            case CaseState.Decided _ -> "The checks are done. An editor decides within 10 days.";
            case CaseState.Approved _ -> "It will be published. It is on its way to the site.";
            case CaseState.Scheduled(var _, var _, var day) -> "It will be published on " + DAY.format(day) + ".";
            case CaseState.Published(var since, var decision, var _) ->
                decision.stillRight() == null
                        ? (one.subject().isArchiving() ? "It was done on " : "It was published on ") + day(since) + "."
                        : "We checked the entry on " + day(since) + ", and it is still right.";
            case CaseState.Declined declined -> "It is not published: " + declined.reason();
            case CaseState.Appealed _ -> "Your appeal came in. An editor answers it within 10 days.";
            case CaseState.Answered answered -> "We looked into it: " + answered.answer();
            case CaseState.Withdrawn _ -> "You withdrew it.";
            case CaseState.InConflict _ ->
                "It will be published. The entry changed meanwhile, and a curator merges both.";
        };
    }

    public @Nullable String question() {
        return one.state() instanceof CaseState.NeedsInfo waiting ? waiting.question() : null;
    }

    /** The last day of an appeal. */
    public @Nullable String appealUntil() {
        return one.state() instanceof CaseState.Declined declined
                ? day(declined.since().plus(CaseRules.TO_APPEAL))
                : null;
    }
}
