package org.ssos.clearinghouse.submission;

import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Visitor;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.web.Problems;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in the form, as typed.
 *
 * @param text the whole text of the entry, where that view is used
 * @param base what the change was made from, as the form remembers it
 * @param seen which findings were shown when it was sent
 */
public record Typed(
        Map<MainField, List<String>> values,
        @Nullable String text,
        String base,
        String seen,
        String name,
        String organization,
        String email) {
    private static final int LONGEST_TEXT = 60_000;
    private static final int LONGEST_LINE = 200;
    private static final Pattern WEB = Pattern.compile("https?://[^\\s/]+\\.\\S+|https?://localhost\\S*");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final int MOST_TOPICS = 5;

    static Typed nothing() {
        return new Typed(Map.of(), null, "", "", "", "", "");
    }

    /** What stands on the site. */
    static Typed of(Kind kind, ObjectNode entry, String base) {
        var values = new EnumMap<MainField, List<String>>(MainField.class);
        for (var field : MainField.of(kind)) values.put(field, MainFields.read(field, kind, entry));
        return new Typed(values, null, base, "", "", "", "");
    }

    static Typed whole(String text, String base) {
        return new Typed(Map.of(), text, base, "", "", "", "");
    }

    static Typed from(Context ctx, Kind kind) {
        var values = new EnumMap<MainField, List<String>>(MainField.class);
        var text = ctx.formParam("text");
        if (text == null) {
            for (var field : MainField.of(kind)) {
                var sent = ctx.formParams(field.id()).stream()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
                values.put(
                        field, field.holdsMany() ? sent : sent.stream().limit(1).toList());
            }
        }
        return new Typed(
                values,
                text,
                line(ctx, "base"),
                line(ctx, "seen"),
                line(ctx, "name"),
                line(ctx, "organization"),
                line(ctx, "email"));
    }

    String first(MainField field) {
        var all = all(field);
        return all.isEmpty() ? "" : all.getFirst();
    }

    List<String> all(MainField field) {
        return values.getOrDefault(field, List.of());
    }

    boolean holdsTheSame(MainField field, Typed other) {
        return MainFields.isSame(field, all(field), other.all(field));
    }

    Typed with(String newBase, String newSeen) {
        return new Typed(values, text, newBase, newSeen, name, organization, email);
    }

    Typed with(Map<MainField, List<String>> newValues) {
        return new Typed(newValues, text, base, seen, name, organization, email);
    }

    Sender sender(Visitor visitor) {
        return switch (visitor) {
            case Visitor.SignedIn(var account, var _, var _) ->
                new Sender(account.name(), account.organization(), null, account.id());
            case Visitor.Anonymous() -> new Sender(name, organization, email.isEmpty() ? null : email, null);
        };
    }

    /** Everything that keeps it from being sent. */
    Problems problems(Kind kind) {
        var problems = text == null ? problemsOfFields(kind) : problemsOfText(text);
        return problems.unless(name.length() <= LONGEST_LINE, "name", tooLong("name", LONGEST_LINE))
                .unless(organization.length() <= LONGEST_LINE, "organization", tooLong("organization", LONGEST_LINE))
                .unless(
                        email.isEmpty() || (EMAIL.matcher(email).matches() && email.length() <= LONGEST_LINE),
                        "email",
                        "Enter an e-mail address such as office@example.org, or leave it empty.");
    }

    private Problems problemsOfFields(Kind kind) {
        var problems = Problems.NONE
                .unless(!first(MainField.TITLE).isEmpty(), "title", "Enter the name.")
                .unless(!first(MainField.LINK).isEmpty() || kind == Kind.AGENCY, "link", "Enter a web address.");
        for (var field : MainField.of(kind)) problems = problems.and(problem(field));
        return problems;
    }

    private Problems problem(MainField field) {
        var value = first(field);
        if (value.isEmpty()) return Problems.NONE;
        int length = value.replace("\r\n", "\n").length();
        if (length > field.longest()) {
            return Problems.of(
                    field.id(),
                    "Shorten “" + field.label() + "” to " + field.longest() + " characters; it has " + length + ".");
        }
        boolean good = switch (field) {
            case LINK, SOURCE -> WEB.matcher(value).matches();
            case CONTACT_EMAIL -> EMAIL.matcher(value).matches();
            case DATE -> DATE.matcher(value).matches();
            case TOPICS -> all(field).size() <= MOST_TOPICS;
            default -> true;
        };
        return good ? Problems.NONE : Problems.of(field.id(), words(field));
    }

    private static String words(MainField field) {
        return switch (field) {
            case CONTACT_EMAIL -> "Enter an e-mail address such as office@example.org.";
            case DATE -> "Enter a date such as 2026-11-21, 2026-11 or 2026.";
            case TOPICS -> "Choose five topics at most.";
            default -> "Enter a web address that starts with https://";
        };
    }

    private static Problems problemsOfText(String text) {
        if (text.length() > LONGEST_TEXT) return Problems.of("text", tooLong("text", LONGEST_TEXT));
        var fields = EntryText.fields(text);
        if (fields.isEmpty()) return Problems.NONE.and("text", unreadable(text));
        return Problems.NONE.unless(
                !fields.get().path("title").asString("").isBlank(), "text", "Give the entry a `title`.");
    }

    private static String unreadable(String text) {
        return EntryText.unreadable(text)
                .map(problem -> "Line " + problem.line() + ": " + problem.what() + ".")
                .orElse("The text cannot be read.");
    }

    private static String tooLong(String what, int longest) {
        return "Shorten the " + what + " to " + longest + " characters.";
    }

    private static String line(Context ctx, String field) {
        var sent = ctx.formParam(field);
        return sent == null ? "" : sent.strip();
    }
}
