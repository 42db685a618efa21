package org.ssos.clearinghouse.web;

import java.util.List;

/** How long a form may be that is sent to an address, in bytes as they travel. */
final class BodySize {
    /**
     * An entry as text, of up to 60,000 characters, each written as up to nine bytes; or a roadmap with notes of 2,000
     * characters to all its steps.
     */
    static final int LONGEST = 1024 * 1024;

    /** Everything else: the longest field there holds 2,000 characters. */
    private static final int USUAL = 64 * 1024;

    private static final List<String> LONG = List.of("/suggest", "/curate/", "/roadmaps", "/cases/");

    private BodySize() {}

    static int most(String path) {
        return LONG.stream().anyMatch(path::startsWith) ? LONGEST : USUAL;
    }
}
