package org.ssos.clearinghouse.api;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.PartialDate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Entries as JSON: the fields of their YAML files, which {@code content/README.md} explains, with kind and address. What
 * is not known is absent.
 */
final class EntryJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .changeDefaultPropertyInclusion(_ ->
                    com.fasterxml.jackson.annotation.JsonInclude.Value.construct(Include.NON_EMPTY, Include.NON_EMPTY))
            // Questions such as isKnown() are no fields.
            .changeDefaultVisibility(visibility -> visibility.withIsGetterVisibility(Visibility.NONE))
            .addModule(new SimpleModule()
                    .addSerializer(EntryId.class, ToStringSerializer.instance)
                    .addSerializer(PartialDate.class, ToStringSerializer.instance))
            .build();

    private EntryJson() {}

    static byte[] of(Entry entry) {
        ObjectNode shared = MAPPER.valueToTree(entry);
        var details = (ObjectNode) shared.remove("details");
        var json = MAPPER.createObjectNode();
        json.set("id", shared.get("id"));
        json.set("kind", shared.get("kind"));
        json.put("url", entry.path());
        if (entry.isTakenDown()) {
            for (var field : List.of("title", "archived")) json.set(field, shared.get(field));
            return MAPPER.writeValueAsBytes(json);
        }
        json.setAll(shared);
        json.setAll(details);
        return MAPPER.writeValueAsBytes(json);
    }
}
