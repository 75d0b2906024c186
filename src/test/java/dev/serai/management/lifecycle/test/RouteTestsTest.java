package dev.serai.management.lifecycle.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.foundation.Bundle;
import dev.serai.management.lifecycle.CompiledClasses;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTestsTest {

    private static final String ROUTES = """
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
            """;
    private static final String SCHEMA = """
            {"type":"object","required":["id","customer"],"properties":{"id":{"type":"integer"}}}
            """;

    @Test
    void aGoodOrderIsStoredAndAnnounced() {
        TestReport report = run("""
                tests:
                  - name: a good order is stored and announced
                    given: { to: "direct:orders", body: { id: 1, customer: ada } }
                    expect:
                      - at: "orders-db:*"
                        headers: { customer: ada }
                      - at: event:order-stored
                        body: { customer: ada, id: 1 }
                  - name: again over HTTP
                    given: { to: "POST /orders", body: { id: 1, customer: ada } }
                    expect:
                      - at: reply
                        status: 201
                      - at: event:order-stored
                        bodyContains: { customer: ada }
                """);

        assertThat(report.text()).contains("2 passed, 0 failed");
    }

    @Test
    void aWrongBodyIsToldWithItsFirstDifferenceAndTheRouteStep() {
        TestReport report = run("""
                tests:
                  - name: announced
                    given: { to: "direct:orders", body: { id: 1, customer: ada } }
                    expect:
                      - at: event:order-stored
                        body: { customer: bob, id: 1 }
                """);

        System.out.println(report.text());
    }

    private static TestReport run(String tests) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("orders.camel.yaml", ROUTES.getBytes(StandardCharsets.UTF_8));
        files.put("order.schema.json", SCHEMA.getBytes(StandardCharsets.UTF_8));
        files.put("orders.test.yaml", tests.getBytes(StandardCharsets.UTF_8));
        Bundle bundle = new Bundle("orders", "orders/", files);
        return new RouteTests(new ContextFactory(false, List.of())).run(bundle, CompiledClasses.NONE, Map.of());
    }
}
