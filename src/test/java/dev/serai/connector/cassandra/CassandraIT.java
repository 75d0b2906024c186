package dev.serai.connector.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.connector.ConnectedHome;
import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.NotRun;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CassandraIT extends ConnectorContract {

    @RegisterExtension
    static final NotRun NOT_RUN = NotRun.unless(
            CassandraServer.JDK.isPresent(), "the contract against Cassandra (its server runs on a JDK 17 only)");

    private static final String ROUTES = """
            - route:
                id: table
                from:
                  uri: platform-http:/table
                  steps:
                    - setBody: {constant: ""}
                    - to: "shop:shop?cql=create table if not exists reading (sensor text, at timestamp, value double, primary key (sensor, at))"
                    - setBody: {constant: made}
            - route:
                id: read
                from:
                  uri: platform-http:/read
                  steps:
                    - setBody: {groovy: "[sensor: headers.sensor, at: headers.at as long, value: headers.value]"}
                    - to: "shop:shop?cql=insert into reading (sensor, at, value) values (:sensor, :at, :value)&consistencyLevel=ONE"
                    - setBody: {constant: kept}
            - route:
                id: last
                from:
                  uri: platform-http:/last
                  steps:
                    - setBody: {simple: "${header.sensor}"}
                    - to: "shop:shop?cql=select value from reading where sensor = ? order by at desc limit 1&resultSetConversionStrategy=ONE"
                    - setBody: {simple: "${body.getDouble('value')}"}
            - route:
                id: export
                from:
                  uri: platform-http:/export
                  steps:
                    - setHeader: {name: CamelCqlQuery, constant: "select value from shop.reading"}
                    - to: shop:shop?resultSetConversionStrategy=STREAM
                    - split:
                        simple: "${body}"
                        streaming: true
                        steps:
                          - setBody: {simple: {expression: "${body.getDouble('value')}\\n", trim: false}}
                          - to: "file:{{serai.home}}/received?fileName=export&fileExist=Append"
                    - setBody: {constant: written}
            """;

    private final CassandraServer server = new CassandraServer();

    @Override
    protected SystemUnderTest system() {
        return server;
    }

    @Test
    @Order(20)
    void bindsByNameAndStreamsPageAfterPage(@TempDir Path folder) throws Exception {
        ConnectedHome home = ConnectedHome.in(folder)
                .with("password", CassandraServer.password())
                .with("config/connections/shop.yaml", server.connection())
                .with("routes/shop.camel.yaml", ROUTES);
        try (LiveSerai serai = LiveSerai.start(home.path())) {
            assertThat(serai.door().get("/table")).isEqualTo("made");
            IntStream.range(0, 35).forEach(number -> assertThat(
                            serai.door().get("/read?sensor=north&at=" + number + "&value=" + number + ".5"))
                    .isEqualTo("kept"));

            assertThat(serai.door().get("/last?sensor=north")).isEqualTo("34.5");
            assertThat(serai.door().get("/export")).isEqualTo("written");
            assertThat(home.received("export"))
                    .as("four pages of ten at most")
                    .containsExactlyElementsOf(IntStream.range(0, 35)
                            .mapToObj(number -> number + ".5")
                            .toList());
        }
    }
}
