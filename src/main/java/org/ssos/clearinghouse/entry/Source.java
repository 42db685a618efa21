package org.ssos.clearinghouse.entry;

import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from: a page, or a report by its title.
 *
 * @param date the date the source bears
 * @param seen the day it was read
 */
public record Source(
        @Nullable String title,
        @Nullable String publisher,
        @Nullable String url,
        @Nullable PartialDate date,
        @Nullable PartialDate seen) {

    /** What to call the source in a list: its title, else the host of its address. */
    public String name() {
        if (title != null) return publisher == null ? title : publisher + ", " + title;
        return url == null ? "Unnamed source" : host(url);
    }

    private static String host(String url) {
        return url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("[/?#].*$", "");
    }
}
