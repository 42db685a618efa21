package org.ssos.clearinghouse.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ssos.clearinghouse.ContentParts;

/** The content of this repository, read once for all tests. */
public final class RealContent {
    private static final ContentFiles FILES = ContentFiles.in(Path.of("content"));
    private static final ContentReader.Reading READING = ContentReader.read(FILES, ContentParts.ALL);

    private RealContent() {}

    public static ContentFiles files() {
        return FILES;
    }

    public static ContentReader.Reading reading() {
        return READING;
    }

    public static Catalog catalog() {
        return Objects.requireNonNull(READING.catalog(), () -> "First problem: " + READING.problems());
    }

    /** The same with some files replaced, as far as they can be read. */
    public static Catalog catalogWith(Map<String, String> replaced) {
        var reading = ContentReader.read(FILES.with(replaced, List.of()), ContentParts.ALL);
        return Objects.requireNonNull(reading.catalog());
    }
}
