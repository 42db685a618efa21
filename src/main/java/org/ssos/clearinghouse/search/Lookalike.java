package org.ssos.clearinghouse.search;

/**
 * An entry that may be what somebody proposes.
 *
 * @param sameName whether one of its names is the same but for case, accents and punctuation
 * @param likeness how much of what was written stands in the entry too, rare words counting more: 0 to 1; 0 also
 *     for a text of too few words to tell
 */
public record Lookalike(String id, boolean sameName, double likeness) {}
