package org.ssos.clearinghouse.submission;

import java.util.Optional;
import org.ssos.clearinghouse.entry.Entry;

/** Knows the text from which the site made an entry. */
@FunctionalInterface
public interface PublishedTexts {
    /** Nothing where the file has been taken away meanwhile. */
    Optional<String> of(Entry entry);
}
