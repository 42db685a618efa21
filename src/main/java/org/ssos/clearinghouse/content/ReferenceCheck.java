package org.ssos.clearinghouse.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Vocabularies;
import tools.jackson.databind.JsonNode;

/** Finds names of things that do not exist: entries, topics, counties and the other lists. */
final class ReferenceCheck {
    private static final Set<String> ENTRY_FIELDS =
            Set.of("related", "successor", "agency", "initiative", "publishers", "part_of", "helped_by", "organizers");

    private final Map<String, Predicate<String>> lists;
    private final Vocabularies vocabularies;
    private final Set<String> ids;

    ReferenceCheck(Vocabularies vocabularies, Collection<Entry> entries) {
        this.vocabularies = vocabularies;
        ids = entries.stream().map(Entry::id).map(EntryId::value).collect(Collectors.toSet());
        lists = Map.of(
                "topics", vocabularies.topics()::holds,
                "audiences", vocabularies.audiences()::holds,
                "student_groups", vocabularies.studentGroups()::holds,
                "grade_spans", vocabularies.gradeSpans()::holds,
                "counties", vocabularies.counties()::holds,
                "regions", vocabularies.regions()::holds,
                "county", vocabularies.counties()::holds,
                "listed_by", vocabularies.officialLists()::holds,
                "tier", vocabularies.evidence()::holds);
    }

    List<Problem> check(YamlDocument document, Entry entry) {
        var problems = check(document);
        for (var indicator : entry.indicators().values()) {
            if (!vocabularies.indicators().holds(indicator)) {
                problems.add(unknown(document, List.of("indicators"), indicator, "vocabulary/indicators.yaml"));
            }
        }
        var type = vocabularies.types().find(entry.type());
        if (type.isEmpty() || type.get().kind() != entry.kind()) {
            problems.add(unknown(document, List.of("type"), entry.type(), "vocabulary/types.yaml for this kind"));
        }
        return problems;
    }

    List<Problem> check(YamlDocument document) {
        var problems = new ArrayList<Problem>();
        walk(document, document.root(), "", problems);
        return problems;
    }

    /** Terms of the glossary point at one another, regions at counties, topics at areas. */
    List<Problem> checkVocabularies(Map<String, YamlDocument> documents) {
        var problems = new ArrayList<Problem>();
        for (var term : vocabularies.glossary().all()) {
            for (var other : term.seeAlso()) {
                if (!vocabularies.glossary().holds(other)) {
                    problems.add(inVocabulary(documents, "glossary", term.id() + " points at '" + other + "'"));
                }
            }
        }
        for (var region : vocabularies.regions().all()) {
            for (var county : region.counties()) {
                if (!vocabularies.counties().holds(county)) {
                    problems.add(inVocabulary(documents, "regions", region.id() + " names '" + county + "'"));
                }
            }
        }
        var areas = vocabularies.areas().stream().map(Vocabularies.Area::id).collect(Collectors.toSet());
        for (var topic : vocabularies.topics().all()) {
            if (!areas.contains(topic.area())) {
                problems.add(inVocabulary(documents, "topics", topic.id() + " lies in '" + topic.area() + "'"));
            }
        }
        return problems;
    }

    private void walk(YamlDocument document, JsonNode node, String field, List<Problem> problems) {
        if (node.isObject()) {
            node.properties().forEach(child -> walk(document, child.getValue(), child.getKey(), problems));
        } else if (node.isArray()) {
            node.forEach(item -> walk(document, item, field, problems));
        } else if (node.isString()) {
            var text = node.asString();
            var list = lists.get(field);
            if (list != null && !list.test(text)) {
                problems.add(document.problemAt(node, unknown(field, text, "the vocabulary")));
            } else if (ENTRY_FIELDS.contains(field) && !ids.contains(text)) {
                problems.add(document.problemAt(node, unknown(field, text, "the entries")));
            }
        }
    }

    private static Problem unknown(YamlDocument document, List<String> path, String value, String where) {
        return document.problemAt(path, unknown(path.getFirst(), value, where));
    }

    private static String unknown(String field, String value, String where) {
        return "`" + field + "` names '" + value + "', which is not among " + where;
    }

    private static Problem inVocabulary(Map<String, YamlDocument> documents, String name, String what) {
        var file = "vocabulary/" + name + ".yaml";
        var document = documents.get(file);
        var message = what + ", which does not exist";
        return document == null ? new Problem(file, 1, 1, message) : document.problemAt(List.of(), message);
    }
}
