package org.ssos.clearinghouse.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a backup is called: {@code clearinghouse-2026-11-22T0315Z.zip}, with {@code .age} behind where it is encrypted.
 * The second one of a minute is {@code …T0315Z-2.zip}. Only whole, verified backups have such a name.
 */
record BackupName(Path file, Instant at, int number) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmm'Z'", Locale.ROOT);
    private static final Pattern NAME =
            Pattern.compile("clearinghouse-(\\d{4}-\\d\\d-\\d\\dT\\d{4}Z)(?:-(\\d{1,4}))?\\.zip(?:\\.age)?");

    private static final Comparator<BackupName> NEWEST_FIRST = Comparator.comparing(BackupName::at)
            .thenComparingInt(BackupName::number)
            .reversed();

    /** The minute, as it stands in names. */
    static String minute(Instant moment) {
        return MINUTE.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** One that is not taken. */
    static Path free(Path folder, Instant now, boolean sealed) {
        for (int number = 1; ; number++) {
            var name = "clearinghouse-" + minute(now) + (number == 1 ? "" : "-" + number) + ".zip";
            // With and without encryption, so that no two differ in that alone.
            if (!Files.exists(folder.resolve(name)) && !Files.exists(folder.resolve(name + ".age"))) {
                return folder.resolve(sealed ? name + ".age" : name);
            }
        }
    }

    /** The backups in a folder that may be there or not, the newest first. */
    static List<BackupName> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> of(file).stream()).sorted(NEWEST_FIRST).toList();
        }
    }

    private static Optional<BackupName> of(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !Files.isRegularFile(file)) return Optional.empty();
        try {
            var at = LocalDateTime.parse(name.group(1), MINUTE).toInstant(ZoneOffset.UTC);
            return Optional.of(new BackupName(file, at, name.group(2) == null ? 1 : Integer.parseInt(name.group(2))));
        } catch (DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
