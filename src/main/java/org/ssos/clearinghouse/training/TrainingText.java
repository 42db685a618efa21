package org.ssos.clearinghouse.training;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.web.Markdown;

/** The Markdown of training pages: the sections of law that it cites lead to their pages. */
final class TrainingText {
    private static final Parser PARSER = Parser.builder().build();

    private TrainingText() {}

    static Content render(String markdown) {
        return Markdown.render(markdown, document -> {
            document.accept(new LineJoiner());
            document.accept(new Citing());
        });
    }

    /** Every text of a training page that stands as Markdown. */
    static Stream<String> markdown(Training training) {
        return Stream.concat(
                training.sections().stream().map(Training.Section::text),
                Stream.of(training.example().text()));
    }

    /** Where the links of a text lead. */
    static List<String> addresses(String markdown) {
        var addresses = new ArrayList<String>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                addresses.add(link.getDestination());
            }
        });
        return addresses;
    }

    /** The words of a text, lines joined, as far as they can cite. */
    static String words(String markdown) {
        return markdown.strip().replaceAll("\\s+", " ");
    }

    /** A citation may go on in the next line of the file. */
    private static final class LineJoiner extends AbstractVisitor {
        @Override
        public void visit(SoftLineBreak line) {
            if (line.getPrevious() instanceof Text before && line.getNext() instanceof Text after) {
                after.setLiteral(before.getLiteral() + " " + after.getLiteral());
                before.unlink();
                line.unlink();
            }
        }
    }

    private static final class Citing extends AbstractVisitor {
        @Override
        public void visit(Text text) {
            var pieces = Citation.in(text.getLiteral());
            if (pieces.stream().allMatch(piece -> piece.law() == null)) return;
            for (var piece : pieces) text.insertBefore(node(piece));
            text.unlink();
        }

        @Override
        public void visit(Link link) {}

        @Override
        public void visit(Code code) {}

        private static Node node(Citation piece) {
            var text = new Text(piece.text());
            if (piece.law() == null) return text;
            var link = new Link(piece.path(), null);
            link.appendChild(text);
            return link;
        }
    }
}
