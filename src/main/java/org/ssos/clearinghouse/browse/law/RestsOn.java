package org.ssos.clearinghouse.browse.law;

/**
 * Something on this site that rests on law.
 *
 * @param label what it is called in a list
 * @param url the address of its page on this site
 * @param kind the heading it stands under, such as {@code Questions}
 * @param citation the sections, as {@link org.ssos.clearinghouse.entry.Citation} reads them
 */
public record RestsOn(String label, String url, String kind, String citation) {}
