package dev.serai.management.lifecycle.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.foundation.Bundle;
import dev.serai.management.lifecycle.CompiledClasses;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person reads when a test fails. */
class RouteTestsFailureTest {

    private static final String AT = "routes/orders/orders.test.yaml:";

    private final TestedRoutes routes = TestedRoutes.route("direct:orders", """
            - to: "orders-db:insert into orders values (1)"
            - to: event:order-stored
            """);

    @Test
    void aWrongMemberIsToldWithItsPathAndTheRouteStep() {
        assertThat(routes.wrong("""
                tests:
                  - name: announced
                    given: { to: "direct:orders", body: { id: 1, lines: [ { price: 3 } ] } }
                    expect:
                      - at: event:order-stored
                        body: { id: 1, lines: [ { price: 4 } ] }
                """))
                .containsExactly(
                        AT + "5:9: test \"announced\" failed: event:order-stored is not as expected: "
                                + "at $.lines[0].price expected 4, got 3; in route orders, step to (routes/orders/orders.camel.yaml:7)");
    }

    @Test
    void aDifferentTextIsToldWithLineAndColumn() {
        assertThat(routes.wrong(test(
                        "given: { to: \"direct:orders\", body: \"a\\nbd\" }",
                        "{ at: \"event:order-stored\", body: \"a\\nbc\" }")))
                .singleElement()
                .asString()
                .contains("at line 2, column 2 expected \"a\\nbc\", got \"a\\nbd\"");
    }

    @Test
    void aMissingPieceOfAnObjectOrListIsTold() {
        assertThat(routes.wrong(test(
                        "given: { to: \"direct:orders\", body: { tags: [ a, b ], name: ada } }",
                        "{ at: \"event:order-stored\", bodyContains: { tags: [ c ] } }")))
                .singleElement()
                .asString()
                .contains("at $.tags[*] expected an element with \"c\", got [\"a\",\"b\"]");
    }

    @Test
    void aWrongHeaderIsTold() {
        assertThat(routes.wrong(test(
                        "given: { to: \"direct:orders\", headers: { a: 1 } }",
                        "{ at: \"event:order-stored\", headers: { a: 2 } }")))
                .singleElement()
                .asString()
                .contains("at header a expected 2, got 1");
    }

    @Test
    void anEndpointThatIsNotThereIsToldWithTheOneThatWasMeant() {
        assertThat(routes.wrong(test("given: { to: \"direct:orders\" }", "{ at: \"event:order-store\" }")))
                .containsExactly(AT + "4:15: test \"t\" failed: event:order-store expected 1 message, got 0, "
                        + "the routes have no such endpoint, did you mean \"event:order-stored\"?; "
                        + "in route orders, step to (routes/orders/orders.camel.yaml:7)");
    }

    @Test
    void aMissingMessageNamesTheEndpointsThatWereReached() {
        TestedRoutes filtering = TestedRoutes.route("direct:orders", """
                - to: orders-db:all
                - filter: { constant: "false", steps: [ { to: "event:order-stored" } ] }
                """);

        assertThat(filtering.wrong(test("given: { to: \"direct:orders\" }", "{ at: \"event:order-stored\" }")))
                .singleElement()
                .asString()
                .contains("event:order-stored expected 1 message, got 0, reached were orders-db:all");
    }

    @Test
    void aMessageTooManyIsShown() {
        assertThat(routes.wrong(test(
                        "given: [ { to: \"direct:orders\", body: a }, { to: \"direct:orders\", body: b } ]",
                        "{ at: \"event:order-stored\", body: a }")))
                .singleElement()
                .asString()
                .contains("event:order-stored expected 1 message, got 2, the first too many being \"b\"");
    }

    @Test
    void aGivenEndpointThatNoRouteConsumesIsToldWithTheOneThatWasMeant() {
        assertThat(routes.wrong(test("given: { to: \"direct:order\" }", "{ at: \"event:order-stored\" }")))
                .containsExactly(
                        AT
                                + "3:18: test \"t\" failed: no route consumes \"direct:order\"; did you mean \"direct:orders\"?");
        assertThat(routes.wrong(test("given: { route: order }", "{ at: \"event:order-stored\" }")))
                .singleElement()
                .asString()
                .contains("there is no route \"order\"; did you mean \"orders\"?");
        assertThat(routes.wrong(test("given: { to: GET /orders }", "{ at: \"event:order-stored\" }")))
                .singleElement()
                .asString()
                .contains("no route serves \"GET /orders\"");
    }

    @Test
    void aMockForNoEndpointIsToldWithTheOneThatWasMeant() {
        assertThat(routes.wrong("""
                tests:
                  - name: t
                    given: { to: "direct:orders" }
                    mock: { "event:order-stord": { body: x } }
                    expect: [ { at: "event:order-stored" } ]
                """))
                .containsExactly(AT + "4:13: test \"t\" failed: the mock \"event:order-stord\" answers for no endpoint "
                        + "of the routes, did you mean \"event:order-stored\"?");
    }

    @Test
    void anUnexpectedFailureIsToldWithItsStep() {
        TestedRoutes failing = TestedRoutes.route("direct:orders", """
                - setBody: { simple: "${body.length()}" }
                - throwException: { exceptionType: java.lang.IllegalStateException, message: no stock }
                """);

        assertThat(failing.wrong(test("given: { to: \"direct:orders\", body: x }", "{ at: reply }")))
                .singleElement()
                .asString()
                .contains("the message failed: IllegalStateException: no stock; in route orders, step throwException "
                        + "(routes/orders/orders.camel.yaml:6)");
    }

    @Test
    void aFailureThatDoesNotComeIsTold() {
        assertThat(routes.wrong(test("given: { to: \"direct:orders\" }", "{ fails: no stock }")))
                .singleElement()
                .asString()
                .contains("expected a failure with \"no stock\", but it did not fail");
    }

    @Test
    void routesThatDoNotStartFailEveryTest() {
        TestedRoutes broken = TestedRoutes.route("direct:orders", "- bean: { ref: nowhere }");

        assertThat(broken.wrong(test("given: { to: \"direct:orders\" }", "{ at: reply }")))
                .singleElement()
                .asString()
                .contains("the routes do not start")
                .contains("nowhere");
    }

    @Test
    void aMessageThatTakesTooLongFailsAtItsDeadline() {
        TestedRoutes slow = TestedRoutes.route(
                "direct:orders", "- delay: { expression: { constant: 60000 } }\n- to: event:order-stored");

        TestReport report = slow.run("""
                tests:
                  - name: t
                    within: 200ms
                    given: { to: "direct:orders" }
                    expect: [ { at: "event:order-stored" } ]
                """);

        assertThat(report.results()).singleElement().satisfies(result -> {
            assertThat(result.failures())
                    .singleElement()
                    .extracting(TestFailure::sentence)
                    .asString()
                    .contains("it was not finished within 200 ms; in route orders, step delay");
            assertThat(result.duration()).hasSeconds(0);
        });
    }

    @Test
    void aRouteInAnEndlessLoopIsEnded() {
        TestedRoutes endless = TestedRoutes.route("direct:orders", """
                - loopDoWhile: { simple: "true", steps: [ { setBody: { constant: again } } ] }
                """.replace("loopDoWhile:", "loop:")
                .replace("simple: \"true\"", "doWhile: true, simple: \"true\""));

        assertThat(endless.wrong("""
                tests:
                  - name: t
                    within: 200ms
                    given: { to: "direct:orders" }
                    expect: [ { at: reply } ]
                """))
                .singleElement()
                .asString()
                .contains("it was not finished within 200 ms; in route orders, step setBody")
                .doesNotContain("stays until the runtime ends");
    }

    @Test
    void aMessageThatNeverComesFailsAtTheDeadlineWhereItMightStillCome() {
        TestedRoutes collecting = TestedRoutes.route("direct:orders", """
                - aggregate:
                    correlationExpression: { constant: all }
                    aggregationStrategy: "#class:org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy"
                    completionSize: 3
                    steps: [ { to: "event:group" } ]
                """);

        assertThat(collecting.wrong("""
                tests:
                  - name: t
                    within: 200ms
                    given: { to: "direct:orders" }
                    expect: [ { at: "event:group" } ]
                """)).singleElement().asString().contains("event:group expected 1 message, got 0");
    }

    @Test
    void aSingleFileCanCarryNoTestsSoNothingRuns() {
        Bundle single = new Bundle(
                "one",
                "one.camel.yaml",
                Map.of("one.camel.yaml", "- from: { uri: \"direct:a\", steps: [] }".getBytes(StandardCharsets.UTF_8)));

        TestReport report =
                new RouteTests(new ContextFactory(false, List.of())).run(single, CompiledClasses.NONE, Map.of());

        assertThat(RouteTests.has(single)).isFalse();
        assertThat(report.results()).isEmpty();
    }

    private static String test(String given, String expectation) {
        return "tests:\n  - name: t\n    " + given + "\n    expect: [ " + expectation + " ]\n";
    }
}
