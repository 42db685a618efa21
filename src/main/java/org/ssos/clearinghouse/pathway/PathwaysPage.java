package org.ssos.clearinghouse.pathway;

import java.util.List;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.web.Chrome;

/** All pathways, each with what it answers and for whom. */
public record PathwaysPage(Chrome chrome, Line first, List<Line> others, Pathways.About about) {
    private static final String FOR_THE_UNDECIDED = "start";

    /**
     * A pathway in a list.
     *
     * @param audience for whom it is, in words
     * @param length how many questions it asks, in words
     */
    public record Line(
            String id, String title, String summary, String audience, String length, String path, String mapPath) {
        static Line of(Pathways pathways, Pathway pathway) {
            var length = pathways.lengthFrom(pathways.start(pathway));
            return new Line(
                    pathway.id(),
                    pathway.title(),
                    pathway.summary(),
                    "For "
                            + inWords(pathway.appliesTo().stream()
                                    .map(Pathway.Audience::plural)
                                    .toList()),
                    length.words() + (length.most() == 1 ? " question" : " questions"),
                    pathway.path(),
                    pathway.mapPath());
        }

        private static String inWords(List<String> names) {
            if (names.size() == 1) return names.getFirst();
            return names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and "
                    + names.getLast();
        }
    }

    static PathwaysPage of(Chrome chrome, Pathways pathways) {
        var lines = pathways.all().stream()
                .map(pathway -> Line.of(pathways, pathway))
                .toList();
        var first = lines.stream()
                .filter(line -> line.id().equals(FOR_THE_UNDECIDED))
                .findFirst()
                .orElse(lines.getFirst());
        return new PathwaysPage(
                chrome,
                first,
                lines.stream().filter(line -> !line.equals(first)).toList(),
                pathways.about());
    }
}
