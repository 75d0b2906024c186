package dev.serai.management.lifecycle.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Reads what a test expects. */
final class ExpectationReader {

    static final Set<String> KEYS =
            Set.of("at", "count", "body", "file", "bodyContains", "matches", "jsonpath", "headers", "status", "fails");
    private static final Set<String> OF_MESSAGES =
            Set.of("count", "body", "file", "bodyContains", "matches", "jsonpath", "headers", "status");

    private final BodyReader bodies;
    private final Problems problems;

    ExpectationReader(BodyReader bodies, Problems problems) {
        this.bodies = bodies;
        this.problems = problems;
    }

    Optional<Expectation> read(Node node) {
        return Fields.of(node, "an expectation", KEYS, problems).map(this::expectation);
    }

    private Expectation expectation(Fields fields) {
        String at = fields.text("at").orElse("");
        if (fields.has("at") == fields.has("fails")) {
            problems.add(
                    fields.node(),
                    "an expectation has either \"at\", an endpoint or \"reply\", or \"fails\", a text of the failure",
                    "see src/docs/testing.md");
        }
        if (fields.has("fails")) {
            OF_MESSAGES.stream()
                    .filter(fields::has)
                    .sorted()
                    .forEach(key -> fields.problem(
                            key,
                            "\"" + key + "\" says nothing about a failure",
                            "put it into an expectation of its own"));
        }
        if (fields.has("status") && !at.equals(Expectation.REPLY)) {
            fields.problem("status", "only a reply has a \"status\"", "expect it with \"at: reply\"");
        }
        return new Expectation(
                new EndpointPattern(at.strip()),
                count(fields),
                rules(fields),
                fields.map("headers"),
                fields.number("status").orElse(0),
                fields.text("fails").orElse(null),
                YamlTree.line(fields.node()),
                YamlTree.column(fields.node()));
    }

    private int count(Fields fields) {
        int count = fields.number("count").orElse(1);
        boolean describes = fields.has("body")
                || fields.has("file")
                || fields.has("bodyContains")
                || fields.has("matches")
                || fields.has("jsonpath")
                || fields.has("headers");
        if (count == 0 && describes) {
            fields.problem("count", "no message is expected, yet it is described", "leave out one of the two");
        }
        return count;
    }

    private List<BodyRule> rules(Fields fields) {
        List<BodyRule> rules = new ArrayList<>();
        if (fields.has("body") && fields.has("file")) {
            fields.problem("file", "a whole body is expected once, not both as body and as file", "");
        }
        fields.json("body").ifPresent(body -> rules.add(new BodyRule.Whole(content(body))));
        if (fields.has("file")) {
            bodies.file(fields).ifPresent(file -> rules.add(new BodyRule.Whole(Content.of(file))));
        }
        fields.json("bodyContains").ifPresent(part -> rules.add(new BodyRule.Contains(content(part))));
        fields.regex("matches").ifPresent(pattern -> rules.add(new BodyRule.Matches(pattern)));
        fields.tuples("jsonpath").forEach(tuple -> path(tuple).ifPresent(rules::add));
        return rules;
    }

    private Optional<BodyRule> path(NodeTuple tuple) {
        try {
            JsonPath path = JsonPath.compile(TestFileReader.key(tuple));
            return Optional.of(new BodyRule.At(path, YamlTree.json(tuple.getValueNode())));
        } catch (InvalidPathException e) {
            problems.add(tuple.getKeyNode(), "no JSON path: " + e.getMessage(), "for example $.lines[0].price");
            return Optional.empty();
        }
    }

    private static Content content(JsonNode node) {
        if (node.isContainerNode()) {
            return new Content(node.toString(), node);
        }
        return node.isNull() ? Content.NONE : Content.ofText(node.asText());
    }
}
