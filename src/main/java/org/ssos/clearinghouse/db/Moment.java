package org.ssos.clearinghouse.db;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a moment stands in the database: ISO text in UTC, always equally long, so that texts sort as moments do. */
public final class Moment {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Moment() {}

    public static String text(Instant moment) {
        return FORMAT.format(moment);
    }

    public static Instant of(String text) {
        return Instant.parse(text);
    }
}
