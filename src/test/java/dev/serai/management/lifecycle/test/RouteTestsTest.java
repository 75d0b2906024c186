package dev.serai.management.lifecycle.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.foundation.Finding;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTestsTest {

    private static final String ORDERS = """
            - route:
                id: orders
                from:
                  uri: direct:orders
                  steps:
                    - to: json-validator:order.schema.json
                    - setHeader: { name: customer, jsonpath: { expression: "$.customer", resultType: java.lang.String } }
                    - to: "orders-db:insert into orders values (:#customer)"
                    - to: event:order-stored
            - route:
                id: orders-http
                from:
                  uri: platform-http:/orders
                  parameters: { httpMethodRestrict: POST }
                  steps:
                    - to: direct:orders
                    - setHeader: { name: CamelHttpResponseCode, constant: 201 }
            - route:
                id: order-http
                from:
                  uri: platform-http:/orders/{id}
                  parameters: { httpMethodRestrict: GET }
                  steps:
                    - to: "orders-db:select * from orders where id = :#id"
                    - marshal: { json: {} }
            """;
    private static final String SCHEMA = """
            {"type":"object","required":["id","customer"],"properties":{"id":{"type":"integer"}}}
            """;

    @Test
    void outerEndpointsAreReplacedAndTheInsideIsReal() {
        assertPasses(orders(), """
                tests:
                  - name: a good order is stored and announced
                    given: { to: "direct:orders", body: { id: 1, customer: ada } }
                    expect:
                      - at: "orders-db:*"
                        headers: { customer: ada, other: null }
                      - at: event:order-stored
                        body: { customer: ada, id: 1.0 }
                        jsonpath: { "$.id": 1, "$.total": null }
                """);
    }

    @Test
    void aRequestIsAnsweredWithoutAServer() {
        assertPasses(orders(), """
                tests:
                  - name: accepted
                    given: { to: "POST /orders", file: good.json }
                    expect:
                      - { at: reply, status: 201 }
                      - { at: "event:order-stored", file: good.json }
                  - name: served
                    given: { to: "GET /orders/7?verbose=yes" }
                    mock:
                      "orders-db:select*": { object: [ { id: 7, customer: ada } ] }
                    expect:
                      - at: reply
                        status: 200
                        body: [ { customer: ada, id: 7 } ]
                      - at: "orders-db:select * from orders where id = :#id"
                        headers: { id: "7", verbose: "yes" }
                  - name: a wrong order is an error and not stored
                    given: { to: "POST /orders", body: { id: x } }
                    expect:
                      - { at: reply, status: 500 }
                      - { at: "orders-db:*", count: 0 }
                """);
    }

    @Test
    void aRestServiceIsRealUpToTheServer() {
        TestedRoutes rest = TestedRoutes.of("""
                - rest:
                    path: /greetings
                    get:
                      - path: /{name}
                        to: direct:greet
                - route:
                    from:
                      uri: direct:greet
                      steps:
                        - setBody: { simple: "Hello ${header.name}" }
                """);

        assertPasses(rest, """
                tests:
                  - name: greets
                    given: { to: "GET /greetings/ada" }
                    expect: [ { at: reply, body: Hello ada } ]
                """);
    }

    @Test
    void messagesOfASplitAreExpectedInOrderOrInAny() {
        assertPasses(TestedRoutes.route("file:inbox", """
                        - split: { tokenize: "\\n", steps: [ { to: "event:line" } ] }
                        """), """
                tests:
                  - name: in order
                    given: { to: "file:inbox", body: "a\\nb", headers: { CamelFileName: lines.txt } }
                    expect:
                      - { at: "event:line", body: a }
                      - { at: "event:line", body: b, headers: { CamelFileName: lines.txt } }
                  - name: in any order
                    order: any
                    given: { route: orders, body: "a\\nb" }
                    expect:
                      - { at: "event:line", matches: ".*" }
                      - { at: "event:line", body: a }
                  - name: all of them
                    given: { route: orders, body: "a\\nb\\nc" }
                    expect: [ { at: "event:line", count: 3 } ]
                """);
    }

    @Test
    void aMockFailsFirstAndThenAnswers() {
        assertPasses(TestedRoutes.route("direct:in", """
                        - doTry:
                            steps: [ { to: "http:backend/a" } ]
                            doCatch:
                              - exception: [ org.apache.camel.http.base.HttpOperationFailedException ]
                                steps: [ { to: "http:backend/b" } ]
                        - to: event:done
                        """), """
                mock:
                  "http:*":
                    - fails: { status: 503, message: busy }
                    - { body: { ok: true }, headers: { tries: 2 } }
                tests:
                  - name: the second backend answers
                    given: { to: "direct:in" }
                    expect:
                      - at: event:done
                        body: { ok: true }
                        headers: { tries: 2 }
                """);
    }

    @Test
    void aFailureCanBeExpected() {
        assertPasses(TestedRoutes.route("direct:in", "- to: \"ftp:host/in\""), """
                tests:
                  - name: the server is gone
                    given: { to: "direct:in" }
                    mock: { "ftp:*": { fails: { exception: java.net.ConnectException, message: no route to host } } }
                    expect: [ { fails: "ConnectException: no route" } ]
                """);
    }

    @Test
    void messagesThatComeLaterAreWaitedFor() {
        assertPasses(TestedRoutes.route("seda:in", """
                        - aggregate:
                            correlationExpression: { constant: all }
                            aggregationStrategy: "#class:org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy"
                            completionTimeout: 50
                            completionTimeoutCheckerInterval: 10
                            steps: [ { to: "event:group" } ]
                        """), """
                tests:
                  - name: collected
                    given:
                      - { to: "seda:in", body: a }
                      - { to: "seda:in", body: b }
                    expect: [ { at: "event:group", body: [ a, b ] } ]
                """);
    }

    @Test
    void innerEndpointsAndFetchedFilesCanBeSeenAndGiven() {
        assertPasses(TestedRoutes.of("""
                        - from:
                            uri: timer:tick
                            steps:
                              - pollEnrich: { simple: "file:inbox?fileName=a.txt", timeout: 1000 }
                              - to: direct:next
                        - from: { uri: "direct:next", steps: [ { to: "event:{{topic}}" } ] }
                        """), """
                properties: { topic: found }
                tests:
                  - name: the file is taken
                    given: { to: "timer:tick" }
                    mock: { "file:inbox": { body: text } }
                    expect:
                      - { at: "direct:next", body: text }
                      - { at: "event:found", bodyContains: ex }
                """);
    }

    @Test
    void propertiesOfTheIntegrationAreSeenAndThoseOfTheFileWin() {
        TestReport report = TestedRoutes.route("direct:in", "- setBody: { constant: \"{{a}} {{b}}\" }")
                .run(Map.of("a", "1", "b", "2"), """
                properties: { b: 3 }
                tests:
                  - name: answered
                    given: { to: "direct:in" }
                    expect: [ { at: reply, body: "1 3" } ]
                """);

        assertThat(report.allFindings()).isEmpty();
        assertThat(report.results()).singleElement().matches(TestResult::passed);
    }

    @Test
    void whatOneTestLeavesReachesNoOther() {
        assertPasses(TestedRoutes.route("direct:in", """
                        - idempotentConsumer:
                            idempotentRepository: "#class:org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository"
                            simple: "${body}"
                            steps: [ { to: "event:new" } ]
                        """), """
                tests:
                  - { name: first, given: { to: "direct:in", body: a }, expect: [ { at: "event:new" } ] }
                  - { name: second, given: { to: "direct:in", body: a }, expect: [ { at: "event:new" } ] }
                """);
    }

    @Test
    void nothingIsLeftBehind() {
        String tests =
                "tests: [ { name: t, given: { to: \"POST /orders\", file: good.json }, expect: [ { at: reply } ] } ]";
        orders().run(tests);
        long threads = seraiThreads();

        for (int i = 0; i < 20; i++) {
            orders().run(tests);
        }

        await().untilAsserted(() -> assertThat(seraiThreads()).isLessThanOrEqualTo(threads));
    }

    private static long seraiThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().contains("Camel") || thread.getName().contains("serai"))
                .count();
    }

    private static TestedRoutes orders() {
        return TestedRoutes.of(ORDERS)
                .with("order.schema.json", SCHEMA)
                .with("good.json", "{\"id\": 1, \"customer\": \"ada\"}\n");
    }

    private static void assertPasses(TestedRoutes routes, String tests) {
        TestReport report = routes.run(tests);

        assertThat(report.allFindings().stream().map(Finding::sentence)).isEmpty();
        assertThat(report.results()).isNotEmpty();
    }
}
