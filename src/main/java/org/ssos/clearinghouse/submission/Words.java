package org.ssos.clearinghouse.submission;

import java.util.Locale;

/** The names of fields as people say them. */
final class Words {
    private Words() {}

    /** Such as "First step" for {@code first_step}, at the start of a sentence. */
    static String of(String field) {
        var words = switch (field.substring(field.lastIndexOf('.') + 1)) {
            case "aka" -> "other names";
            case "asked_as" -> "what people would type to find it";
            case "leas" -> "LEAs";
            case "title" -> "name";
            case "as_of" -> "the date of the contact";
            case "coverage" -> "who can get it";
            case "provenance" -> "sources";
            case "topics" -> "topic";
            default -> field.substring(field.lastIndexOf('.') + 1).replace('_', ' ');
        };
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
