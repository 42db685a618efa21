package org.ssos.clearinghouse.roadmap;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Problems;

/** What stood in the fields of a form and could not be taken as it was. */
public record Filled(Map<String, String> typed, Problems problems) {
    public static final Filled NOTHING = new Filled(Map.of(), Problems.NONE);

    public Filled {
        typed = Map.copyOf(typed);
    }

    /** @param otherwise what the field holds where nothing is wrong */
    public String value(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    public @Nullable String problem(String field) {
        return problems.with(field);
    }
}
