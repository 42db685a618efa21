package org.ssos.clearinghouse.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a text that cites the law: the name of a section, which leads to its page, or the words between two.
 *
 * <p>Bills, budget items and acts without a section are plain words; they change the law and are not found in a code.
 *
 * @param text as typed
 * @param law the id of the law page, such as {@code 52071}, {@code 34-cfr-300.600} or {@code essa-1111}; none for plain words
 * @param anchor the paragraph, such as {@code c-1} for (c)(1); empty where the whole section is meant
 */
public record Citation(String text, @Nullable String law, String anchor) {
    private static final String SECTION = "\\d{2,5}(?:\\.\\d+)?(?:-\\d{3,5}(?:\\.\\d+)?)?";

    /** Taken one by one and never given back, so that any number of them needs no more stack than one. */
    private static final String PARAGRAPHS = "(?:\\((?:[A-Za-z]{1,2}|[ivx]{1,5}|\\d{1,2})\\))++";

    private static final String PARAGRAPH_RANGE = PARAGRAPHS + "(?:-" + PARAGRAPHS + ")?";

    private static final Pattern FIRST = Pattern.compile("(?<code>"
            + "(?<education>\\b(?:Education Code \\(EC\\)|EC|Ed\\. Code|Education Code))"
            + "|(?<welfare>\\b(?:WIC|Welfare and Institutions Code))"
            + "|(?<essa>\\b(?:ESSA|ESEA|Elementary and Secondary Education Act))"
            + "|(?<title>\\b\\d{1,2}) (?:(?<cfr>CFR|C\\.F\\.R\\.)|(?<usc>USC|U\\.S\\.C\\.))"
            + "),?(?: [Ss]ections?| §§?)? (?<section>" + SECTION + ")(?<paragraphs>" + PARAGRAPH_RANGE + ")?");

    /** What follows in the same code: ", (c)(3)" of the same section, or " and 52066". A year is no section. */
    private static final Pattern NEXT = Pattern.compile("(?<between>, and |, or |, | and | or )(?:"
            + "(?<paragraphs>" + PARAGRAPH_RANGE + ")"
            + "|(?!(?:19|20)\\d\\d\\b(?!\\.\\d))(?<section>\\d{3,5}(?:\\.\\d+)?(?:-\\d{3,5}(?:\\.\\d+)?)?)\\b"
            + "(?<of>" + PARAGRAPH_RANGE + ")?)");

    /** The address of the law page and its paragraph; empty for plain words. */
    public String path() {
        if (law == null) return "";
        return "/law/" + law + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    /**
     * The piece as it stands alone: one that goes on after another, such as {@code (c)(3)}, gets the name of the code and
     * the number of the section.
     */
    public String alone() {
        boolean goesOn = law != null && law.matches("[0-9.]+") && text.matches("[0-9(].*");
        return goesOn ? "EC " + law + text.replaceFirst("^[0-9.]+", "") : text;
    }

    /** The pieces of the text; joined they are the text again. */
    public static List<Citation> in(String text) {
        var pieces = new ArrayList<Citation>();
        var first = FIRST.matcher(text);
        int end = 0;
        while (first.find(end)) {
            addWords(pieces, text.substring(end, first.start()));
            end = addCode(pieces, text, first);
        }
        addWords(pieces, text.substring(end));
        return List.copyOf(pieces);
    }

    /** The anchor of a paragraph as it is cited or printed; of several, that of the first: {@code (c)(1)-(4)} is {@code c-1}. */
    public static String anchor(String paragraphs) {
        return paragraphs
                .replaceFirst("[-,].*", "")
                .replace(")(", "-")
                .replace("(", "")
                .replace(")", "")
                .toLowerCase(Locale.ROOT);
    }

    /** @return where in the text the citations of this code end */
    private static int addCode(List<Citation> pieces, String text, Matcher first) {
        var code = code(first);
        var law = code + start(first.group("section"));
        pieces.add(new Citation(first.group(), law, anchorOf(first.group("paragraphs"))));
        int end = first.end();
        var next = NEXT.matcher(text);
        while (next.region(end, text.length()).lookingAt()) {
            addWords(pieces, next.group("between"));
            var section = next.group("section");
            if (section != null) law = code + start(section);
            var paragraphs = section == null ? next.group("paragraphs") : next.group("of");
            pieces.add(new Citation(next.group().substring(next.group("between").length()), law, anchorOf(paragraphs)));
            end = next.end();
        }
        return end;
    }

    private static String code(Matcher first) {
        if (first.group("education") != null) return "";
        if (first.group("welfare") != null) return "wic-";
        if (first.group("essa") != null) return "essa-";
        return first.group("title") + (first.group("cfr") != null ? "-cfr-" : "-usc-");
    }

    /** A range of sections leads to its first. */
    private static String start(String sections) {
        int range = sections.indexOf('-');
        return range < 0 ? sections : sections.substring(0, range);
    }

    private static String anchorOf(@Nullable String paragraphs) {
        return paragraphs == null ? "" : anchor(paragraphs);
    }

    private static void addWords(List<Citation> pieces, String words) {
        if (!words.isEmpty()) pieces.add(new Citation(words, null, ""));
    }
}
