package org.ssos.clearinghouse.browse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Vocabularies.GlossaryTerm;
import org.ssos.clearinghouse.web.Markdown;

/**
 * Finds the first use of each glossary term on one page, so that it leads to its meaning at the foot of the page. An
 * acronym counts as written; a name of several words counts in any case. Texts are handed in as they are read.
 */
public final class Glosses {
    /** A stretch of text; {@code term} is the id of the term that it uses first. */
    public record Piece(String text, @Nullable String term) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-/’'][\\p{L}\\p{N}]+){0,20}");
    private static final int LONGEST = 8;

    /** Words that everybody who comes here has in mind when coming. */
    private static final Set<String> PLAIN = Set.of("school-district", "charter-school", "governing-board");

    private final Map<String, GlossaryTerm> asWritten = new HashMap<>();
    private final Map<String, GlossaryTerm> inAnyCase = new HashMap<>();
    private final Map<String, GlossaryTerm> used = new LinkedHashMap<>();

    /** @param about the entry of the page: its own name is explained by the page itself */
    Glosses(List<GlossaryTerm> terms, Entry about) {
        for (var term : terms) {
            if (PLAIN.contains(term.id()) || isNameOf(term, about)) continue;
            if (term.expansion() != null) {
                learn(asWritten, term.term(), term);
                learn(inAnyCase, term.expansion().toLowerCase(Locale.ROOT), term);
            } else if (term.term().contains(" ")) {
                learn(inAnyCase, term.term().toLowerCase(Locale.ROOT), term);
            }
        }
    }

    List<Piece> in(String text) {
        var pieces = new ArrayList<Piece>();
        int shown = 0;
        for (var use : firstUses(text)) {
            if (use.start > shown) pieces.add(new Piece(text.substring(shown, use.start), null));
            pieces.add(new Piece(text.substring(use.start, use.end), use.term.id()));
            shown = use.end;
        }
        if (shown < text.length()) pieces.add(new Piece(text.substring(shown), null));
        return pieces;
    }

    void in(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                var pieces = in(text.getLiteral());
                if (pieces.size() == 1 && pieces.getFirst().term == null) return;
                for (var piece : pieces) text.insertBefore(node(piece));
                text.unlink();
            }

            @Override
            public void visit(Link link) {}

            @Override
            public void visit(Heading heading) {}

            @Override
            public void visit(Code code) {}
        });
    }

    /** The terms used so far, in the order of their first use. */
    List<GlossaryTerm> used() {
        return List.copyOf(used.values());
    }

    private static Node node(Piece piece) {
        var text = new Text(piece.text);
        if (piece.term == null) return text;
        var link = new Link(Markdown.EXPLAINED + piece.term, null);
        link.appendChild(text);
        return link;
    }

    private record Use(GlossaryTerm term, int start, int end) {}

    private record Span(String word, int start, int end) {}

    private List<Use> firstUses(String text) {
        var words = WORD.matcher(text)
                .results()
                .map(match -> new Span(match.group(), match.start(), match.end()))
                .toList();
        var uses = new ArrayList<Use>();
        for (int first = 0; first < words.size(); first++) {
            int last = longestFrom(text, words, first);
            if (last < 0) continue;
            var term = Objects.requireNonNull(find(text, words, first, last));
            if (isInsideName(text, words, first)) continue;
            if (used.putIfAbsent(term.id(), term) == null) {
                uses.add(new Use(term, words.get(first).start, words.get(last).end));
            }
            first = last;
        }
        return uses;
    }

    /** The last word of the longest name that starts at this one; negative where none does. */
    private int longestFrom(String text, List<Span> words, int first) {
        for (int last = Math.min(words.size(), first + LONGEST) - 1; last >= first; last--) {
            if (find(text, words, first, last) != null) return last;
        }
        return -1;
    }

    /** In "Butte County Office of Education" the county office is part of a name, which a link would cut in two. */
    private static boolean isInsideName(String text, List<Span> words, int first) {
        if (first == 0 || !startsLikeName(words.get(first).word)) return false;
        var before = words.get(first - 1);
        return text.substring(before.end, words.get(first).start).isBlank() && startsLikeName(before.word);
    }

    private static boolean startsLikeName(String word) {
        return Character.isUpperCase(word.charAt(0)) && word.length() > 1 && Character.isLowerCase(word.charAt(1));
    }

    private @Nullable GlossaryTerm find(String text, List<Span> words, int first, int last) {
        var key = new StringBuilder();
        for (int i = first; i <= last; i++) {
            if (i > first) {
                if (!text.substring(words.get(i - 1).end, words.get(i).start).isBlank()) return null;
                key.append(' ');
            }
            key.append(words.get(i).word);
        }
        var written = asWritten.get(key.toString());
        return written != null ? written : inAnyCase.get(key.toString().toLowerCase(Locale.ROOT));
    }

    private static void learn(Map<String, GlossaryTerm> names, String name, GlossaryTerm term) {
        var words = WORD.matcher(name).results().map(match -> match.group()).toList();
        var key = String.join(" ", words);
        names.putIfAbsent(key, term);
        names.putIfAbsent(key.endsWith("y") ? key.substring(0, key.length() - 1) + "ies" : key + "s", term);
    }

    private static boolean isNameOf(GlossaryTerm term, Entry entry) {
        return term.term().equals(entry.acronym())
                || term.term().equalsIgnoreCase(entry.title())
                || (term.expansion() != null && term.expansion().equalsIgnoreCase(entry.title()));
    }
}
