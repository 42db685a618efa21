package org.ssos.clearinghouse.web;

import gg.jte.Content;
import java.util.Map;
import java.util.function.Consumer;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Markdown of entries as safe HTML: no markup of its own passes, and headings start below those of the page. */
public final class Markdown {
    /** Links to this start mark words that the page explains. */
    public static final String EXPLAINED = "#word-";

    private static final int DEEPEST = 6;
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .softbreak(" ")
            .attributeProviderFactory(_ -> (AttributeProvider) Markdown::mark)
            .build();
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "ul", "ol", "li", "strong", "em", "a", "code", "pre", "blockquote", "br", "hr")
            .allowElements("h3", "h4", "h5", "h6")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("class")
            .matching((_, _, value) -> value.equals("gloss") ? value : null)
            .onElements("a")
            .allowAttributes("start")
            .matching((_, _, value) -> value.matches("\\d{1,6}") ? value : null)
            .onElements("ol")
            .allowStandardUrlProtocols()
            .toFactory();

    private Markdown() {}

    /** @param edit may change the parsed text before it is rendered */
    public static Content render(String text, Consumer<Node> edit) {
        var document = PARSER.parse(text);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(DEEPEST, heading.getLevel() + 2));
            }
        });
        edit.accept(document);
        var html = POLICY.sanitize(RENDERER.render(document));
        return output -> output.writeContent(html);
    }

    private static void mark(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link link && link.getDestination().startsWith(EXPLAINED)) attributes.put("class", "gloss");
    }
}
