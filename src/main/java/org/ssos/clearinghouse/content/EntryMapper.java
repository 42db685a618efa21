package org.ssos.clearinghouse.content;

import org.ssos.clearinghouse.entry.Details;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.PartialDate;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Turns checked YAML into records: snake_case fields by name, ids and dates by their own types. */
final class EntryMapper {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            // What all kinds share and what one kind adds are read from the same flat file.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addDeserializer(EntryId.class, new FromText<>(EntryId.class, EntryId::new))
                    .addDeserializer(PartialDate.class, new FromText<>(PartialDate.class, PartialDate::new))
                    .addDeserializer(Details.class, new Embedded()))
            .build();

    private EntryMapper() {}

    static Entry entry(JsonNode file, Kind kind) {
        var whole = ((ObjectNode) file).deepCopy();
        whole.put("kind", kind.id());
        // How far an entry can be trusted is not for its own file to say.
        whole.remove("vetting");
        whole.remove("flag");
        whole.putPOJO("details", MAPPER.treeToValue(file, kind.details()));
        return MAPPER.treeToValue(whole, Entry.class);
    }

    static <T> T value(JsonNode node, Class<T> type) {
        return MAPPER.treeToValue(node, type);
    }

    static <T> java.util.List<T> list(JsonNode node, Class<T> type) {
        return MAPPER.treeToValue(node, MAPPER.getTypeFactory().constructCollectionType(java.util.List.class, type));
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private final transient java.util.function.Function<String, T> read;

        FromText(Class<T> type, java.util.function.Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            return read.apply(parser.getString());
        }
    }

    /** The details were read before; they only need to be handed on. */
    private static final class Embedded extends StdDeserializer<Details> {
        Embedded() {
            super(Details.class);
        }

        @Override
        public Details deserialize(JsonParser parser, DeserializationContext context) {
            return (Details) parser.getEmbeddedObject();
        }
    }
}
