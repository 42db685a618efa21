package org.ssos.clearinghouse.browse.law;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.entry.Citation;

/** The sections of law that support rests on. */
public final class LawBook {
    /** Reads {@code content/law/}. */
    public static final Part<LawBook> PART = new Part<>() {
        @Override
        public String folder() {
            return "law";
        }

        @Override
        public LawBook read(PartFiles files) {
            var restated = files.yaml(Law.class);
            restated.forEach(LawBook::check);
            return new LawBook(restated.stream().map(PartFiles.Parsed::value).toList());
        }
    };

    private final Map<String, Law> restated = new LinkedHashMap<>();

    private LawBook(List<Law> laws) {
        var byNumber = new TreeMap<Double, Law>();
        laws.forEach(law -> byNumber.put(Double.valueOf(law.id()), law));
        byNumber.values().forEach(law -> restated.put(law.id(), law));
    }

    /** The sections that are restated, by number. */
    public List<Law> all() {
        return List.copyOf(restated.values());
    }

    /** A section that is restated, or else one that bears only its name; nothing for what names no section. */
    public Optional<Law> find(String id) {
        return Optional.ofNullable(restated.get(id)).or(() -> Law.cited(id));
    }

    /**
     * What is wrong with a citation: it names no section at all, or a paragraph that the restated section does not
     * have.
     */
    public Optional<String> problemOf(String citation) {
        var cited = Citation.in(citation).stream()
                .filter(piece -> piece.law() != null)
                .toList();
        if (cited.isEmpty()) return Optional.of("'" + citation + "' names no section of law, such as EC 52071(c)");
        return cited.stream()
                .filter(this::isLost)
                .findFirst()
                .map(piece -> "'" + piece.text() + "' names a paragraph that content/law/" + piece.law()
                        + ".yaml does not have");
    }

    private boolean isLost(Citation piece) {
        var law = piece.law() == null ? null : restated.get(piece.law());
        return law != null
                && !piece.anchor().isEmpty()
                && law.paragraph(piece.anchor()).isEmpty();
    }

    private static void check(PartFiles.Parsed<Law> file) {
        var seen = new HashSet<String>();
        var paragraphs = file.value().paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            if (!seen.add(paragraphs.get(i).anchor())) {
                var ref = paragraphs.get(i).ref();
                file.report(List.of("paragraphs", Integer.toString(i), "ref"), ref + " stands there twice");
            }
        }
    }
}
