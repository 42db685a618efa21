package org.ssos.clearinghouse.submission;

/**
 * One row of a file that is brought in.
 *
 * @param place where it stands, such as {@code row 4}
 * @param hash of the row as it was written; another one when anything in it changes
 */
public record ImportRow(String place, Draft draft, String hash) {}
