package org.ssos.clearinghouse.feedback;

/** How many readers said what of an entry within a year. */
public record Counts(int helpful, int notHelpful, int reports) {
    public static final Counts NONE = new Counts(0, 0, 0);

    /**
     * The share of readers whom it did not help, from 0 to 1; a half where nobody said anything. It is reckoned as if
     * one reader more had said each, so that one voice does not weigh as much as twenty.
     */
    public double unhelpfulShare() {
        return (notHelpful + 1.0) / (helpful + notHelpful + 2.0);
    }

    public int votes() {
        return helpful + notHelpful;
    }

    Counts plus(Counts more) {
        return new Counts(helpful + more.helpful, notHelpful + more.notHelpful, reports + more.reports);
    }
}
