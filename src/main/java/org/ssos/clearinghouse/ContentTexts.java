package org.ssos.clearinghouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.submission.PublishedTexts;

/** The texts of the entries as they lie in the content folder. */
record ContentTexts(Path folder) implements PublishedTexts {
    @Override
    public Optional<String> of(Entry entry) {
        try {
            return Optional.of(Files.readString(
                    folder.resolve(entry.kind().path()).resolve(entry.id().value() + ".yaml")));
        } catch (NoSuchFileException takenAway) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The texts of the entries that a catalog knows; null for any other. */
    Function<EntryId, @Nullable String> of(Supplier<Catalog> catalog) {
        return id -> catalog.get().find(id).flatMap(this::of).orElse(null);
    }
}
