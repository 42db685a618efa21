package org.ssos.clearinghouse.roadmap;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Condition;
import org.ssos.clearinghouse.intake.Question;
import org.ssos.clearinghouse.intake.Questionnaire;
import org.ssos.clearinghouse.intake.Rule;

/** Says in words for whom a step is. */
final class WhoGetsIt {
    private final Catalog catalog;
    private final Questionnaire questionnaire;

    WhoGetsIt(Catalog catalog) {
        this.catalog = catalog;
        questionnaire = catalog.part(Questionnaire.PART);
    }

    String words(Rule rule) {
        var main = Stream.of(rule.forWhom(), rule.when())
                .flatMap(List::stream)
                .map(this::words)
                .toList();
        var also = rule.alsoWhen().stream().map(this::words).toList();
        // Where nothing else makes it theirs, whom it is written for gets it.
        if (main.isEmpty()) return "Everybody.";
        return capital(String.join("; and ", main)) + "."
                + (also.isEmpty() ? "" : " Also: " + String.join("; or ", also) + ".");
    }

    private String words(Condition condition) {
        var question = questionnaire.find(condition.question()).orElseThrow();
        if (condition.anyOf().contains(Question.WRONG)) {
            return "the check “" + question.shortly() + "”, where its answer is news to you";
        }
        var said = quoted(question, condition.anyOf());
        var notSaid = quoted(question, condition.noneOf());
        boolean openToo = question.skippedAs() != null && condition.anyOf().contains(question.skippedAs());
        return lower(question.shortly()) + ": " + said + (openToo ? ", or left open" : "")
                + (said.isEmpty() || notSaid.isEmpty() ? "" : ", and ")
                + (notSaid.isEmpty() ? "" : "not " + notSaid);
    }

    private String quoted(Question question, List<String> values) {
        var labels = values.stream()
                .map(value -> "“" + Questionnaire.label(question, value, catalog) + "”")
                .toList();
        if (labels.size() < 2) return String.join("", labels);
        return labels.stream().limit(labels.size() - 1L).collect(Collectors.joining(", ")) + " or " + labels.getLast();
    }

    /** Names such as LCAP keep their capitals. */
    private static String lower(String text) {
        boolean name = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        return name ? text : text.substring(0, 1).toLowerCase(Locale.US) + text.substring(1);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.US) + text.substring(1);
    }
}
