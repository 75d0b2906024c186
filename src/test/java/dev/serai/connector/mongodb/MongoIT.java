package dev.serai.connector.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.connector.ConnectedHome;
import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.LiveSerai;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoIT extends ConnectorContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String ROUTES = """
            - route:
                id: ordered
                from:
                  uri: platform-http:/orders
                  steps:
                    - setBody: {simple: '{"item": "${header.item}", "pieces": ${header.pieces}}'}
                    - removeHeaders: {pattern: "*"}
                    - idempotentConsumer:
                        idempotentRepository: "#shop.idempotent"
                        simple: "${body}"
                        steps:
                          - to: shop:orders?operation=insert
                    - setBody: {constant: taken}
            - route:
                id: paid
                from:
                  uri: platform-http:/paid
                  steps:
                    - removeHeaders: {pattern: "*"}
                    - setHeader: {name: CamelMongoDbCriteria, constant: '{"item": "tea"}'}
                    - setHeader: {name: CamelMongoDbMultiUpdate, constant: "true"}
                    - setBody: {constant: '{"$set": {"paid": true}}'}
                    - to: shop:orders?operation=update
                    - setBody: {simple: "${header.CamelMongoDbRecordsAffected}"}
            - route:
                id: totals
                from:
                  uri: platform-http:/totals
                  steps:
                    - removeHeaders: {pattern: "*"}
                    - setBody: {constant: '[{"$group": {"_id": "$item", "pieces": {"$sum": "$pieces"}}}, {"$sort": {"_id": 1}}]'}
                    - to: shop:orders?operation=aggregate
                    - marshal: {json: {}}
            - route:
                id: exported
                from:
                  uri: platform-http:/exported
                  steps:
                    - removeHeaders: {pattern: "*"}
                    - setBody: {constant: '{}'}
                    - to: shop:orders?operation=findAll&outputType=MongoIterable
                    - split:
                        simple: "${body}"
                        streaming: true
                        steps:
                          - setBody: {simple: {expression: "${body[item]} ${body[pieces]}\\n", trim: false}}
                          - to: "file:{{serai.home}}/received?fileName=exported&fileExist=Append"
                    - setBody: {constant: written}
            - route:
                id: shipped
                from:
                  uri: shop:orders
                  parameters: {streamFilter: '{"paid": true}', tailTrackIncreasingField: pieces, cursorRegenerationDelay: 100}
                  steps:
                    - setBody: {simple: {expression: "${body[pieces]} ${body[item]}\\n", trim: false}}
                    - to: "file:{{serai.home}}/received?fileName=shipped&fileExist=Append"
            """;

    private final MongoServer server = new MongoServer();

    @Override
    protected SystemUnderTest system() {
        return server;
    }

    @Test
    @Order(20)
    void asksChangesStreamsAndTakesOnlyWhatIsWanted(@TempDir Path folder) throws Exception {
        ConnectedHome home = ConnectedHome.in(folder)
                .with("config/connections/shop.yaml", server.connection())
                .with("routes/shop.camel.yaml", ROUTES);
        try (LiveSerai serai = LiveSerai.start(home.path())) {
            for (String order : List.of("tea&pieces=3", "ink&pieces=5", "tea&pieces=2", "tea&pieces=2")) {
                assertThat(serai.door().get("/orders?item=" + order)).isEqualTo("taken");
            }

            assertThat(serai.door().get("/totals"))
                    .as("what came twice is counted once")
                    .isEqualTo("[{\"_id\":\"ink\",\"pieces\":5},{\"_id\":\"tea\",\"pieces\":5}]");
            assertThat(serai.door().get("/exported")).isEqualTo("written");
            assertThat(home.received("exported")).containsExactlyInAnyOrder("tea 3", "ink 5", "tea 2");
            assertThat(serai.door().get("/paid")).isEqualTo("2");
            await().atMost(PATIENCE).until(() -> home.received("shipped").equals(List.of("2 tea", "3 tea")));
            await().atMost(PATIENCE)
                    .until(() -> serai.door().get("/totals").equals("[{\"_id\":\"ink\",\"pieces\":5}]"));
        }
    }
}
