package org.ssos.clearinghouse.search;

/** Tells slips of the fingers in one typed word from other words. Used by one thread. */
final class Slips {
    private static final int LONGEST = 40;

    private final String typed;
    private final int most;

    /** Three rows of the table of distances, used over and over. */
    private int[] beforeLast = new int[LONGEST + 3];

    private int[] last = new int[LONGEST + 3];
    private int[] next = new int[LONGEST + 3];

    Slips(String typed) {
        this.typed = typed;
        most = typed.length() < 3 || typed.length() > LONGEST ? 0 : typed.length() < 6 ? 1 : 2;
    }

    /** What one slip (a letter too many, missing, wrong, or two swapped) counts, what two do, or 0 for another word. */
    float similarity(String word, float one, float two) {
        if (most == 0 || Math.abs(typed.length() - word.length()) > most) return 0;
        int slips = slips(word);
        // In a word of three letters only a swap is likelier than another word.
        if (slips > most || (typed.length() == 3 && !isSwapped(word))) return 0;
        return slips <= 1 ? one : two;
    }

    private boolean isSwapped(String word) {
        return typed.length() == word.length()
                && typed.chars()
                        .sorted()
                        .boxed()
                        .toList()
                        .equals(word.chars().sorted().boxed().toList());
    }

    /** The least number of slips, or more than {@code most} as soon as that is sure. */
    private int slips(String word) {
        int width = word.length() + 1;
        for (int at = 0; at < width; at++) last[at] = at;
        for (int row = 1; row <= typed.length(); row++) {
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
            var free = beforeLast;
            beforeLast = last;
            last = next;
            next = free;
        }
        return last[word.length()];
    }
}
