package dev.serai.connector.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.CommandRun;
import dev.serai.fixture.server.KillablePostgres;
import dev.serai.fixture.server.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code postgresql-cdc} on a real PostgreSQL, in a Serai that is killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class PostgresChangesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private KillablePostgres server;
    private Path home = Path.of("");

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        server = KillablePostgres.in(Files.createDirectory(folder.resolve("postgres")));
        server.execute("create table customer (id integer primary key, name text, credit numeric(12,2))");
        server.execute("insert into customer values (1, 'Grüße', 12.50)");
        home = Files.createDirectory(folder.resolve("home"));
        Files.createDirectories(home.resolve("config/connections"));
        Files.createDirectories(home.resolve("routes"));
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
        Files.writeString(home.resolve("password"), KillablePostgres.PASSWORD);
        connection("customer-changes", server.port());
        connection("nowhere", Ports.free());
        Files.writeString(home.resolve("routes/changes.camel.yaml"), """
                - from:
                    uri: customer-changes:customers
                    steps:
                      - setProperty: {name: change, simple: "${header.CamelDebeziumOperation}"}
                      - convertBodyTo: {type: java.util.Map}
                      - setBody: {simple: "${exchangeProperty.change} ${body[id]} ${body[name]} ${body[credit]}\\n"}
                      - to: "file:{{serai.home}}/received?fileName=changes&fileExist=Append&charset=UTF-8"
                """);
    }

    private void connection(String name, int port) throws IOException {
        Files.writeString(home.resolve("config/connections/" + name + ".yaml"), """
                connector: postgresql-cdc
                parameters:
                  host: 127.0.0.1
                  port: %d
                  database: postgres
                  user: %s
                  password: "{{file:%s}}"
                  tables: public.customer
                """.formatted(
                        port, KillablePostgres.USER, home.resolve("password")));
    }

    @AfterAll
    void close() throws Exception {
        server.close();
    }

    private List<String> received() throws IOException {
        Path file = home.resolve("received/changes");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    @Test
    void everyChangeArrivesAndNoneIsLostWhenSeraiOrTheServerIsKilled() throws Exception {
        try (ChildSerai first = ChildSerai.start(home)) {
            await().atMost(PATIENCE).until(() -> received().contains("r 1 Grüße 12.50"));
            assertThat(CommandRun.of(home, "connection", "test", "customer-changes")
                            .code())
                    .isZero();
            CommandRun away = CommandRun.of(home, "connection", "test", "nowhere", "--output", "json");
            assertThat(away.code()).isEqualTo(1);
            assertThat(away.out()).contains("refused").doesNotContain(KillablePostgres.PASSWORD);

            server.execute("update customer set credit = 13.75 where id = 1");
            await().atMost(PATIENCE).until(() -> received().contains("u 1 Grüße 13.75"));
            insert(1_001, 6_000);
            await().atMost(PATIENCE).until(() -> received().size() > 1_000);
            first.kill();
        }
        insert(6_001, 7_000);
        try (ChildSerai second = ChildSerai.start(home)) {
            await().atMost(PATIENCE).until(() -> inserted().contains(7_000));
            server.kill();
            server.restart();
            insert(7_001, 7_100);
            await().atMost(PATIENCE).until(() -> inserted().contains(7_100));
            second.kill();
        }

        assertThat(inserted())
                .containsAll(IntStream.rangeClosed(1_001, 7_100).boxed().toList());
        assertThat(home.resolve("state/connections/customer-changes.offsets")).isNotEmptyFile();
        System.out.println("postgresql-cdc: 6100 inserts over kills of Serai and of the server, "
                + (received().stream().filter(line -> line.startsWith("c ")).count() - 6_100) + " duplicates");
    }

    private void insert(int from, int to) throws Exception {
        server.execute("insert into customer select n, 'customer ' || n, n from generate_series(" + from + ", " + to
                + ") as n");
    }

    private Set<Integer> inserted() throws IOException {
        Set<Integer> ids = new HashSet<>();
        received().stream()
                .filter(line -> line.startsWith("c "))
                .forEach(line -> ids.add(Integer.valueOf(line.split(" ")[1])));
        return ids;
    }
}
