package org.ssos.clearinghouse.submission;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ssos.clearinghouse.entry.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where each field of the form stands in the text of an entry. */
final class MainFields {
    private MainFields() {}

    /** What stands there now; nothing where it is absent. */
    static List<String> read(MainField field, Kind kind, ObjectNode entry) {
        return switch (field) {
            case TITLE, SUMMARY, TYPE, PATTERN, FACED, DID, FIRST_STEP, DESCRIPTION -> text(entry.path(field.id()));
            case LINK -> text(entry.path("links").path(0).path("url"));
            case PUBLISHER ->
                text(
                        kind == Kind.INITIATIVE
                                ? entry.path("lead_agencies").path(0).path("name")
                                : entry.path(publisher(kind)));
            case DATE -> text(entry.path(date(kind)));
            case LEVELS -> texts(entry.path("levels").path("values"));
            case TOPICS, AUDIENCES -> texts(entry.path(field.id()));
            case STATEWIDE -> entry.path("coverage").path("statewide").asBoolean(false) ? List.of("yes") : List.of();
            case CONTACT_LABEL -> text(contact(entry).path("label"));
            case CONTACT_PHONE -> text(contact(entry).path("phone"));
            case CONTACT_EMAIL -> text(contact(entry).path("email"));
            case STATUS -> text(entry.path("status").path("state"));
            case STATUS_NOTE -> text(entry.path("status").path("note"));
            // It is only ever added to.
            case SOURCE -> List.of();
        };
    }

    /** Puts into the entry what differs from what stands there; everything else of it stays. */
    static void write(Map<MainField, List<String>> values, Kind kind, ObjectNode entry) {
        for (var field : MainField.of(kind)) {
            var wanted = values.get(field);
            if (wanted != null && !isSame(field, wanted, read(field, kind, entry))) write(field, wanted, kind, entry);
        }
    }

    static boolean isSame(MainField field, List<String> some, List<String> others) {
        return field.holdsMany()
                ? new LinkedHashSet<>(some).equals(new LinkedHashSet<>(others))
                : some.stream()
                        .map(MainFields::plain)
                        .toList()
                        .equals(others.stream().map(MainFields::plain).toList());
    }

    /** A browser sends line breaks in its own way. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private static void write(MainField field, List<String> values, Kind kind, ObjectNode entry) {
        var value = values.isEmpty() ? "" : plain(values.getFirst());
        switch (field) {
            case TITLE, SUMMARY, TYPE, PATTERN, FACED, DID, FIRST_STEP, DESCRIPTION -> set(entry, field.id(), value);
            case LINK -> link(entry, value);
            case PUBLISHER -> {
                if (kind == Kind.INITIATIVE) lead(entry, value);
                else set(entry, publisher(kind), value);
            }
            case DATE -> set(entry, date(kind), value);
            case LEVELS -> levels(entry, values);
            case TOPICS, AUDIENCES -> list(entry, field.id(), values);
            case STATEWIDE -> statewide(entry, !values.isEmpty());
            case CONTACT_LABEL, CONTACT_PHONE, CONTACT_EMAIL ->
                contact(entry, field.id().substring("contact_".length()), value);
            case STATUS -> group(entry, "status", "state", value);
            case STATUS_NOTE -> group(entry, "status", "note", value);
            case SOURCE -> source(entry, value);
        }
    }

    private static String publisher(Kind kind) {
        return kind == Kind.EVENT ? "organizer" : "publisher";
    }

    private static String date(Kind kind) {
        return kind == Kind.RESOURCE ? "published" : "date";
    }

    private static void set(ObjectNode node, String name, String value) {
        if (value.isEmpty()) node.remove(name);
        else node.put(name, value);
    }

    private static void link(ObjectNode entry, String url) {
        var links = array(entry, "links");
        if (url.isEmpty()) {
            if (!links.isEmpty()) links.remove(0);
        } else if (links.isEmpty()) {
            links.addObject().put("label", entry.path("title").asString("")).put("url", url);
        } else if (links.get(0) instanceof ObjectNode first) {
            first.put("url", url);
        }
        removeIfEmpty(entry, "links");
    }

    private static void lead(ObjectNode entry, String name) {
        var leads = array(entry, "lead_agencies");
        if (!leads.isEmpty()) leads.remove(0);
        if (!name.isEmpty()) leads.insertObject(0).put("name", name);
        removeIfEmpty(entry, "lead_agencies");
    }

    /** No source says so yet; who reads it there may take the mark away. */
    private static void levels(ObjectNode entry, List<String> values) {
        entry.remove("levels");
        if (values.isEmpty()) return;
        var levels = entry.putObject("levels");
        values.forEach(levels.putArray("values")::add);
        levels.put("inferred", true);
    }

    /** What was there keeps its order: the first topic is the main one. */
    private static void list(ObjectNode entry, String name, List<String> values) {
        var before = texts(entry.path(name));
        entry.remove(name);
        if (values.isEmpty()) return;
        var list = entry.putArray(name);
        Stream.concat(before.stream().filter(values::contains), values.stream())
                .distinct()
                .forEach(list::add);
    }

    private static void statewide(ObjectNode entry, boolean statewide) {
        var coverage = entry.path("coverage") instanceof ObjectNode known ? known : entry.putObject("coverage");
        if (statewide) coverage.put("statewide", true).put("inferred", true);
        else coverage.remove(List.of("statewide", "inferred"));
        if (coverage.isEmpty()) entry.remove("coverage");
    }

    private static void contact(ObjectNode entry, String name, String value) {
        var contacts = array(entry, "contacts");
        var first = contacts.path(0) instanceof ObjectNode known ? known : contacts.addObject();
        set(first, name, value);
        if (first.isEmpty()) contacts.remove(0);
        removeIfEmpty(entry, "contacts");
    }

    private static void group(ObjectNode entry, String group, String name, String value) {
        var node = entry.path(group) instanceof ObjectNode known ? known : entry.putObject(group);
        set(node, name, value);
        if (node.isEmpty()) entry.remove(group);
    }

    private static void source(ObjectNode entry, String url) {
        if (url.isEmpty()) return;
        var provenance = entry.path("provenance") instanceof ObjectNode known ? known : entry.putObject("provenance");
        var sources = array(provenance, "sources");
        boolean held = sources.valueStream()
                .anyMatch(source -> source.path("url").asString("").equals(url));
        if (!held) sources.addObject().put("url", url);
    }

    private static JsonNode contact(ObjectNode entry) {
        return entry.path("contacts").path(0);
    }

    private static ArrayNode array(ObjectNode node, String name) {
        return node.path(name) instanceof ArrayNode known ? known : node.putArray(name);
    }

    private static void removeIfEmpty(ObjectNode node, String name) {
        if (node.path(name).isEmpty()) node.remove(name);
    }

    private static List<String> text(JsonNode node) {
        return node.isString() ? List.of(node.asString()) : List.of();
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        for (var item : list) texts.addAll(text(item));
        return texts;
    }
}
