package org.ssos.clearinghouse.publishing;

import java.io.IOException;
import java.util.Map;
import org.ssos.clearinghouse.content.ContentFiles.Stamp;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;

/** What the site shows, as publishing changes it. */
public interface Shelf {
    /**
     * A file that publishing wrote.
     *
     * @param hash of its text
     * @param stamp what it looked like when it was written
     */
    record Written(String hash, Stamp stamp) {}

    /** Reads the text as the entry's file, beside everything that is shown. */
    EntryText.Checked read(Kind kind, EntryId id, String text);

    /** Something that writes files and then shows them. */
    interface Writing {
        void run() throws IOException;
    }

    /** Does the work while nobody looks at the folder, so that what it writes is not taken for an edit by hand. */
    void unobserved(Writing work) throws IOException;

    /**
     * Shows the entry with this text from now on, in pages and in search. To do it again changes nothing.
     *
     * @param files what was written, by the path below the content folder
     */
    void publish(Kind kind, EntryId id, String text, Map<String, Written> files) throws IOException;
}
