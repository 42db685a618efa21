package org.ssos.clearinghouse.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Makes texts out of real ones: cut, joined, doubled, and with words in them that programs stumble over. The same choices
 * make the same text. Safe for use by many threads.
 */
public final class Inputs {
    private static final int MOST_CHANGES = 6;
    private static final int LONGEST = 64_000;

    /** What has troubled programs before, whatever they read. */
    private static final List<String> TROUBLE = List.of(
            "\0",
            "\ufeff",
            "\u202e",
            "\u00a0",
            "\u2028",
            "\u0085",
            "e\u0301\u0302\u0303\u0304",
            "ﬃ",
            "İ",
            "ß",
            "ñ",
            "漢字",
            "😀",
            "👩‍👩‍👧",
            "\ud83d",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "'",
            "\"",
            "“",
            "\\",
            "\\u0000",
            "/",
            "//example.org/",
            "../",
            "..%2f",
            "%",
            "%00",
            "%zz",
            "%ff",
            "+",
            "&",
            "&amp;",
            "&#x3c;",
            ";",
            "=",
            "?",
            "#",
            "|",
            "~1",
            "^2",
            "*",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "-",
            "--",
            ":",
            ",",
            "<",
            ">",
            "<fuzz>",
            "\"><fuzz>",
            "' fuzz='",
            "\" onfuzz=\"",
            "</textarea><fuzz>",
            "<!--",
            "javascript:fuzz()",
            "=1+1",
            "@SUM(A1)",
            "${7*7}",
            "' OR 1=1 --",
            "0",
            "-1",
            "007",
            "1e999999999",
            "2147483648",
            "9223372036854775808",
            "99999999999999999999999",
            "NaN",
            "null",
            "true",
            "2026-02-30",
            "+999999999-12-31",
            "0000000");

    private final List<String> seeds;
    private final List<String> words;

    /**
     * @param seeds real texts
     * @param words that mean something in such texts
     */
    public Inputs(List<String> seeds, List<String> words) {
        if (seeds.isEmpty()) throw new IllegalArgumentException("Texts are made of others, but there are none");
        this.seeds = List.copyOf(seeds);
        this.words = Stream.concat(words.stream(), TROUBLE.stream()).toList();
    }

    public List<String> seeds() {
        return seeds;
    }

    public String next(RandomGenerator random) {
        var text = seed(random);
        int changes = random.nextInt(MOST_CHANGES + 1);
        for (int i = 0; i < changes; i++) text = shortened(changed(text, random));
        return wellFormed(text);
    }

    private String changed(String text, RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> replaced(text, border(text, random), 0, word(random));
            case 2, 3 -> {
                int start = border(text, random);
                yield replaced(text, start, piece(text, start), word(random));
            }
            case 4 -> {
                int start = border(text, random);
                yield replaced(text, start, Math.min(text.length() - start, length(random)), "");
            }
            case 5 -> {
                int start = border(text, random);
                int end = start + Math.min(text.length() - start, length(random));
                yield replaced(text, end, 0, times(text.substring(start, end), random));
            }
            case 6 -> replaced(text, border(text, random), 0, times(word(random), random));
            case 7 -> {
                var other = seed(random);
                yield text.substring(0, border(text, random)) + other.substring(border(other, random));
            }
            case 8 -> {
                int start = border(text, random);
                int end = start + Math.min(text.length() - start, length(random));
                yield replaced(replaced(text, start, end - start, ""), 0, 0, text.substring(start, end));
            }
            default -> line(text, random);
        };
    }

    /** A line twice, away, deeper or in another place. */
    private static String line(String text, RandomGenerator random) {
        int at = random.nextInt(text.length() + 1);
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int next = text.indexOf('\n', start);
        int end = next < 0 ? text.length() : next + 1;
        var line = text.substring(start, end);
        return switch (random.nextInt(4)) {
            case 0 -> replaced(text, start, 0, line);
            case 1 -> replaced(text, start, line.length(), "");
            case 2 -> replaced(text, start, 0, " ".repeat(1 + random.nextInt(4)));
            default -> replaced(text, start, line.length(), "") + line;
        };
    }

    private String seed(RandomGenerator random) {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private String word(RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }

    /** Mostly where a word or a row of signs begins, so that what is exchanged is what programs look at as one. */
    private static int border(String text, RandomGenerator random) {
        int at = random.nextInt(text.length() + 1);
        if (random.nextInt(4) == 0) return at;
        while (at > 0 && at < text.length() && isWord(text.charAt(at - 1)) == isWord(text.charAt(at))) at++;
        return at;
    }

    private static int piece(String text, int start) {
        int end = start;
        while (end < text.length() && isWord(text.charAt(end)) == isWord(text.charAt(start))) end++;
        return end - start;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static int length(RandomGenerator random) {
        return 1 << random.nextInt(9);
    }

    /** Mostly a few times, now and then very often: what calls itself for each of them runs out of stack. */
    private static String times(String text, RandomGenerator random) {
        int times = 1 << random.nextInt(random.nextInt(32) == 0 ? 15 : 5);
        return text.repeat(Math.max(1, Math.min(times, LONGEST / Math.max(1, text.length()))));
    }

    private static String replaced(String text, int start, int length, String by) {
        return text.substring(0, start) + by + text.substring(start + length);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Nothing that came in as bytes holds half a character. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
