package org.ssos.clearinghouse.pathway;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of a walk: the pathway, and the answers as parameters that bear the names of the questions.
 *
 * @param change the question whose answer is to be changed
 */
record WalkAddress(Map<String, String> answers, @Nullable String change) {
    private static final String CHANGE = "change";

    /** More than any walk has questions; an address may hold anything. */
    private static final int MOST_ANSWERS = 40;

    private static final int LONGEST = 60;

    /** What other sites and mail programs hang on to addresses. */
    private static final Set<String> NOT_OURS = Set.of("fbclid", "gclid", "msclkid", "mc_cid", "mc_eid");

    static WalkAddress from(Context ctx) {
        var answers = new LinkedHashMap<String, String>();
        ctx.queryParamMap().forEach((name, values) -> {
            if (isAnswer(name) && answers.size() < MOST_ANSWERS) answers.put(cut(name), values.getFirst());
        });
        return new WalkAddress(answers, ctx.queryParam(CHANGE));
    }

    static String of(Pathway pathway, Map<String, String> answers) {
        return pathway.path() + query(answers);
    }

    /** The same answers, and the page asks one of the questions again. */
    static String changing(Pathway pathway, Map<String, String> answers, Question question) {
        return of(pathway, answers) + "&" + CHANGE + "=" + question.id();
    }

    /** Ids need no escaping. Empty where there is no answer. */
    static String query(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(answer -> answer.getKey() + "=" + answer.getValue())
                .collect(Collectors.joining("&", answers.isEmpty() ? "" : "?", ""));
    }

    private static boolean isAnswer(String name) {
        return !name.equals(CHANGE) && !name.startsWith("utm_") && !NOT_OURS.contains(name);
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
    }
}
