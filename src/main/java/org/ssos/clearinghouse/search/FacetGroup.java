package org.ssos.clearinghouse.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * One facet beside the results.
 *
 * @param shown the choices that the page holds: of a long list the chosen and the largest, until somebody asks for all
 * @param hidden how many others there are
 * @param open whether it shows without being asked
 */
public record FacetGroup(Facet facet, List<Choice> shown, int hidden, boolean open) {
    /** A list this long still shows whole. */
    private static final int SHORT = 12;

    private static final int SHOWN_OF_LONG = 10;

    private static final Set<Facet> AT_FIRST_SIGHT = EnumSet.of(Facet.LEVEL, Facet.KIND, Facet.TOPIC);

    /** @param count how many results it would leave, the other facets' choices kept */
    public record Choice(String value, String label, int count, boolean chosen) {}

    public FacetGroup {
        shown = List.copyOf(shown);
    }

    /**
     * The facets that can narrow these results, in the order of the page.
     *
     * @param whole the facets of which all choices are asked for
     */
    static List<FacetGroup> of(SearchRequest request, SearchResult result, FacetValues values, Set<Facet> whole) {
        var groups = new ArrayList<FacetGroup>();
        choices(request, result, values)
                .forEach((facet, choices) ->
                        groups.add(whole.contains(facet) ? whole(facet, choices) : of(facet, choices)));
        return groups;
    }

    /** The values that would leave something, and those chosen whatever they leave, in the order of their lists. */
    static Map<Facet, List<Choice>> choices(SearchRequest request, SearchResult result, FacetValues values) {
        var all = new EnumMap<Facet, List<Choice>>(Facet.class);
        for (var facet : Facet.values()) {
            var choices =
                    choices(values.labels(facet), result.counts().getOrDefault(facet, Map.of()), request.chosen(facet));
            if (!choices.isEmpty()) all.put(facet, choices);
        }
        return all;
    }

    private static List<Choice> choices(
            Map<String, String> labels, Map<String, Integer> counts, SortedSet<String> chosen) {
        var choices = new ArrayList<Choice>(counts.size() + chosen.size());
        labels.forEach((value, label) -> {
            var count = counts.get(value);
            boolean isChosen = !chosen.isEmpty() && chosen.contains(value);
            if (count != null || isChosen) choices.add(new Choice(value, label, count == null ? 0 : count, isChosen));
        });
        return choices;
    }

    private static FacetGroup of(Facet facet, List<Choice> choices) {
        boolean open = AT_FIRST_SIGHT.contains(facet) || choices.stream().anyMatch(Choice::chosen);
        if (facet == Facet.COUNTY || choices.size() <= SHORT) return new FacetGroup(facet, choices, 0, open);
        var largest = choices.stream().sorted(FacetGroup::chosenThenLargest).toList();
        int chosen = (int) choices.stream().filter(Choice::chosen).count();
        int shown = Math.max(SHOWN_OF_LONG, chosen);
        return new FacetGroup(facet, largest.subList(0, shown), choices.size() - shown, open);
    }

    private static FacetGroup whole(Facet facet, List<Choice> choices) {
        return new FacetGroup(facet, choices, 0, true);
    }

    /** Where the group stands on the page. */
    public String anchor() {
        return "by-" + facet.parameter();
    }

    private static int chosenThenLargest(Choice one, Choice other) {
        return one.chosen() == other.chosen()
                ? Integer.compare(other.count(), one.count())
                : Boolean.compare(other.chosen(), one.chosen());
    }

    /** Too many to tick, and hardly anybody wants two: a list to pick one from. */
    public boolean isPicked() {
        return facet == Facet.COUNTY && chosen().size() < 2;
    }

    public List<Choice> chosen() {
        return shown.stream().filter(Choice::chosen).toList();
    }
}
