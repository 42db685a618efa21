package org.ssos.clearinghouse.backup;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself, in its last file {@code backup.json}.
 *
 * @param format how backups are laid out; a program reads its own number and those below
 * @param program the version that made it
 * @param schema the number of the last change of the database's schema
 * @param content the version of the content
 * @param counts how many rows each table has
 * @param files everything else in it, by its path
 */
record Manifest(
        int format,
        String program,
        int schema,
        String content,
        Instant made,
        SortedMap<String, Long> counts,
        SortedMap<String, Packed> files) {
    static final int FORMAT = 1;
    static final String NAME = "backup.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            // A newer program may say more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /**
     * A file of the backup.
     *
     * @param sha256 in hexadecimal
     * @param size in bytes
     */
    record Packed(String sha256, long size) {}

    Manifest {
        counts = new TreeMap<>(counts);
        files = new TreeMap<>(files);
    }

    /** How many files of it are content. */
    int contentFiles() {
        return files.tailMap(Archive.CONTENT + "/")
                .headMap(Archive.CONTENT + "0")
                .size();
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    /** @throws IllegalArgumentException when it is none */
    static Manifest read(byte[] json) {
        try {
            return JSON.readValue(json, Manifest.class);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("its " + NAME + " cannot be read", unreadable);
        }
    }
}
