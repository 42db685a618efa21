package org.ssos.clearinghouse.content;

/**
 * Content that one feature owns: the files of a folder, and the value they become. The feature reads its files and
 * says what is wrong with them; the catalog carries the value.
 *
 * @param <T> never changes, and may be used by many threads
 */
public interface Part<T> {
    /** The folder below {@code content/}, such as {@code law}; empty for a file that lies in {@code content/} itself. */
    String folder();

    /**
     * The schema in {@code content/schema/} that a YAML file of the folder has to pass.
     *
     * @param name of the file inside the folder, such as {@code 52071.yaml}
     */
    default String schema(String name) {
        return folder() + ".schema.json";
    }

    /**
     * Reads what is there; what is missing or broken is reported and left out.
     *
     * @param files the folder's files, and what was read before them
     */
    T read(PartFiles files);
}
