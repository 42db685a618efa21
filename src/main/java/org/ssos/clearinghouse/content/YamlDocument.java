package org.ssos.clearinghouse.content;

import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One parsed file that knows where each value stands. This is the one place that reads YAML from outside, and it sets the
 * bounds: length, depth, and no repeating by aliases, so that a small file cannot grow large.
 */
record YamlDocument(String file, JsonNode root) {
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int DEEPEST = 32;
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws Unreadable when the text is no YAML or holds a key twice */
    static YamlDocument parse(String file, String text) throws Unreadable {
        if (text.length() > MOST_CHARACTERS) {
            throw new Unreadable(new Problem(
                    file, 1, 1, "the file should hold at most " + MOST_CHARACTERS + " characters, but holds more"));
        }
        try {
            var root = JsonNodes.readTree(YAML, text, LocationJsonNodeFactoryFactory.getInstance());
            if (root == null || !root.isObject()) {
                throw new Unreadable(
                        new Problem(file, 1, 1, "the file should hold fields such as `id: …`, but does not"));
            }
            var document = new YamlDocument(file, root);
            var binary = binary(root);
            if (binary.isPresent()) {
                throw new Unreadable(document.problemAt(binary.get(), "this value is binary; write it as text"));
            }
            return document;
        } catch (StreamConstraintsException beyond) {
            throw new Unreadable(problemAt(
                    file,
                    beyond.getLocation(),
                    "the file should hold lists and groups inside each other at most " + DEEPEST
                            + " deep, and no value of unusual length, but does"));
        } catch (JacksonException broken) {
            throw new Unreadable(problemAt(file, broken.getLocation(), inOneLine(broken.getOriginalMessage())));
        }
    }

    /** The first value marked as {@code !!binary}: nothing here is, and written again it would be another. */
    private static Optional<JsonNode> binary(JsonNode node) {
        if (node.isBinary()) return Optional.of(node);
        return node.valueStream().flatMap(value -> binary(value).stream()).findFirst();
    }

    Problem problemAt(JsonNode node, String what) {
        return problemAt(file, JsonNodes.tokenStreamLocationOf(node), what);
    }

    /** The problem stands at the value of the field, or at the start of the file where the field is absent. */
    Problem problemAt(List<String> path, String what) {
        JsonNode node = root;
        for (var step : path) {
            var next = node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step);
            if (next == null) break;
            node = next;
        }
        return problemAt(node, what);
    }

    private static Problem problemAt(String file, TokenStreamLocation location, String what) {
        var known = location != null && location.getLineNr() > 0;
        return new Problem(
                file, known ? location.getLineNr() : 1, known ? Math.max(1, location.getColumnNr()) : 1, what);
    }

    private static String inOneLine(String message) {
        return "the file is not readable as YAML: "
                + message.replaceAll("\\s+", " ").strip();
    }

    /** The file cannot be read at all; the problem says why. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Unreadable(Problem problem) {
            super(problem.toString());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
