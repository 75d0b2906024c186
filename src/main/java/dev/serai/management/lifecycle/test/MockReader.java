package dev.serai.management.lifecycle.test;

import dev.serai.management.lifecycle.test.Answer.Failure;
import dev.serai.management.lifecycle.test.RouteTest.Mock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Reads what replaced endpoints answer. */
final class MockReader {

    static final Set<String> KEYS = Set.of("body", "object", "file", "headers", "fails");
    private static final Set<String> FAILURE = Set.of("exception", "message", "status");

    private final BodyReader bodies;
    private final Problems problems;

    MockReader(BodyReader bodies, Problems problems) {
        this.bodies = bodies;
        this.problems = problems;
    }

    List<Mock> read(Fields fields) {
        return fields.tuples("mock").stream().map(this::mock).toList();
    }

    private Mock mock(NodeTuple tuple) {
        Node key = tuple.getKeyNode();
        List<Answer> answers = Fields.oneOrMore(tuple.getValueNode(), this::answer);
        return new Mock(
                new EndpointPattern(TestFileReader.key(tuple)), answers, YamlTree.line(key), YamlTree.column(key));
    }

    private Optional<Answer> answer(Node node) {
        return Fields.of(node, "an answer", KEYS, problems)
                .map(fields ->
                        new Answer(bodies.read(fields), BodyReader.javaValues(fields.map("headers")), failure(fields)));
    }

    private @Nullable Failure failure(Fields fields) {
        Node node = fields.value("fails").orElse(null);
        if (node == null) {
            return null;
        }
        return node instanceof MappingNode
                ? Fields.of(node, "a failure", FAILURE, problems)
                        .map(this::detailed)
                        .orElse(null)
                : fields.text("fails")
                        .map(message -> new Failure(MockFailureException.class.getName(), message, 0))
                        .orElse(null);
    }

    private Failure detailed(Fields fields) {
        int status = fields.number("status").orElse(0);
        if (status != 0 && fields.has("exception")) {
            fields.problem("status", "a failure is either an HTTP \"status\" or an \"exception\"", "");
        }
        return new Failure(
                fields.text("exception").orElse(MockFailureException.class.getName()),
                fields.text("message").orElse(status == 0 ? "failed as the test asks" : "HTTP status " + status),
                status);
    }
}
