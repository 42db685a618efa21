package org.ssos.clearinghouse.search;

/** Is told of each search that was made, and never what was searched for. Called by many threads; it must be quick. */
public interface SearchWatch {
    /**
     * @param nanoseconds from the question to the hits
     * @param words whether words were asked for, not filters alone
     * @param total how many entries were found
     */
    void searched(long nanoseconds, boolean words, int total);
}
