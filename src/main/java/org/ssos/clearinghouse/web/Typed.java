package org.ssos.clearinghouse.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A field of a form as it was sent, given back so that nobody types it again. */
public record Typed(String label, String text) {
    private static final Set<String> SECRETS = Set.of("csrf", "proof", "code", "secret");

    /** All that was typed; secrets and what the page itself put in to prove where it came from are left out. */
    public static List<Typed> of(Map<String, List<String>> form) {
        return form.entrySet().stream()
                .filter(field ->
                        !SECRETS.contains(field.getKey()) && !field.getKey().contains("password"))
                .map(field -> new Typed(label(field.getKey()), String.join(", ", field.getValue())))
                .filter(field -> !field.text().isBlank())
                .toList();
    }

    private static String label(String name) {
        var words = name.replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
