package org.ssos.clearinghouse;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.submission.PublishedTexts;

/** The texts of the entries as they lie in the content folder; nothing for a file that is gone or cannot be read. */
record ContentTexts(Path folder) implements PublishedTexts {
    @Override
    public Optional<String> of(Entry entry) {
        return ContentFiles.text(
                folder.resolve(entry.kind().path()).resolve(entry.id().value() + ".yaml"));
    }

    /** The texts of the entries that a catalog knows; null for any other. */
    Function<EntryId, @Nullable String> of(Supplier<Catalog> catalog) {
        return id -> catalog.get().find(id).flatMap(this::of).orElse(null);
    }
}
