package org.ssos.clearinghouse.entry;

import org.jspecify.annotations.Nullable;

/** Something that happened in the system; {@code dateNote} says what the date is when it is no publication date. */
public record Update(
        String type, PartialDate date, @Nullable String dateNote) implements Details {}
