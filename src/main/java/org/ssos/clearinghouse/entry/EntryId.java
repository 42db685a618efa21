package org.ssos.clearinghouse.entry;

import java.util.regex.Pattern;

/** The stable name of an entry, unique across all kinds and never reused; it names the YAML file and the address. */
public record EntryId(String value) implements Comparable<EntryId> {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException when the value is no slug */
    public EntryId {
        if (!isValid(value)) throw new IllegalArgumentException("Not an id: " + value);
    }

    public static boolean isValid(String value) {
        return value.length() <= 120 && SLUG.matcher(value).matches();
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
