package org.ssos.clearinghouse.search;

import java.util.List;

/**
 * Something that is found by its name and is no entry: an LEA, a question, a law section, a pathway. What search must
 * know of another feature; {@code App} fills it.
 *
 * @param kind such as {@code lea}, {@code question}, {@code law}, {@code pathway}, {@code training}
 * @param detail what it is, in a few words that tell two things of one name apart
 * @param names what it is called, the name it bears today first
 * @param inFull names with all their words, from whose first letters people make short forms, and short forms
 * @param places names of places that lead to it, though it is called something else
 * @param text further words that people add to its name
 * @param codes digits that mean it
 * @param weight of things that fit equally well the heavier comes first; never shown
 */
public record Findable(
        String kind,
        String id,
        String label,
        String detail,
        String url,
        List<String> names,
        List<String> inFull,
        List<String> places,
        String text,
        List<String> codes,
        int weight) {
    public Findable {
        if (names.isEmpty()) throw new IllegalArgumentException("Nothing is found without a name: " + kind + " " + id);
        names = List.copyOf(names);
        inFull = List.copyOf(inFull);
        places = List.copyOf(places);
        codes = List.copyOf(codes);
    }

    /** Something that people know by whole names, without short forms, places or codes. */
    public static Findable named(
            String kind, String id, String label, String detail, String url, List<String> names, String text) {
        return new Findable(kind, id, label, detail, url, names, List.of(), List.of(), text, List.of(), 0);
    }
}
