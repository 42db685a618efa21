package org.ssos.clearinghouse.lea;

import java.util.List;
import java.util.Locale;

/** Lists, numbers and names as they stand in a sentence. */
final class Words {
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private Words() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}; with semicolons where an item has a comma of its own. */
    static String list(List<?> items) {
        var texts = items.stream().map(String::valueOf).toList();
        if (texts.size() < 2) return String.join("", texts);
        var comma = texts.stream().anyMatch(text -> text.contains(",")) ? "; " : ", ";
        return String.join(comma, texts.subList(0, texts.size() - 1)) + " and " + texts.getLast();
    }

    /** Up to nine in letters. */
    static String number(int n) {
        return n < NUMBERS.size() ? NUMBERS.get(n) : Integer.toString(n);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** {@code 3 groups}, {@code 1 group}. */
    static String count(int n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }
}
