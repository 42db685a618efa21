package org.ssos.clearinghouse.content;

/** Something wrong in a file of the running site, and what the site shows instead of the text that does not check. */
public record Broken(Problem problem, Shown shown) {
    public enum Shown {
        /** The text as it is: what is wrong concerns what it refers to. */
        THIS_TEXT,
        LAST_GOOD_TEXT,
        /** No text of this file ever checked. */
        NOTHING
    }
}
