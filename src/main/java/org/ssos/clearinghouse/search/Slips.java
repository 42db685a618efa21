package org.ssos.clearinghouse.search;

/** Tells a slip of the fingers from another word. */
final class Slips {
    private Slips() {}

    /** What one slip (a letter too many, missing, wrong, or two swapped) counts, what two do, or 0 for another word. */
    static float similarity(String typed, String word, float one, float two) {
        int most = typed.length() < 3 ? 0 : typed.length() < 6 ? 1 : 2;
        if (most == 0 || Math.abs(typed.length() - word.length()) > most) return 0;
        int slips = slips(typed, word, most);
        // In a word of three letters only a swap is likelier than another word.
        if (slips > most || (typed.length() == 3 && !isSwapped(typed, word))) return 0;
        return slips <= 1 ? one : two;
    }

    private static boolean isSwapped(String typed, String word) {
        return typed.length() == word.length()
                && typed.chars()
                        .sorted()
                        .boxed()
                        .toList()
                        .equals(word.chars().sorted().boxed().toList());
    }

    /** The least number of slips, or more than {@code most} as soon as that is sure. */
    private static int slips(String typed, String word, int most) {
        int width = word.length() + 1;
        int[] beforeLast = new int[width];
        int[] last = new int[width];
        for (int at = 0; at < width; at++) last[at] = at;
        for (int row = 1; row <= typed.length(); row++) {
            int[] next = new int[width];
            next[0] = row;
            int least = row;
            for (int at = 1; at < width; at++) {
                int change = typed.charAt(row - 1) == word.charAt(at - 1) ? 0 : 1;
                next[at] = Math.min(Math.min(next[at - 1], last[at]) + 1, last[at - 1] + change);
                boolean swapped = row > 1
                        && at > 1
                        && typed.charAt(row - 1) == word.charAt(at - 2)
                        && typed.charAt(row - 2) == word.charAt(at - 1);
                if (swapped) next[at] = Math.min(next[at], beforeLast[at - 2] + 1);
                least = Math.min(least, next[at]);
            }
            if (least > most) return least;
            beforeLast = last;
            last = next;
        }
        return last[word.length()];
    }
}
