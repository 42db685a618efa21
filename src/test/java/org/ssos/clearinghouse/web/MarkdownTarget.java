package org.ssos.clearinghouse.web;

import static org.ssos.clearinghouse.fuzz.Target.require;

import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.fuzz.Inputs;
import org.ssos.clearinghouse.fuzz.Target;

/** Markdown, as entries and drafts hold it. */
public final class MarkdownTarget {
    private static final Set<String> ELEMENTS = Set.of(
            "body",
            "p",
            "ul",
            "ol",
            "li",
            "strong",
            "em",
            "a",
            "code",
            "pre",
            "blockquote",
            "br",
            "hr",
            "h3",
            "h4",
            "h5",
            "h6");
    private static final Set<String> ATTRIBUTES = Set.of("href", "class", "start", "rel");

    private MarkdownTarget() {}

    public static Target texts() {
        var seeds = RealContent.catalog().all().stream()
                .flatMap(entry -> java.util.stream.Stream.ofNullable(entry.description()))
                .limit(100)
                .toList();
        var words = List.of(
                "# ",
                "> ",
                "* ",
                "1. ",
                "**",
                "_",
                "`",
                "```\n",
                "[a](",
                "](javascript:fuzz())",
                "![x](",
                "<a href=\"",
                "<script>",
                "</p>",
                "---\n",
                "    ",
                "[a]: ",
                "&#x6a;avascript:",
                "<https://example.org/>",
                "[](#word-x)",
                "data:text/html,x",
                "\\");
        return new Target("markdown", new Inputs(seeds, words), MarkdownTarget::render);
    }

    private static void render(String markdown) {
        var output = new StringOutput();
        Markdown.render(markdown, _ -> {}).writeTo(output);
        for (Element element : Jsoup.parseBodyFragment(output.toString()).body().getAllElements()) {
            require(ELEMENTS.contains(element.tagName()), "An element of its own: " + element.tagName());
            for (var attribute : element.attributes()) {
                require(ATTRIBUTES.contains(attribute.getKey()), "An attribute of its own: " + attribute);
            }
            var address = element.attr("href");
            require(
                    !address.contains(":") || address.matches("(?is)(https?|mailto):.*|[/?#].*|[^:]*[/?#].*"),
                    "An address that runs something: " + address);
        }
    }
}
