package org.ssos.clearinghouse.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How fields are laid out in the files of entries: what is short stands in one line, prose is folded, codes and dates are
 * quoted. The same fields always give the same text.
 */
final class YamlText {
    private static final int WIDTH = 116;

    /** The fields of {@code content/README.md}, in its order: what all kinds share, then what each kind adds. */
    private static final List<String> ORDER = List.of(
            "id",
            "title",
            "acronym",
            "aka",
            "summary",
            "description",
            "first_step",
            "how_to_get",
            "levels",
            "topics",
            "audiences",
            "student_groups",
            "grade_spans",
            "state_priorities",
            "indicators",
            "coverage",
            "contacts",
            "links",
            "related",
            "status",
            "archived",
            "asked_as",
            "provenance",
            "vetting",
            "category",
            "administered_by",
            "lead_agencies",
            "service_areas",
            "type",
            "publisher",
            "publishers",
            "initiative",
            "published",
            "format",
            "cost",
            "languages",
            "access",
            "evidence",
            "roles",
            "county",
            "cds_code",
            "located",
            "superintendent_chosen",
            "single_district_county",
            "districts",
            "charter_schools",
            "program",
            "part_of",
            "run_by",
            "authority",
            "funding",
            "term",
            "listed_by",
            "founded",
            "leas",
            "faced",
            "did",
            "changed",
            "helped_by",
            "size",
            "locale",
            "grades",
            "date",
            "date_note",
            "recurring",
            "pattern",
            "due",
            "last_known",
            "organizer",
            "organizers",
            "citation");

    private static final Map<String, Integer> PLACES = places();

    /** The fields of smaller groups, in the order of the same file. */
    private static final List<String> INNER_ORDER = List.of(
            "values",
            "statewide",
            "regions",
            "counties",
            "leas",
            "inferred",
            "state",
            "cds_code",
            "about",
            "text",
            "instead_of",
            "label",
            "phone",
            "email",
            "name",
            "role",
            "agency",
            "sources",
            "source_date",
            "compiled",
            "url",
            "title",
            "publisher",
            "date",
            "seen");

    /** One line for each of these, however short. */
    private static final Set<String> LINES = Set.of("asked_as", "how_to_get", "roles", "changed", "authority");

    private static final Pattern PLAIN_LOOKING_CODE = Pattern.compile("[-+.]?\\d.*|0[ox].*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Set<String> WORDS_OF_OLD_YAML =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "");

    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setWidth(WIDTH)
            .setBestLineBreak("\n")
            .build();

    private YamlText() {}

    /** The names of the fields in the order in which they are written. */
    static List<String> inOrder(ObjectNode fields) {
        return fields.propertyNames().stream()
                .sorted(Comparator.comparingInt(YamlText::place))
                .toList();
    }

    /** Where a field stands among those of an entry; what nobody knows stands at the end. */
    static int place(String field) {
        return PLACES.getOrDefault(field, ORDER.size());
    }

    static String of(ObjectNode fields) {
        var text = new StringBuilder();
        for (var name : inOrder(fields)) text.append(of(name, fields.path(name)));
        return text.toString();
    }

    /** One field with its value, ending with a line break. */
    static String of(String name, JsonNode value) {
        var usual = emitted(name, value, true);
        return isRead(name, value, usual) ? usual : emitted(name, value, false);
    }

    private static boolean isRead(String name, JsonNode value, String text) {
        var field = JsonNodeFactory.instance.objectNode().set(name, value);
        return EntryText.fields(text).filter(field::equals).isPresent();
    }

    /** @param folded whether prose may be folded; some texts, such as one that ends with blanks, may not */
    private static String emitted(String name, JsonNode value, boolean folded) {
        var key = key(name);
        var field =
                new MappingNode(Tag.MAP, List.of(new NodeTuple(key, node(name, value, 0, folded))), FlowStyle.BLOCK);
        return new Present(SETTINGS)
                .emitToString(new Serialize(SETTINGS).serializeOne(field).iterator());
    }

    private static Node node(String name, JsonNode value, int depth, boolean folded) {
        if (value.isObject()) return group(name, value, depth, folded);
        if (value.isArray()) return list(name, value, depth, folded);
        if (value.isString()) return text(value.asString(), depth, folded);
        var tag = value.isNull()
                ? Tag.NULL
                : value.isBoolean() ? Tag.BOOL : value.isIntegralNumber() ? Tag.INT : Tag.FLOAT;
        return new ScalarNode(tag, value.isNull() ? "null" : value.asString(), ScalarStyle.PLAIN);
    }

    private static Node group(String name, JsonNode value, int depth, boolean folded) {
        var fields = new ArrayList<NodeTuple>();
        value.propertyStream()
                .sorted(Comparator.comparingInt(field -> innerPlace(field.getKey())))
                .forEach(field -> fields.add(
                        new NodeTuple(key(field.getKey()), node(field.getKey(), field.getValue(), depth + 1, folded))));
        boolean flow = !name.equals("provenance") && fitsInLine(name, value, depth);
        return new MappingNode(Tag.MAP, fields, flow ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static Node list(String name, JsonNode value, int depth, boolean folded) {
        var items = new ArrayList<Node>();
        for (var item : value) items.add(node("", item, depth + 1, folded));
        boolean flow = !LINES.contains(name)
                && value.valueStream().allMatch(JsonNode::isValueNode)
                && fitsInLine(name, value, depth);
        return new SequenceNode(Tag.SEQ, items, flow ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    /** A folded text of one line would only be longer. */
    private static Node text(String text, int depth, boolean folded) {
        boolean fits = text.length() + 2 * depth + 16 <= WIDTH;
        if (text.contains("\n") || !fits || (!folded && text.codePoints().anyMatch(YamlText::isUnseen))) {
            return scalar(text, folded ? ScalarStyle.FOLDED : ScalarStyle.DOUBLE_QUOTED);
        }
        return scalar(text, isSafe(text) ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED);
    }

    /** Characters that readers of YAML take for the end of a line, or for none at all. */
    private static boolean isUnseen(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029 || character == 0xFEFF;
    }

    /** Whoever sends us a file may give a field any name; without quotes not every name is read again. */
    private static ScalarNode key(String name) {
        return scalar(name, NAME.matcher(name).matches() ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }

    private static ScalarNode scalar(String text, ScalarStyle style) {
        return new ScalarNode(Tag.STR, text, style);
    }

    /** Whether every reader of YAML takes it for text without quotes. */
    private static boolean isSafe(String text) {
        return !PLAIN_LOOKING_CODE.matcher(text).matches()
                && !WORDS_OF_OLD_YAML.contains(text.toLowerCase(java.util.Locale.ROOT))
                && !text.contains("://");
    }

    private static boolean fitsInLine(String name, JsonNode value, int depth) {
        return value.valueStream().noneMatch(YamlText::isLong)
                && name.length() + 2 * depth + value.toString().length() <= WIDTH;
    }

    /** A group in a group, or a text that is folded. */
    private static boolean isLong(JsonNode value) {
        if (value.isObject()) return true;
        if (value.isArray()) return value.valueStream().anyMatch(item -> !item.isValueNode());
        return value.isString() && value.asString().contains("\n");
    }

    private static int innerPlace(String field) {
        int place = INNER_ORDER.indexOf(field);
        return place < 0 ? INNER_ORDER.size() : place;
    }

    private static Map<String, Integer> places() {
        var places = new HashMap<String, Integer>();
        for (var field : ORDER) places.put(field, places.size());
        return Map.copyOf(places);
    }
}
