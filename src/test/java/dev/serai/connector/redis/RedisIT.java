package dev.serai.connector.redis;

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

class RedisIT extends ConnectorContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String ROUTES = """
            - route:
                id: price
                from:
                  uri: platform-http:/price
                  steps:
                    - to: shop:cache:price?operation=get&key=${header.item}
                    - choice:
                        when:
                          - simple: "${header.CamelRedisHit} == false"
                            steps:
                              - setBody: {simple: "12.50 for ${header.item}"}
                              - to: shop:cache:price?operation=put&key=${header.item}&ttl=1m
                              - to: shop:stream:looked-up?maxLength=100
            - route:
                id: looked-up
                from:
                  uri: shop:stream:looked-up?group=statistics&consumers=2
                  steps:
                    - to: shop:channel:news.prices
            - route:
                id: told
                from:
                  uri: shop:channel:news.*?pattern=true
                  steps:
                    - to: "file:{{serai.home}}/received?fileName=told&fileExist=Append&appendChars=\\\\n"
            - route:
                id: forget
                from:
                  uri: platform-http:/forget
                  steps:
                    - to: shop:cache:price?operation=remove&key=${header.item}
                    - setBody: {simple: "${header.CamelRedisHit}"}
            """;

    private final RedisServer server = new RedisServer();

    @Override
    protected SystemUnderTest system() {
        return server;
    }

    @Test
    @Order(20)
    void cachesValuesAndTellsThoseWhoListen(@TempDir Path folder) throws Exception {
        ConnectedHome home = ConnectedHome.in(folder)
                .with("password", RedisServer.PASSWORD)
                .with("config/connections/shop.yaml", server.connection())
                .with("routes/shop.camel.yaml", ROUTES);
        try (LiveSerai serai = LiveSerai.start(home.path())) {
            List<String> answers = List.of(
                    serai.door().get("/price?item=tea"),
                    serai.door().get("/price?item=tea"),
                    serai.door().get("/forget?item=tea"),
                    serai.door().get("/forget?item=tea"));

            assertThat(answers).containsExactly("12.50 for tea", "12.50 for tea", "true", "false");
            await().atMost(PATIENCE).until(() -> home.received("told").equals(List.of("12.50 for tea")));
        }
    }
}
