package org.ssos.clearinghouse.roadmap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ssos.clearinghouse.browse.law.RestsOn;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.Part;

/**
 * Every step that a roadmap can hold. Each is for somebody, and no two of them that contradict each other are for the
 * same visitor. Safe for use by many threads.
 */
public final class Steps {
    /** Reads {@code content/roadmap/}. */
    public static final Part<Steps> PART = new StepsReader();

    private final Map<String, Step> steps = new LinkedHashMap<>();

    /** @param steps have passed {@link StepsReader} */
    Steps(List<Step> steps) {
        steps.forEach(step -> this.steps.put(step.id(), step));
    }

    /** By phase, and in the order of the files inside each. */
    public List<Step> all() {
        return List.copyOf(steps.values());
    }

    public Optional<Step> find(String id) {
        return Optional.ofNullable(steps.get(id));
    }

    /** What of this feature rests on law, by citation. */
    public static List<RestsOn> restingOnLaw(Catalog catalog) {
        return catalog.part(PART).all().stream()
                .flatMap(step -> step.citations().stream()
                        .map(citation -> new RestsOn(step.title(), step.path(), "Roadmap for new leaders", citation)))
                .toList();
    }
}
