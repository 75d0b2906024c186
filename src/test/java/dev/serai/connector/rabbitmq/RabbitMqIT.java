package dev.serai.connector.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.connector.ConnectedHome;
import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.LiveSerai;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RabbitMqIT extends ConnectorContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String ROUTES = """
            - route:
                id: ask
                from:
                  uri: platform-http:/price
                  steps:
                    - setBody: {simple: "${header.item}"}
                    - to: {uri: "safe:default?routingKey=prices", pattern: InOut}
            - route:
                id: answer
                from:
                  uri: safe:default?queues=prices
                  steps:
                    - setBody: {simple: "12.50 EUR for ${body}"}
            - route:
                id: publish
                from:
                  uri: platform-http:/publish
                  steps:
                    - setHeader: {name: CamelSpringRabbitmqRoutingOverrideKey, simple: "order.${header.country}"}
                    - setBody: {simple: "${header.country}"}
                    - to: {uri: "safe:shop", pattern: InOnly}
            - route:
                id: receive
                from:
                  uri: safe:shop
                  parameters:
                    queues: orders
                    routingKey: order.*
                    exchangeType: topic
                    concurrentConsumers: 2
                    rejectAndDontRequeue: true
                    deadLetterExchange: dead
                    deadLetterQueue: dead-orders
                    deadLetterRoutingKey: orders
                  steps:
                    - to: "file:{{serai.home}}/received?fileName=orders&fileExist=Append&appendChars=\\\\n"
                    - filter:
                        simple: "${body} == 'xx'"
                        steps:
                          - rollback: {markRollbackOnly: true}
            - route:
                id: dead
                from:
                  uri: safe:default?queues=dead-orders&autoDeclare=false
                  steps:
                    - to: "file:{{serai.home}}/received?fileName=dead&fileExist=Append&appendChars=\\\\n"
            - route:
                id: astray
                from:
                  uri: platform-http:/astray
                  steps:
                    - to: {uri: "safe:default?routingKey=nobody", pattern: InOnly}
            """;

    private final RabbitServer server = new RabbitServer(RabbitPrograms.find().orElseThrow());

    @Override
    protected SystemUnderTest system() {
        return server;
    }

    @Test
    @Order(20)
    void overTlsItAnswersRequestsRoutesByKeyAndTellsWhatNoQueueTakes(@TempDir Path folder) throws Exception {
        ConnectedHome home = ConnectedHome.in(folder)
                .with("password", RabbitServer.PASSWORD)
                .with("config/connections/safe.yaml", server.secured())
                .with("routes/shop.camel.yaml", ROUTES);
        try (LiveSerai serai =
                LiveSerai.start(home.path(), Map.of("serai.retry.attempts", "1", "serai.retry.delay", "50ms"))) {
            assertThat(serai.door().get("/price?item=tea")).isEqualTo("12.50 EUR for tea");

            serai.door().get("/publish?country=at");
            serai.door().get("/publish?country=xx");
            String answer = serai.door().get("/astray");

            await().atMost(PATIENCE).until(() -> home.received("dead").contains("xx"));
            assertThat(home.received("orders")).contains("at");
            assertThat(answer).startsWith("5");
            assertThat(serai.door().api("GET", "/deadletters", "").body())
                    .contains("no queue took the message from the default exchange with routing key \\\"nobody\\\"");
        }
    }
}
