package org.ssos.clearinghouse.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vocabularies;
import org.ssos.clearinghouse.submission.SuggestPage.Control;
import org.ssos.clearinghouse.submission.SuggestPage.Group;
import org.ssos.clearinghouse.submission.SuggestPage.Option;
import org.ssos.clearinghouse.web.Problems;

/** Lays the fields of the form out, with what was typed and what can be chosen. */
final class FormControls {
    private final Vocabularies vocabularies;
    private final Kind kind;

    FormControls(Vocabularies vocabularies, Kind kind) {
        this.vocabularies = vocabularies;
        this.kind = kind;
    }

    /** @param others what others made of a field, in words; null where there is nothing to say */
    List<Control> of(Typed typed, Problems problems, Function<MainField, @Nullable String> others) {
        return MainField.of(kind).stream()
                .map(field -> new Control(
                        field,
                        typed.first(field),
                        groups(field, typed.all(field)),
                        problems.with(field.id()),
                        others.apply(field)))
                .toList();
    }

    /** What the field holds, as people read it. */
    String inWords(MainField field, Typed typed) {
        if (typed.all(field).isEmpty()) return "nothing";
        var labels = labels(field);
        return String.join(
                ", ",
                typed.all(field).stream()
                        .map(value -> labels.getOrDefault(value, value))
                        .toList());
    }

    private Map<String, String> labels(MainField field) {
        var labels = new LinkedHashMap<String, String>();
        for (var group : groups(field, List.of())) {
            for (var option : group.options()) labels.put(option.value(), option.label());
        }
        return labels;
    }

    private List<Group> groups(MainField field, List<String> chosen) {
        return switch (field) {
            case TYPE -> one(vocabularies.types().all().stream().filter(type -> type.kind() == kind), chosen);
            case LEVELS -> one(vocabularies.levels().all().stream(), chosen);
            case AUDIENCES -> grouped(audiences(), chosen);
            case TOPICS -> grouped(topics(), chosen);
            case STATEWIDE -> of("", List.of(Map.entry("yes", "Every LEA in California")), chosen);
            case STATUS ->
                of(
                        "",
                        List.of(
                                Map.entry("active", "Yes"),
                                Map.entry("unclear", "Not clear"),
                                Map.entry("ended", "No, it has ended")),
                        chosen);
            default -> List.of();
        };
    }

    private Map<String, List<Map.Entry<String, String>>> topics() {
        var byArea = new LinkedHashMap<String, List<Map.Entry<String, String>>>();
        for (var area : vocabularies.areas()) byArea.put(area.label(), new ArrayList<>());
        for (var topic : vocabularies.topics().all()) {
            var area = vocabularies.areas().stream()
                    .filter(known -> known.id().equals(topic.area()))
                    .findFirst()
                    .map(Vocabularies.Area::label)
                    .orElse("");
            byArea.computeIfAbsent(area, _ -> new ArrayList<>()).add(Map.entry(topic.id(), topic.label()));
        }
        return byArea;
    }

    private Map<String, List<Map.Entry<String, String>>> audiences() {
        var all = vocabularies.audiences().all().stream()
                .map(audience -> Map.entry(audience.id(), audience.label()))
                .toList();
        return Map.of("", all);
    }

    private static List<Group> grouped(Map<String, List<Map.Entry<String, String>>> byLabel, List<String> chosen) {
        return byLabel.entrySet().stream()
                .flatMap(group -> of(group.getKey(), group.getValue(), chosen).stream())
                .toList();
    }

    private static List<Group> one(Stream<? extends Vocabularies.Term> terms, List<String> chosen) {
        return of("", terms.map(term -> Map.entry(term.id(), term.label())).toList(), chosen);
    }

    private static List<Group> of(String label, List<Map.Entry<String, String>> values, List<String> chosen) {
        return List.of(new Group(
                label,
                values.stream()
                        .map(value -> new Option(value.getKey(), value.getValue(), chosen.contains(value.getKey())))
                        .toList()));
    }
}
