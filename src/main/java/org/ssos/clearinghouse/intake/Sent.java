package org.ssos.clearinghouse.intake;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ssos.clearinghouse.content.Catalog;

/**
 * What a page of the intake sent: everything answered so far, and which button was pressed. Our own fields begin with an
 * underscore, which no question's id holds.
 *
 * @param page the {@link Stop} that was shown
 * @param pressed the button
 * @param answers only options that exist; they may still exclude each other, as the visitor may have left them so
 * @param typed the words by which the LEA is looked for
 * @param found the words for which LEAs were shown
 * @param was the LEA that was chosen when the page was shown
 * @param start the first day of the plan as it was typed
 * @param changing whether the visitor came from the last page, and wants to go back there
 */
record Sent(
        String page,
        String pressed,
        Answers answers,
        String typed,
        String found,
        String was,
        String start,
        boolean mayCount,
        boolean changing,
        Run run) {
    static final String PAGE = "_page";
    static final String GO = "_go";
    static final String TYPED = "_typed";
    static final String FOUND = "_found";
    static final String WAS = "_was";
    static final String START = "_start";
    static final String COUNT = "_count";
    static final String CHANGING = "_changing";
    static final String RUN = "_run";
    static final String YES = "yes";

    /** So much of what was typed is looked at; the field takes no more. */
    static final int LONGEST_NAME = 120;

    private static final int LONGEST_DATE = 20;

    /** All options of all questions ticked at once take a tenth of it. */
    private static final int MOST_BYTES = 32 * 1024;

    private static final int MOST_FIELDS = 400;

    static Sent from(Context ctx, Questionnaire questionnaire, Catalog catalog) {
        return of(fields(ctx), questionnaire, catalog);
    }

    /** What these fields say, as far as it can be used. */
    static Sent of(Map<String, List<String>> fields, Questionnaire questionnaire, Catalog catalog) {
        return new Sent(
                one(fields, PAGE),
                one(fields, GO),
                questionnaire.offered(id -> fields.getOrDefault(id, List.of()), catalog),
                shortened(one(fields, TYPED), LONGEST_NAME),
                shortened(one(fields, FOUND), LONGEST_NAME),
                shortened(one(fields, WAS), LONGEST_DATE),
                shortened(one(fields, START), LONGEST_DATE),
                one(fields, COUNT).equals(YES),
                one(fields, CHANGING).equals(YES),
                Run.read(one(fields, RUN)));
    }

    /** Answers that no page has sent yet. */
    static Sent of(Answers answers, LocalDate start, LocalDate today) {
        return new Sent("", "", answers, "", "", "", start.toString(), false, false, Run.fresh(today));
    }

    Sent with(Answers changed) {
        return new Sent(page, pressed, changed, typed, found, was, start, mayCount, changing, run);
    }

    /** Without the words by which an LEA was looked for. */
    Sent withoutName() {
        return new Sent(page, pressed, answers, "", "", was, start, mayCount, changing, run);
    }

    Sent changing(boolean now) {
        return new Sent(page, pressed, answers, typed, found, was, start, mayCount, now, run);
    }

    private static Map<String, List<String>> fields(Context ctx) {
        // Files would be written to the disk before anybody looks at them.
        if (!ctx.isFormUrlencoded()) throw new BadRequestResponse("This page takes nothing but its own form.");
        if (ctx.contentLength() > MOST_BYTES || ctx.bodyAsBytes().length > MOST_BYTES) throw tooMuch();
        var fields = ctx.formParamMap();
        if (fields.values().stream().mapToInt(List::size).sum() > MOST_FIELDS) throw tooMuch();
        return fields;
    }

    private static HttpResponseException tooMuch() {
        return new HttpResponseException(
                HttpStatus.CONTENT_TOO_LARGE.getCode(), "That is more than the questions of this page can hold.");
    }

    private static String one(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
