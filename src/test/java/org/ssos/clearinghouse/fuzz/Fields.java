package org.ssos.clearinghouse.fuzz;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form or an address, as the server hands them to a handler. */
public final class Fields {
    private Fields() {}

    public static Map<String, List<String>> of(String encoded) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : encoded.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!parts[0].isEmpty() && parts.length == 2) {
                fields.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                        .add(decoded(parts[1]));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException strayPercentSign) {
            return text;
        }
    }
}
