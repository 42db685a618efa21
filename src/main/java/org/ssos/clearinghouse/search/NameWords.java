package org.ssos.clearinghouse.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How a name becomes words, and how the short forms that people type become the words they stand for. */
final class NameWords {
    /** Words that are written in several ways, in the one that names are kept in. */
    private static final Map<String, String> ONE_FORM = Map.ofEntries(
            Map.entry("mt", "mount"),
            Map.entry("st", "saint"),
            Map.entry("ft", "fort"),
            Map.entry("jt", "joint"),
            Map.entry("jnt", "joint"),
            Map.entry("un", "union"),
            Map.entry("unif", "unified"),
            Map.entry("elem", "elementary"),
            Map.entry("hi", "high"),
            Map.entry("hs", "high"),
            Map.entry("sch", "school"),
            Map.entry("schl", "school"),
            Map.entry("dist", "district"),
            Map.entry("dept", "department"),
            Map.entry("ed", "education"),
            Map.entry("educ", "education"),
            Map.entry("ofc", "office"),
            Map.entry("off", "office"),
            Map.entry("cnty", "county"),
            Map.entry("co", "county"),
            Map.entry("supt", "superintendent"),
            Map.entry("schools", "school"),
            Map.entry("districts", "district"),
            Map.entry("charters", "charter"),
            Map.entry("superintendents", "superintendent"),
            Map.entry("academies", "academy"),
            Map.entry("acad", "academy"));

    /** Short forms of several words. */
    private static final Map<String, String> SEVERAL = Map.ofEntries(
            Map.entry("usd", "unified school district"),
            Map.entry("jusd", "joint unified school district"),
            Map.entry("esd", "elementary school district"),
            Map.entry("uesd", "union elementary school district"),
            Map.entry("juesd", "joint union elementary school district"),
            Map.entry("hsd", "high school district"),
            Map.entry("uhsd", "union high school district"),
            Map.entry("uhs", "union high school"),
            Map.entry("juhsd", "joint union high school district"),
            Map.entry("csd", "city school district"),
            Map.entry("chsd", "city high school district"),
            Map.entry("coe", "county office education"));

    /** Short forms of places; each may also be just a word. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("la", "los angeles"),
            Map.entry("sf", "san francisco"),
            Map.entry("sd", "san diego"),
            Map.entry("sj", "san jose"),
            Map.entry("sb", "santa barbara"),
            Map.entry("oc", "orange county"),
            Map.entry("slo", "san luis obispo"),
            Map.entry("sac", "sacramento"),
            Map.entry("lb", "long beach"));

    private static final Set<String> SILENT = Set.of("of", "the", "for", "and", "at", "in", "a", "an", "to");

    private NameWords() {}

    /** Plain lower case words without accents and silent words, in one form each. */
    static List<String> of(String text) {
        var words = new ArrayList<String>();
        for (var word : plain(text)) {
            var one = ONE_FORM.getOrDefault(word, word);
            if (!SILENT.contains(one)) words.add(one);
        }
        return words.isEmpty() ? plain(text) : words;
    }

    /** What was typed, as names are kept: at most so many words, short forms written out, nothing twice. */
    static List<String> typed(String text, int most) {
        return writtenOut(of(text), most);
    }

    /** What was typed, with short forms of places read as places; the same words where there are none. */
    static List<String> typedWithPlaces(String text, int most) {
        var words = new ArrayList<String>();
        for (var word : of(text)) words.addAll(of(PLACES.getOrDefault(word, word)));
        return writtenOut(words, most);
    }

    private static List<String> writtenOut(List<String> words, int most) {
        return words.stream()
                .flatMap(word -> {
                    var several = SEVERAL.get(word);
                    if (several == null && word.equals("sd")) several = "school district";
                    return several == null ? Stream.of(word) : of(several).stream();
                })
                .distinct()
                .limit(most)
                .toList();
    }

    /** Lower case words of plain letters and digits, as they stand. */
    static List<String> plain(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var bare = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        for (int at = 0; at < bare.length(); at++) {
            char letter = bare.charAt(at);
            if (Character.isLetterOrDigit(letter)) word.append(letter);
            else if (letter != '\'' && letter != '’' && Character.getType(letter) != Character.NON_SPACING_MARK) {
                if (!word.isEmpty()) words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) words.add(word.toString());
        return words;
    }
}
