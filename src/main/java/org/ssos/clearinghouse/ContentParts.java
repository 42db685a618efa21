package org.ssos.clearinghouse;

import java.util.List;
import org.ssos.clearinghouse.content.Part;

/** What the features read from the content folder besides entries, vocabularies and word lists. */
public final class ContentParts {
    /** Each after those it builds on. */
    public static final List<Part<?>> ALL = List.of();

    private ContentParts() {}
}
