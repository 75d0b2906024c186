package dev.serai.management.lifecycle.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One test of a test file.
 *
 * @param name what it shows, in a sentence
 * @param line line of the name
 * @param column column of the name
 * @param given the messages that are sent, in order
 * @param mock what replaced endpoints answer, by endpoint pattern
 * @param expect what must arrive
 * @param order whether messages at one endpoint must arrive in the order they are expected in
 * @param within how long it may take
 */
record RouteTest(
        String name,
        int line,
        int column,
        List<Given> given,
        List<Mock> mock,
        List<Expectation> expect,
        Order order,
        Duration within) {

    static final Duration WITHIN = Duration.ofSeconds(5);

    /** Whether the order of the messages at one endpoint counts. */
    enum Order {
        STRICT,
        ANY
    }

    /**
     * A message that is sent.
     *
     * @param to the endpoint a route consumes, an HTTP request line such as {@code POST /orders}, or {@code route:ID}
     * @param body its body; a Java object, null for none
     * @param headers its headers
     * @param properties its exchange properties
     */
    record Given(Target to, Body body, Map<String, Object> headers, Map<String, Object> properties) {}

    /** Where a message is sent, with the place in the file. */
    record Target(Kind kind, String name, int line, int column) {
        enum Kind {
            ENDPOINT,
            ROUTE
        }
    }

    /** What a replaced endpoint answers: the answers in turn, the last one from then on. */
    record Mock(EndpointPattern at, List<Answer> answers, int line, int column) {}
}
