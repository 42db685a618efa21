package org.ssos.clearinghouse.publishing;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Receipt;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The receipts as they lie in {@code content/receipts}, one file for each entry, so that a copy of the content without
 * the database keeps them. They are a copy: {@link Receipts} says what is believed.
 *
 * @param receipts of each entry, the oldest first
 */
public record ReceiptBook(Map<EntryId, List<Receipt>> receipts) {
    public static final Part<ReceiptBook> PART = new Reading();

    private static final String FOLDER = "receipts";

    private static final JsonMapper JSON = shaped(JsonMapper.builder()).build();
    private static final YAMLMapper YAML = shaped(YAMLMapper.builder())
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    /** One file. */
    record Page(EntryId id, List<Receipt> receipts) {}

    public ReceiptBook {
        receipts = Map.copyOf(receipts);
    }

    static String fileOf(EntryId id) {
        return FOLDER + "/" + id + ".yaml";
    }

    /** The text of an entry's file. */
    static String text(EntryId id, List<Receipt> receipts) {
        return "# Written by publishing. What stands here is a copy; an edit changes nothing.\n"
                + YAML.writeValueAsString(new Page(id, receipts));
    }

    static String json(Receipt receipt) {
        return JSON.writeValueAsString(receipt);
    }

    static Receipt receipt(String json) {
        return JSON.readValue(json, Receipt.class);
    }

    private static <B extends MapperBuilder<?, B>> B shaped(B builder) {
        return builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .changeDefaultPropertyInclusion(_ -> Value.construct(Include.NON_EMPTY, Include.NON_EMPTY))
                .addModule(new SimpleModule()
                        .addSerializer(EntryId.class, ToStringSerializer.instance)
                        .addSerializer(PartialDate.class, ToStringSerializer.instance)
                        .addDeserializer(PartialDate.class, new FromText()));
    }

    private static final class FromText extends StdDeserializer<PartialDate> {
        FromText() {
            super(PartialDate.class);
        }

        @Override
        public PartialDate deserialize(JsonParser parser, DeserializationContext context) {
            return new PartialDate(parser.getString());
        }
    }

    private static final class Reading implements Part<ReceiptBook> {
        @Override
        public String folder() {
            return FOLDER;
        }

        @Override
        public ReceiptBook read(PartFiles files) {
            var receipts = new LinkedHashMap<EntryId, List<Receipt>>();
            for (var file : files.yaml(Page.class)) {
                receipts.put(file.value().id(), file.value().receipts());
            }
            return new ReceiptBook(receipts);
        }
    }
}
