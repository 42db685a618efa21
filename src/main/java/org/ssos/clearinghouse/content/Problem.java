package org.ssos.clearinghouse.content;

import java.util.Comparator;

/**
 * Something wrong in a content file, in words: what is wrong and what would be right.
 *
 * @param file the path below the content folder, with forward slashes
 * @param line from 1
 * @param column from 1
 */
public record Problem(String file, int line, int column, String what) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::what);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + what;
    }
}
