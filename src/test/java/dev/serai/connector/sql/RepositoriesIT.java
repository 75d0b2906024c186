package dev.serai.connector.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.server.KillablePostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The repositories that a connection lends to routes, over a {@code kill -9} of Serai. */
@Timeout(180)
class RepositoriesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String ROUTES = """
            - from:
                uri: platform-http:/collect
                steps:
                  - setBody: {simple: "${header.item}"}
                  - to: direct:collect
                  - setBody: {constant: taken}
            - from:
                uri: direct:collect
                steps:
                  - aggregate:
                      aggregationRepository: "#orders-db.aggregation"
                      aggregationStrategy: "#class:Joined"
                      correlationExpression: {header: {expression: order}}
                      completionSize: 5
                      steps:
                        - setBody: {simple: "${header.order} ${body}\\n"}
                        - to: "file:{{serai.home}}/out?fileName=orders&fileExist=Append"
            - from:
                uri: platform-http:/once
                steps:
                  - setProperty: {name: outcome, constant: duplicate}
                  - idempotentConsumer:
                      idempotentRepository: "#orders-db.idempotent"
                      header: {expression: id}
                      steps:
                        - setProperty: {name: outcome, constant: new}
                  - setBody: {exchangeProperty: outcome}
            """;

    private static final String JOINED = """
            import org.apache.camel.AggregationStrategy;
            import org.apache.camel.Exchange;

            public class Joined implements AggregationStrategy {
                @Override
                public Exchange aggregate(Exchange before, Exchange next) {
                    if (before == null) {
                        return next;
                    }
                    before.getMessage().setBody(
                            before.getMessage().getBody(String.class) + next.getMessage().getBody(String.class));
                    return before;
                }
            }
            """;

    @Test
    void whatIsCollectedAndWhatWasSeenSurvivesAKill(@TempDir Path folder) throws Exception {
        try (KillablePostgres server = KillablePostgres.in(Files.createDirectory(folder.resolve("postgres")))) {
            Path home = home(folder.resolve("home"), server);
            try (ChildSerai first = ChildSerai.start(home)) {
                collect(first, "tea", "cup", "pot");
                assertThat(first.door().get("/once?id=7")).isEqualTo("new");
                first.kill();
            }
            try (ChildSerai second = ChildSerai.start(home)) {
                collect(second, "milk", "sugar");

                await().atMost(PATIENCE).until(() -> orders(home).equals(List.of("o1 teacuppotmilksugar")));
                assertThat(second.door().get("/once?id=7")).isEqualTo("duplicate");
                assertThat(second.door().get("/once?id=8")).isEqualTo("new");
            }
        }
    }

    private static Path home(Path home, KillablePostgres server) throws IOException {
        Files.createDirectories(home.resolve("config/connections"));
        Files.createDirectories(home.resolve("routes"));
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
        Files.writeString(home.resolve("password"), KillablePostgres.PASSWORD);
        Files.writeString(home.resolve("config/connections/orders-db.yaml"), """
                connector: postgresql
                parameters:
                  host: 127.0.0.1
                  port: %d
                  database: postgres
                  user: %s
                  password: "{{file:%s}}"
                """.formatted(
                        server.port(), KillablePostgres.USER, home.resolve("password")));
        Files.createDirectory(home.resolve("routes/orders"));
        Files.writeString(home.resolve("routes/orders/orders.camel.yaml"), ROUTES);
        Files.writeString(home.resolve("routes/orders/Joined.java"), JOINED);
        return home;
    }

    private static void collect(ChildSerai serai, String... items) {
        for (String item : items) {
            assertThat(serai.door().get("/collect?order=o1&item=" + item)).isEqualTo("taken");
        }
    }

    private static List<String> orders(Path home) throws IOException {
        Path file = home.resolve("out/orders");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
