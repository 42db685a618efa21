package org.ssos.clearinghouse.lea.directory;

import static org.ssos.clearinghouse.lea.directory.Table.cell;

import java.util.Locale;
import java.util.Map;

/** When two names or addresses are the same but for how they are written. */
final class Likeness {
    private Likeness() {}

    static boolean sameWords(String one, String other) {
        return letters(one).equals(letters(other));
    }

    /** The same city, and the same street but for abbreviations. */
    static boolean sameAddress(Map<String, String> one, Map<String, String> other) {
        return street(cell(one, "street")).equals(street(cell(other, "street")))
                && letters(cell(one, "city")).equals(letters(cell(other, "city")));
    }

    /** What a district is called besides its type: {@code Banta} of Banta Elementary and of Banta Unified. */
    static String stem(String name) {
        return letters(
                name.replaceAll("(?i)\\b(unified|elementary|union|joint|high|school|schools|district|city)\\b", ""));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static String street(String text) {
        return letters(text)
                .replaceAll("\\bstreet\\b", "st")
                .replaceAll("\\bavenue\\b", "ave")
                .replaceAll("\\bboulevard\\b", "blvd")
                .replaceAll("\\bdrive\\b", "dr")
                .replaceAll("\\broad\\b", "rd")
                .replaceAll("\\blane\\b", "ln")
                .replaceAll("\\bhighway\\b", "hwy")
                .replaceAll("\\bparkway\\b", "pkwy")
                .replaceAll("\\bplace\\b", "pl")
                .replaceAll("\\bcourt\\b", "ct")
                .replaceAll("\\bsuite\\b", "ste")
                .replaceAll("\\bnorth\\b", "n")
                .replaceAll("\\bsouth\\b", "s")
                .replaceAll("\\beast\\b", "e")
                .replaceAll("\\bwest\\b", "w");
    }
}
