package org.ssos.clearinghouse.feedback;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Problems;

/**
 * What a reader typed, as it was typed.
 *
 * @param report whether it is about a problem, and not about whether the entry helped
 * @param helpful {@code yes}, {@code no} or nothing
 * @param what of {@link Problem}
 * @param publish whether the answer may be published
 */
public record FeedbackForm(boolean report, String helpful, String what, String words, String email, boolean publish) {
    private static final int LONGEST_WORDS = 2_000;
    private static final int LONGEST_EMAIL = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    /** Nothing typed yet. */
    static FeedbackForm blank(@Nullable String say) {
        var helpful = say != null && (say.equals("yes") || say.equals("no")) ? say : "";
        return new FeedbackForm("problem".equals(say), helpful, "", "", "", false);
    }

    static FeedbackForm from(Context ctx) {
        return new FeedbackForm(
                "problem".equals(ctx.formParam("say")),
                line(ctx, "helpful"),
                line(ctx, "what"),
                line(ctx, "words").replace("\r\n", "\n"),
                line(ctx, "email"),
                ctx.formParam("publish") != null);
    }

    /** Everything that keeps it from being sent. */
    Problems problems() {
        return (report ? problemsOfReport() : problemsOfVote())
                .unless(
                        words.length() <= LONGEST_WORDS,
                        "words",
                        "Shorten your words to " + LONGEST_WORDS + " characters; they have " + words.length() + ".");
    }

    private Problems problemsOfVote() {
        return Problems.NONE.unless(
                helpful.equals("yes") || helpful.equals("no"), "helpful", "Choose whether it was helpful.");
    }

    private Problems problemsOfReport() {
        var problem = Problem.find(what);
        boolean needsWords = problem.isPresent() && problem.get().needsWords();
        return Problems.NONE
                .unless(problem.isPresent(), "what", "Choose what is wrong.")
                .unless(!needsWords || !words.isEmpty(), "words", "Say in a sentence what is wrong.")
                .unless(
                        email.isEmpty() || (EMAIL.matcher(email).matches() && email.length() <= LONGEST_EMAIL),
                        "email",
                        "Enter an e-mail address such as office@example.org, or leave it empty.");
    }

    private static String line(Context ctx, String field) {
        var sent = ctx.formParam(field);
        return sent == null ? "" : sent.strip();
    }
}
