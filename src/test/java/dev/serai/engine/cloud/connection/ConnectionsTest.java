package dev.serai.engine.cloud.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.serai.engine.cloud.pack.UsedPacks;
import dev.serai.fixture.ShippedHome;
import dev.serai.foundation.Finding;
import dev.serai.foundation.configuration.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {

    private final ShippedHome home;

    ConnectionsTest(@TempDir Path home) {
        this.home = ShippedHome.in(home);
    }

    @Test
    void connectionIsASchemeInEveryContext() throws Exception {
        try (Connections connections = Connections.load(home.configuration())) {
            ask(connections, "orders-db:" + INSERT);

            Object count = ask(connections, "orders-db:select count(*) from orders?outputType=SelectOne");

            assertThat(count).isEqualTo(1L);
        }
    }

    @Test
    void allContextsShareOnePool() throws Exception {
        try (Connections connections = Connections.load(home.configuration());
                CamelContext one = context(connections);
                CamelContext two = context(connections)) {
            SqlComponent first = one.getComponent("orders-db", SqlComponent.class);
            SqlComponent second = two.getComponent("orders-db", SqlComponent.class);

            assertThat(first).isNotSameAs(second);
            assertThat(first.getDataSource()).isSameAs(second.getDataSource());
        }
    }

    @Test
    void nothingIsOpenedBeforeTheFirstMessage() throws Exception {
        try (Connections connections = Connections.load(home.configuration());
                CamelContext context = context(connections)) {
            context.getEndpoint("orders-db:select 1");
        }

        assertThat(home.path().resolve("state")).doesNotExist();
    }

    @Test
    void closedPoolLetsTheFileGo() throws Exception {
        try (Connections connections = Connections.load(home.configuration())) {
            ask(connections, "orders-db:select 1");
        }

        try (Connections again = Connections.load(home.configuration())) {
            assertThat(again.test("orders-db")).isEmpty();
        }
        assertThat(Files.exists(home.path().resolve("state/connections/orders-db.mv.db")))
                .isTrue();
    }

    @Test
    void schemesTellTheComponentBehindEachName() {
        assertThat(Connections.load(home.configuration()).schemes()).isEqualTo(Map.of("orders-db", "sql"));
    }

    @Test
    void beansOfAConnectionAreLentByName() throws Exception {
        try (Connections connections = Connections.load(home.configuration());
                CamelContext orders = context(connections);
                CamelContext billing = context(connections)) {
            connections.attach(orders, "orders");
            connections.attach(billing, "billing");

            assertThat(lent(orders, "orders-db.dataSource")).isSameAs(lent(billing, "orders-db.dataSource"));
            assertThat(lent(orders, "orders-db.idempotent")).isSameAs(lent(orders, "orders-db.idempotent"));
            assertThat(lent(orders, "orders-db.idempotent"))
                    .extracting("processorName")
                    .isEqualTo("orders");
            assertThat(lent(billing, "orders-db.idempotent.invoices"))
                    .extracting("processorName")
                    .isEqualTo("billing.invoices");
            assertThat(orders.getRegistry().lookupByName("orders-db.nothing")).isNull();
            assertThat(orders.getRegistry().lookupByName("orders-db.dataSource.invoices"))
                    .isNull();
            assertThat(orders.getRegistry().findByType(javax.sql.DataSource.class))
                    .isEmpty();
        }
    }

    private static Object lent(CamelContext context, String name) {
        return context.getRegistry().lookupByName(name);
    }

    @Test
    void everythingThatIsWrongInAllFilesIsToldTogether() {
        home.write("config/connections/crm.yaml", "connector: postgres\n")
                .write(
                        "config/connections/stock.yaml",
                        "connector: postgresql\nparameter: {}\nparameters:\n  hots: db\n  database: stock\n  port: many\n"
                                + "  user: '{{env:NOBODY}}'\n  password: hunter2\n")
                .write("config/connections/broken.yaml", "connector: [h2\n")
                .write("config/connections/timer.yaml", "connector: h2\n")
                .write("config/connections/Bad_Name.yaml", "connector: h2\n");

        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> Connections.load(home.configuration()));

        assertThat(refused.findings())
                .extracting(Finding::sentence)
                .containsExactlyInAnyOrder(
                        "config/connections/Bad_Name.yaml: \"Bad_Name\" cannot be a URI scheme; expected lower-case letters,"
                                + " digits and dashes; rename the file",
                        "config/connections/broken.yaml:2: the file is no YAML: expected ',' or ']', but got <stream end>",
                        "config/connections/crm.yaml:1:1: connector \"postgres\" is unknown; did you mean \"postgresql\"?",
                        "config/connections/stock.yaml:2:1: key \"parameter\" is unknown; did you mean \"parameters\"?",
                        "config/connections/stock.yaml:4:3: postgresql parameter \"hots\" is unknown; did you mean \"host\"?",
                        "config/connections/stock.yaml:4: parameter \"host\" is missing; Name or address of the server",
                        "config/connections/stock.yaml:6:3: parameter \"port\" is \"many\"; expected integer",
                        "config/connections/stock.yaml:7:3: parameter \"user\": environment variable NOBODY is not set;"
                                + " set it, or write a default as in {{env:NOBODY:default}}",
                        "config/connections/stock.yaml:8:3: parameter \"password\" holds a secret in clear text;"
                                + " write {{secret:NAME}}, {{env:NAME}} or {{file:/path}}",
                        "config/connections/timer.yaml: \"timer\" is the name of a component; a connection needs a name of"
                                + " its own; rename the file");
        assertThat(refused).message().doesNotContain("hunter2");
    }

    @Test
    void profileSetsParametersInPlaceOfTheCommonOnes() {
        home.write(
                        "config/connections/orders-db.yaml",
                        "connector: h2\nparameters: {user: sa, pool-size: 3}\n"
                                + "profiles:\n  prod:\n    parameters: {pool-size: 30}\n")
                .write("config/application-prod.properties", "");

        Map<String, String> common =
                Connections.load(home.configuration()).all().get(0).parameters();
        Map<String, String> production = Connections.load(home.configuration(Map.of("SERAI_PROFILE", "prod")))
                .all()
                .get(0)
                .parameters();

        assertThat(common).isEqualTo(Map.of("user", "sa", "pool-size", "3"));
        assertThat(production).isEqualTo(Map.of("user", "sa", "pool-size", "30"));
    }

    @Test
    void wrongParameterOfAProfileIsToldWithItsPlaceWhicheverProfileIsActive() {
        home.write(
                "config/connections/orders-db.yaml",
                "connector: h2\nprofiles:\n  prod:\n    parameters:\n      pol-size: 30\n");

        assertThatThrownBy(() -> Connections.load(home.configuration()))
                .hasMessage("config/connections/orders-db.yaml:5:7: h2 parameter \"pol-size\" is unknown;"
                        + " did you mean \"pool-size\"?");
    }

    @Test
    void nothingConnectsToAPackOfDataFormats() {
        home.write("connectors/csvs/connector.yaml", "title: CSVs\ndescription: x\npack: {extends: kafka}\n")
                .write("connectors/csvs/pack.lock", "extends kafka\n")
                .write("config/connections/lines.yaml", "connector: csvs\n");

        assertThatThrownBy(() -> Connections.load(home.configuration()))
                .hasMessage(
                        "config/connections/lines.yaml:1:1: \"csvs\" is a pack of data formats and languages: there is"
                                + " nothing to connect to; use them in a route; see connectors/csvs/README.md");
    }

    @Test
    void whatIsWrongInAConnectorIsTold() {
        home.write("connectors/h2/connector.yaml", "title: H2\ndescription: x\ncomponents: sql\n");

        assertThatThrownBy(() -> Connections.load(home.configuration()))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        List.of(
                                "connectors/h2/connector.yaml:3:1: key \"components\" is unknown; did you mean \"component\"?",
                                "connectors/h2/connector.yaml:1: \"component\" is missing")));
    }

    @Test
    void databaseThatIsAwayFailsTheProbeWithItsReason() {
        home.write(
                "config/connections/stock.yaml",
                "connector: postgresql\nparameters: {host: 127.0.0.1, port: 1, database: stock, user: stock, connect-timeout: 300}\n");

        try (Connections connections = Connections.load(home.configuration())) {
            assertThat(connections.test("stock"))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("Connection refused"));
        }
    }

    @Test
    void secretReachesTheDriverLiterally() throws Exception {
        home.write(
                "config/connections/orders-db.yaml", "connector: h2\nparameters: {password: '{{env:DB_PASSWORD}}'}\n");

        try (Connections connections = Connections.load(home.configuration(Map.of("DB_PASSWORD", "#{{a$1}} b")));
                CamelContext context = context(connections)) {
            assertThat(connections.test("orders-db")).isEmpty();
            assertThat(connections.all().toString()).doesNotContain("DB_PASSWORD");
            assertThat(context.getComponent("orders-db", SqlComponent.class).getDataSource())
                    .isNotNull();
        }
        try (Connections wrong = Connections.load(home.configuration(Map.of("DB_PASSWORD", "other")))) {
            assertThat(wrong.test("orders-db"))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("Wrong user name or password"));
        }
    }

    private static final String INSERT = "insert into orders (id, customer, ordered_on, sku, quantity, price, currency,"
            + " country) values ('A-1', 'acme', cast('2026-01-05' as date), 'TEA', 1, 9.90, 'EUR', 'DE')";

    private static Object ask(Connections connections, String uri) throws Exception {
        try (CamelContext context = context(connections);
                FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            return template.to(uri).withBody("").request();
        }
    }

    private static CamelContext context(Connections connections) {
        DefaultCamelContext context = new DefaultCamelContext(new DefaultRegistry(List.of()));
        context.setApplicationContextClassLoader(new UsedPacks(ConnectionsTest.class.getClassLoader()));
        connections.attach(context);
        context.start();
        return context;
    }
}
