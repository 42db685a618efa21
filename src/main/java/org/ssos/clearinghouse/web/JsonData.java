package org.ssos.clearinghouse.web;

import gg.jte.Content;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A value as JSON that can stand inside a script element of a page. */
public final class JsonData {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonData() {}

    public static Content of(Map<String, ?> value) {
        // Without "<" no text can end the element.
        var json = JSON.writeValueAsString(value).replace("<", "\\u003c");
        return output -> output.writeContent(json);
    }
}
