package org.ssos.clearinghouse.browse.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.web.Chrome;

/**
 * A section of law: what it says in our words, and what rests on it.
 *
 * @param anchors places that are cited and have no paragraph of their own to stand at
 * @param lead the section in short, or why there is no restatement
 * @param groups what rests on it, by kind
 */
public record LawPage(
        Chrome chrome,
        Law law,
        List<String> anchors,
        String lead,
        List<Paragraph> paragraphs,
        List<Group> groups,
        List<Item> usedFor) {

    /** @param anchors of smaller or larger paragraphs that are cited and meant here */
    public record Paragraph(String anchor, List<String> anchors, String ref, String says, List<Item> appliesTo) {}

    public record Group(String heading, List<Row> rows) {
        private static final int SHORT = 8;

        /** Whether it shows without being asked. */
        public boolean isShort() {
            return rows.size() <= SHORT;
        }
    }

    /** @param citation how it cites the section */
    public record Row(Item item, String citation) {}

    static LawPage of(Chrome chrome, Law law, List<RestsOn> resting) {
        var cited = anchorsCited(law, resting);
        var placed = new LinkedHashSet<String>();
        var paragraphs = law.paragraphs().stream()
                .map(paragraph -> paragraph(law, paragraph, cited, placed))
                .toList();
        cited.removeAll(placed);
        return new LawPage(
                chrome,
                law,
                List.copyOf(cited),
                law.inShort() != null
                        ? law.inShort()
                        : "This section is cited here and not restated. The official text says what it holds.",
                paragraphs,
                groups(resting),
                law.usedFor().stream()
                        .flatMap(id -> Theme.find(id).stream())
                        .map(theme -> new Item(theme.label(), "/law#" + theme.id()))
                        .toList());
    }

    public @Nullable String officialUrl() {
        return law.officialUrl();
    }

    private static Set<String> anchorsCited(Law law, List<RestsOn> resting) {
        var anchors = new LinkedHashSet<String>();
        for (var row : resting) {
            for (var piece : Citation.in(row.citation())) {
                if (law.id().equals(piece.law()) && !piece.anchor().isEmpty()) anchors.add(piece.anchor());
            }
        }
        return anchors;
    }

    private static Paragraph paragraph(Law law, Law.Paragraph paragraph, Set<String> cited, Set<String> placed) {
        var here = cited.stream()
                .filter(anchor ->
                        law.paragraph(anchor).filter(paragraph::equals).isPresent())
                .toList();
        placed.addAll(here);
        return new Paragraph(
                paragraph.anchor(),
                here.stream()
                        .filter(anchor -> !anchor.equals(paragraph.anchor()))
                        .toList(),
                paragraph.ref().equals("whole") ? "The section" : paragraph.ref(),
                paragraph.says(),
                paragraph.appliesTo().stream()
                        .flatMap(id -> Party.find(id).stream())
                        .map(LawPage::item)
                        .toList());
    }

    private static Item item(Party party) {
        return new Item(party.label(), party.role() == null ? null : "/roles/" + party.role());
    }

    /** One row for each page, with all its citations. */
    private static List<Group> groups(List<RestsOn> resting) {
        var kinds = new LinkedHashMap<String, LinkedHashMap<Item, Set<String>>>();
        for (var row : resting) {
            kinds.computeIfAbsent(row.kind(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(new Item(row.label(), row.url()), _ -> new LinkedHashSet<>())
                    .addAll(Stream.of(row.citation().split("; ", -1)).toList());
        }
        var groups = new ArrayList<Group>();
        kinds.forEach((kind, rows) -> groups.add(new Group(
                kind,
                rows.entrySet().stream()
                        .map(row -> new Row(row.getKey(), String.join("; ", row.getValue())))
                        .toList())));
        return groups;
    }
}
