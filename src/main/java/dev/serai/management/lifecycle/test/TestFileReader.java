package dev.serai.management.lifecycle.test;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.foundation.Bundle;
import dev.serai.management.lifecycle.test.RouteTest.Given;
import dev.serai.management.lifecycle.test.RouteTest.Mock;
import dev.serai.management.lifecycle.test.RouteTest.Order;
import dev.serai.management.lifecycle.test.RouteTest.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a {@code *.test.yaml} strictly and notes everything that is wrong with it at once. */
final class TestFileReader {

    private static final Set<String> FILE = Set.of("tests", "properties", "mock");
    private static final Set<String> TEST = Set.of("name", "given", "mock", "expect", "order", "within");
    private static final Set<String> GIVEN = Set.of("to", "route", "body", "object", "file", "headers", "properties");
    private static final List<String> ORDERS = List.of("strict", "any");

    private final String path;
    private final Problems problems;
    private final BodyReader bodies;
    private final MockReader mocks;
    private final ExpectationReader expectations;

    private TestFileReader(Bundle bundle, String path, Problems problems) {
        this.path = path;
        this.problems = problems;
        this.bodies = new BodyReader(bundle, path);
        this.mocks = new MockReader(bodies, problems);
        this.expectations = new ExpectationReader(bodies, problems);
    }

    /** The file; empty when it is no map of tests at all. With any problem noted its tests are not to be run. */
    static Optional<TestFile> read(Bundle bundle, String path, Problems problems) {
        TestFileReader reader = new TestFileReader(bundle, path, problems);
        return YamlTree.parse(bundle.text(path), problems).flatMap(reader::file);
    }

    /** Every key that a test file may have anywhere. */
    static Set<String> keys() {
        return Stream.of(FILE, TEST, GIVEN, MockReader.KEYS, ExpectationReader.KEYS)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private Optional<TestFile> file(Node root) {
        return Fields.of(root, "a test file", FILE, problems).map(fields -> {
            List<Mock> common = mocks.read(fields);
            if (!fields.has("tests")) {
                problems.add(root, "a test file has a list of \"tests\"; this one has none", "");
            }
            List<RouteTest> tests = fields.list("tests", node -> test(node, common));
            noteDoubleNames(tests);
            return new TestFile(path, texts(fields.map("properties")), tests);
        });
    }

    private Optional<RouteTest> test(Node node, List<Mock> common) {
        return Fields.of(node, "a test", TEST, problems).map(fields -> {
            String name =
                    fields.text("name").orElseGet(() -> missing(fields, "a test has a \"name\"; this one has none"));
            List<Given> given = Fields.oneOrMore(fields.value("given").orElse(null), this::given);
            List<Expectation> expect = fields.list("expect", expectations::read);
            if (!fields.has("given")) {
                missing(fields, "test \"" + name + "\" gives no message");
            }
            if (!fields.has("expect")
                    || fields.value("expect").filter(TestFileReader::isEmpty).isPresent()) {
                missing(fields, "test \"" + name + "\" expects nothing, so it cannot fail");
            }
            return new RouteTest(
                    name,
                    fields.line("name"),
                    fields.column("name"),
                    given,
                    withCommon(mocks.read(fields), common),
                    expect,
                    order(fields),
                    fields.duration("within").orElse(RouteTest.WITHIN));
        });
    }

    private Optional<Given> given(Node node) {
        return Fields.of(node, "a given message", GIVEN, problems).flatMap(fields -> target(fields)
                .map(target -> new Given(
                        target,
                        bodies.read(fields),
                        BodyReader.javaValues(fields.map("headers")),
                        BodyReader.javaValues(fields.map("properties")))));
    }

    private Optional<Target> target(Fields fields) {
        if (fields.has("to") == fields.has("route")) {
            missing(
                    fields,
                    "a given message has either \"to\", an endpoint or HTTP request line, or \"route\", a route's id");
            return Optional.empty();
        }
        String key = fields.has("to") ? "to" : "route";
        Target.Kind kind = fields.has("to") ? Target.Kind.ENDPOINT : Target.Kind.ROUTE;
        return fields.text(key).map(name -> new Target(kind, name.strip(), fields.line(key), fields.column(key)));
    }

    private Order order(Fields fields) {
        String order = fields.text("order").orElse("strict");
        if (!ORDERS.contains(order)) {
            fields.problem("order", "\"order\" is strict or any, not \"" + order + "\"", "");
        }
        return order.equals("any") ? Order.ANY : Order.STRICT;
    }

    /** A test's own answers come before the file's. */
    private static List<Mock> withCommon(List<Mock> own, List<Mock> common) {
        List<Mock> all = new ArrayList<>(own);
        all.addAll(common);
        return all;
    }

    private void noteDoubleNames(List<RouteTest> tests) {
        Set<String> seen = new HashSet<>();
        for (RouteTest test : tests) {
            if (!seen.add(test.name())) {
                problems.add(
                        test.line(),
                        test.column(),
                        "two tests are called \"" + test.name() + "\"",
                        "give each its own name, reports tell them apart by it");
            }
        }
    }

    private String missing(Fields fields, String message) {
        problems.add(fields.node(), message, "see src/docs/testing.md");
        return "";
    }

    private static boolean isEmpty(Node node) {
        return node instanceof SequenceNode list && list.getValue().isEmpty();
    }

    private static Map<String, String> texts(Map<String, JsonNode> map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(key, value.isContainerNode() ? value.toString() : value.asText()));
        return texts;
    }

    static String key(NodeTuple tuple) {
        return YamlTree.text(tuple.getKeyNode());
    }
}
