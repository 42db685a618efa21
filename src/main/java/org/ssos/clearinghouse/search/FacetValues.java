package org.ssos.clearinghouse.search;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Status;
import org.ssos.clearinghouse.entry.Vocabularies.Term;
import org.ssos.clearinghouse.entry.Vocabularies.Terms;

/** The values that each facet can take, with their labels, in the order of their vocabularies. Never changes. */
public final class FacetValues {
    private final Map<Facet, Map<String, String>> labels = new EnumMap<>(Facet.class);

    public FacetValues(Catalog catalog) {
        var vocabularies = catalog.vocabularies();
        for (var facet : Facet.values()) {
            labels.put(
                    facet,
                    switch (facet) {
                        case LEVEL -> labels(vocabularies.levels());
                        case KIND -> kinds();
                        case TOPIC -> labels(vocabularies.topics());
                        case AUDIENCE -> labels(vocabularies.audiences());
                        case GROUP -> labels(vocabularies.studentGroups());
                        case PRIORITY -> {
                            var numbered = new LinkedHashMap<String, String>();
                            for (var priority : vocabularies.priorities().all()) {
                                var number = Integer.toString(priority.number());
                                numbered.put(number, number + " " + priority.label());
                            }
                            yield numbered;
                        }
                        case INDICATOR -> labels(vocabularies.indicators());
                        case AGENCY -> {
                            var titles = new LinkedHashMap<String, String>();
                            for (var agency : catalog.all(Kind.AGENCY))
                                titles.put(agency.id().value(), agency.title());
                            yield titles;
                        }
                        case COUNTY -> labels(vocabularies.counties());
                        case EVIDENCE -> labels(vocabularies.evidence());
                        case STATUS -> statuses();
                    });
        }
    }

    public boolean holds(Facet facet, String value) {
        return labels(facet).containsKey(value);
    }

    /** The label of the value, or the value itself where there is no such value. */
    public String label(Facet facet, String value) {
        return labels(facet).getOrDefault(value, value);
    }

    /** The label where it stands alone, without its facet's name above it. */
    public String labelAlone(Facet facet, String value) {
        var label = label(facet, value);
        return switch (facet) {
            case PRIORITY -> "State priority " + label;
            case COUNTY -> label.endsWith("County") ? label : label + " County";
            case EVIDENCE -> label + " (evidence)";
            case STATUS -> "Status: " + label.toLowerCase(Locale.ROOT);
            case LEVEL, KIND, TOPIC, AUDIENCE, GROUP, INDICATOR, AGENCY -> label;
        };
    }

    /** Labels by value, in the order of the list. */
    Map<String, String> labels(Facet facet) {
        return labels.getOrDefault(facet, Map.of());
    }

    private static Map<String, String> labels(Terms<? extends Term> terms) {
        var labels = new LinkedHashMap<String, String>();
        for (var term : terms.all()) labels.put(term.id(), term.label());
        return Collections.unmodifiableMap(labels);
    }

    private static Map<String, String> kinds() {
        var labels = new LinkedHashMap<String, String>();
        for (var kind : Kind.values()) labels.put(kind.id(), kind.plural());
        return labels;
    }

    private static Map<String, String> statuses() {
        var labels = new LinkedHashMap<String, String>();
        Arrays.stream(Status.State.values())
                .forEach(state -> labels.put(
                        state.id(),
                        switch (state) {
                            case ACTIVE -> "Active";
                            case UNCLEAR -> "Unclear whether it still runs";
                            case ENDED -> "Ended";
                            case UNSTATED -> "Not stated";
                        }));
        return labels;
    }
}
