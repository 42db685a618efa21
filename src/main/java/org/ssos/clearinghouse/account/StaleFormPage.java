package org.ssos.clearinghouse.account;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ssos.clearinghouse.web.Chrome;

/**
 * Says that a form came too late, and gives back what was typed.
 *
 * @param next where to go on after signing in
 */
public record StaleFormPage(Chrome chrome, boolean signedOut, List<Typed> typed, String next) {
    private static final Set<String> SECRETS = Set.of("csrf", "proof", "code", "secret");

    public record Typed(String label, String text) {}

    static StaleFormPage of(Chrome chrome, boolean signedOut, Map<String, List<String>> form, String next) {
        var typed = form.entrySet().stream()
                .filter(field ->
                        !SECRETS.contains(field.getKey()) && !field.getKey().contains("password"))
                .map(field -> new Typed(label(field.getKey()), String.join(", ", field.getValue())))
                .filter(field -> !field.text().isBlank())
                .toList();
        return new StaleFormPage(chrome, signedOut, typed, next);
    }

    public String heading() {
        return signedOut ? "You were signed out" : "This page was open too long";
    }

    private static String label(String name) {
        var words = name.replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
