package org.ssos.clearinghouse.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form that was sent, all of it at once, in the order of its fields. */
public record Problems(List<Problem> all) {
    public static final Problems NONE = new Problems(List.of());

    /** @param field the name of the field, which is also its id on the page */
    public record Problem(String field, String words) {}

    public Problems {
        all = List.copyOf(all);
    }

    public static Problems of(String field, String words) {
        return NONE.and(field, words);
    }

    public Problems and(String field, String words) {
        return new Problems(Stream.concat(all.stream(), Stream.of(new Problem(field, words)))
                .toList());
    }

    public Problems and(Problems more) {
        return new Problems(Stream.concat(all.stream(), more.all.stream()).toList());
    }

    /** Adds the problem when the field does not hold what it should. */
    public Problems unless(boolean good, String field, String words) {
        return good ? this : and(field, words);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public @Nullable String with(String field) {
        return all.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::words)
                .findFirst()
                .orElse(null);
    }

    /** The title of the page that shows them. */
    public String title(String title) {
        return isEmpty() ? title : "Error: " + title;
    }
}
