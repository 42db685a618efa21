package org.ssos.clearinghouse.freshness;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.EntryText;
import tools.jackson.databind.JsonNode;

/** The web addresses of the content. Two that differ only behind a # are one. */
final class Addresses {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'`|\\\\^{}\\[\\]]+");
    private static final Pattern NO_PART_OF_IT = Pattern.compile("[.,;:!?*_]+$|#.*$");

    private Addresses() {}

    /** The files that name each address, by address. What publishing and editors' tools read is not asked. */
    static SortedMap<String, Set<String>> in(ContentFiles files) {
        var named = new TreeMap<String, Set<String>>();
        files.texts().forEach((file, text) -> {
            if (!file.endsWith(".yaml") || file.startsWith("receipts/") || file.equals("link-exceptions.yaml")) return;
            EntryText.fields(text)
                    .ifPresent(fields -> texts(fields)
                            .flatMap(Addresses::in)
                            .forEach(address -> named.computeIfAbsent(address, _ -> new TreeSet<>())
                                    .add(file)));
        });
        return named;
    }

    /** The addresses in a text, also inside of Markdown. */
    static Stream<String> in(String text) {
        var found = new LinkedHashSet<String>();
        var matcher = ADDRESS.matcher(text);
        while (matcher.find()) found.add(trimmed(matcher.group()));
        return found.stream();
    }

    /** Without what belongs to the sentence around it. */
    private static String trimmed(String match) {
        var address = NO_PART_OF_IT.matcher(match).replaceFirst("");
        while (address.endsWith(")") && !address.contains("(")) address = address.substring(0, address.length() - 1);
        return NO_PART_OF_IT.matcher(address).replaceFirst("");
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString() ? Stream.of(node.asString()) : node.valueStream().flatMap(Addresses::texts);
    }
}
