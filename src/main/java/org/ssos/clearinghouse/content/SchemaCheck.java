package org.ssos.clearinghouse.content;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Holds files against the JSON Schemas in {@code content/schema/} and says what is wrong in words.
 * Safe for use by many threads.
 */
final class SchemaCheck {
    private static final String BASE = "https://schema.ssos-clearinghouse.invalid/";

    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** @param texts schema texts by file name, such as {@code initiative.schema.json} */
    SchemaCheck(Map<String, String> texts) {
        var byAddress = new TreeMap<String, String>();
        texts.forEach((name, text) -> byAddress.put(BASE + name, text));
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byAddress));
    }

    List<Problem> check(YamlDocument document, String schemaName) {
        return errors(document, schemaName)
                .map(error -> inWords(document, error))
                .toList();
    }

    /** What is wrong with the fields that are there. */
    List<Problem> checkPresent(YamlDocument document, String schemaName) {
        return errors(document, schemaName)
                .filter(error -> !isMissingField(error))
                .map(error -> inWords(document, error))
                .toList();
    }

    /** The fields that have to be there and are not. */
    List<String> missing(YamlDocument document, String schemaName) {
        return errors(document, schemaName)
                .filter(SchemaCheck::isMissingField)
                .map(Error::getProperty)
                .toList();
    }

    private Stream<Error> errors(YamlDocument document, String schemaName) {
        return schemas
                .computeIfAbsent(schemaName, name -> registry.getSchema(SchemaLocation.of(BASE + name)))
                .validate(document.root())
                .stream();
    }

    /** Of the file itself, not of a group in it. */
    private static boolean isMissingField(Error error) {
        return error.getKeyword().equals("required")
                && error.getInstanceLocation().getNameCount() == 0;
    }

    private static Problem inWords(YamlDocument document, Error error) {
        var field = fieldName(error);
        return switch (error.getKeyword()) {
            case "required" ->
                document.problemAt(
                        error.getInstanceNode(), "the field `" + error.getProperty() + "` is missing" + in(field));
            case "additionalProperties", "unevaluatedProperties" -> unknownField(document, error, field);
            case "type" -> document.problemAt(error.getInstanceNode(), wrongType(error, field));
            case "pattern" -> document.problemAt(error.getInstanceNode(), wrongPattern(error, field));
            case "enum" ->
                document.problemAt(
                        error.getInstanceNode(),
                        field + " is " + shown(error.getInstanceNode()) + ", but should be one of "
                                + error.getSchemaNode());
            default -> document.problemAt(error.getInstanceNode(), field + ": " + error.getMessage());
        };
    }

    private static Problem unknownField(YamlDocument document, Error error, String parent) {
        var name = error.getProperty();
        var value = name == null ? null : error.getInstanceNode().get(name);
        return document.problemAt(
                value == null ? error.getInstanceNode() : value,
                "there is no field `" + name + "`" + in(parent) + "; content/README.md lists the fields");
    }

    private static String wrongType(Error error, String field) {
        var expected = error.getSchemaNode().isString()
                ? error.getSchemaNode().asString()
                : error.getSchemaNode().toString();
        var node = error.getInstanceNode();
        var advice = switch (expected) {
            case "string" -> node.isValueNode() ? "text: put it in quotes" : "text";
            case "array" -> "a list: write it as [" + (node.isValueNode() ? node.asString() : "…") + "]";
            case "object" -> "a group of fields";
            case "integer" -> "a whole number without quotes";
            case "boolean" -> "true or false";
            default -> expected;
        };
        return field + " is " + shown(node) + ", but should be " + advice;
    }

    private static String wrongPattern(Error error, String field) {
        var pattern = error.getSchemaNode().asString();
        String right;
        if (pattern.contains("https?")) right = "a web address that starts with http:// or https:// and has no blanks";
        else if (pattern.contains("\\d{14}") || pattern.contains("\\d{7}"))
            right = "a CDS code of 7 or 14 digits in quotes";
        else if (pattern.contains("\\d{4}")) right = "a date such as '2026-11-21', '2026-11' or '2026'";
        else if (pattern.contains("a-z0-9")) right = "an id of a-z, 0-9 and single hyphens";
        else if (pattern.contains("@")) right = "an e-mail address";
        else right = "text of the form " + pattern;
        return field + " is " + shown(error.getInstanceNode()) + ", but should be " + right;
    }

    private static String fieldName(Error error) {
        var path = error.getInstanceLocation().toString();
        return path.isEmpty() || path.equals("$") ? "the file" : "`" + path.replaceFirst("^[/$.]+", "") + "`";
    }

    private static String in(String parent) {
        return parent.equals("the file") ? "" : " in " + parent;
    }

    private static String shown(JsonNode node) {
        var text = node.isString() ? "'" + node.asString() + "'" : node.toString();
        return text.length() > 60 ? text.substring(0, 57) + "…" : text;
    }
}
