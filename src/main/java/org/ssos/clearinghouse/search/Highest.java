package org.ssos.clearinghouse.search;

import org.apache.lucene.util.LongHeap;

/** Keeps the numbers with the highest scores; of equal scores the lower number. Scores are never negative. */
final class Highest {
    private final LongHeap heap;

    /** @param most how many are kept, at least 1 */
    Highest(int most) {
        heap = new LongHeap(most);
    }

    void add(int number, float score) {
        // Score and number as one: the bits of floats that are not negative have the order of the floats.
        heap.insertWithOverflow(((long) Float.floatToRawIntBits(score) << 32) | (~number & 0xFFFFFFFFL));
    }

    /** The highest first. Afterwards nothing is left. */
    int[] take() {
        int[] numbers = new int[heap.size()];
        for (int at = numbers.length - 1; at >= 0; at--) numbers[at] = ~(int) heap.pop();
        return numbers;
    }
}
