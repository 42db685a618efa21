package org.ssos.clearinghouse.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a visitor answered: the ids of the options chosen, by question, in the order of the questionnaire. Questions left
 * out are absent. Never changes. What it holds is said by {@link Questionnaire#read}: only values that the questions
 * offer.
 */
public record Answers(Map<String, List<String>> values) {
    public static final Answers NONE = new Answers(Map.of());

    /** The questions whose answers the program itself understands; {@code IntakeCheck} sees to it that they exist. */
    public static final String LEA = "lea";

    public static final String LEA_TYPE = "lea-type";
    public static final String COUNTY = "county";
    public static final String ROLE = "role";
    public static final String PRIORITIES = "priorities";
    public static final String GROUPS = "groups";

    public Answers {
        var copy = new LinkedHashMap<String, List<String>>();
        values.forEach((question, chosen) -> {
            if (!chosen.isEmpty()) copy.put(question, List.copyOf(chosen));
        });
        values = java.util.Collections.unmodifiableMap(copy);
    }

    /** Everything chosen; empty where the question was left out. */
    public List<String> all(String question) {
        return values.getOrDefault(question, List.of());
    }

    /** The one option chosen. */
    public Optional<String> one(String question) {
        return all(question).stream().findFirst();
    }

    /** These answers, with other ones to one question; none removes them. */
    public Answers with(String question, List<String> chosen) {
        var changed = new LinkedHashMap<>(values);
        changed.put(question, chosen);
        return new Answers(changed);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Says nothing of what was answered: what is printed ends up in logs. */
    @Override
    public String toString() {
        return "Answers to " + values.size() + " questions";
    }
}
