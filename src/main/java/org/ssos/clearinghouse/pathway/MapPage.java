package org.ssos.clearinghouse.pathway;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ssos.clearinghouse.web.Chrome;

/**
 * A whole pathway, as a chart and as the same in a list.
 *
 * @param hasWay whether a walk is marked
 */
public record MapPage(Chrome chrome, Pathway pathway, Outline outline, Chart chart, boolean hasWay, String walkPath) {
    static MapPage of(Chrome chrome, Pathways pathways, Walk walk) {
        var pathway = walk.pathway();
        var outline = Outline.of(pathways, walk, pathway);
        return new MapPage(
                chrome,
                pathway,
                outline,
                Chart.of(outline),
                !walk.answers().isEmpty(),
                WalkAddress.of(pathway, used(walk)));
    }

    private static Map<String, String> used(Walk walk) {
        var used = new LinkedHashMap<String, String>();
        walk.answers()
                .forEach(given -> used.put(given.question().id(), given.option().id()));
        return used;
    }
}
