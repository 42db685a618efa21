package org.ssos.clearinghouse.freshness;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Source;
import org.ssos.clearinghouse.submission.LinkState;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * One entry, with what a curator needs to check it and to say what came of it.
 *
 * @param due absent where nobody has to look at it soon
 * @param seen SHA-256 of the text that the page speaks of
 * @param offices to whom the question can be mailed
 * @param question the last one to its owner
 * @param links the three links of a question that no mail carries; shown this once
 * @param typed what was typed into the form, by field
 */
public record DueEntryPage(
        Chrome chrome,
        Entry entry,
        @Nullable DueEntry due,
        String checked,
        String seen,
        List<LinkBook.Known> known,
        List<Contact> offices,
        OwnerQuestions.@Nullable Question question,
        Map<OwnerAnswer, String> links,
        boolean mayConfirm,
        boolean mayAsk,
        boolean mails,
        Instant now,
        ZoneId zone,
        @Nullable String done,
        Map<String, String> typed,
        Problems problems) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    /** The links that do not plainly work, first those that are dead. */
    public List<LinkBook.Known> doubtful() {
        return known.stream()
                .filter(link -> !(link.state() instanceof LinkState.Works))
                .sorted(java.util.Comparator.comparing(link -> !(link.state() instanceof LinkState.Dead)))
                .toList();
    }

    public String inWords(LinkBook.Known link) {
        return switch (link.state()) {
            case LinkState.Works _ -> "It works.";
            case LinkState.Dead(var why) -> "Dead: " + why + ".";
            case LinkState.CannotTell(var why) -> "Open it yourself: " + why + ".";
        };
    }

    public List<Method> methods() {
        return Arrays.asList(Method.values());
    }

    public List<Source> sources() {
        return entry.provenance().sources();
    }

    public List<OwnerAnswer> answers() {
        return Arrays.asList(OwnerAnswer.values());
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What became of the last question to the owner, in a sentence. */
    public @Nullable String asked() {
        if (question == null) return null;
        var start = question.office() + " (" + question.email() + ") was asked on " + day(question.askedAt());
        var answer = question.answer();
        var at = question.answeredAt();
        if (answer != null && at != null) {
            return start + " and answered on " + day(at) + ": " + answer.label().toLowerCase(Locale.ROOT) + ".";
        }
        return question.expiresAt().isAfter(now)
                ? start + " and has until " + day(question.expiresAt()) + " to answer."
                : start + " and did not answer within 30 days.";
    }

    private String day(Instant moment) {
        return DAY.format(moment.atZone(zone));
    }
}
