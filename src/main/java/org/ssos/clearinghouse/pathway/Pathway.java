package org.ssos.clearinghouse.pathway;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Source;

/**
 * A tree of questions, each answer of which leads to another question, to another pathway or to an outcome.
 *
 * @param order its place in the list of all pathways
 * @param summary what it answers
 * @param first the id of the question it starts with
 * @param outcomes those that no other pathway leads to
 */
public record Pathway(
        String id,
        int order,
        String title,
        String summary,
        List<Audience> appliesTo,
        String first,
        List<Question> questions,
        List<Outcome> outcomes,
        List<Source> sources) {

    /** For whom a pathway is. */
    public enum Audience {
        DISTRICT("districts"),
        CHARTER("charter schools"),
        COE("county offices"),
        SCHOOL("schools");

        private final String plural;

        Audience(String plural) {
            this.plural = plural;
        }

        public String plural() {
            return plural;
        }
    }

    public Pathway {
        appliesTo = List.copyOf(appliesTo);
        questions = List.copyOf(questions);
        outcomes = orNone(outcomes);
        sources = List.copyOf(sources);
    }

    /** The address of its first question. */
    public String path() {
        return "/pathways/" + id;
    }

    /** The address of the whole tree as a chart and a list. */
    public String mapPath() {
        return path() + "/map";
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
