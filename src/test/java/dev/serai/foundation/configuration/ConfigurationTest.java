package dev.serai.foundation.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.ConfigurationLayer;
import dev.serai.foundation.ConfigurationValues;
import dev.serai.foundation.Finding;
import dev.serai.foundation.settings.RetrySettings;
import dev.serai.foundation.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    private final Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final Properties systemProperties = new Properties();
    private final Map<String, String> sets = new HashMap<>();

    ConfigurationTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void emptyHomeHasTheDefaults() {
        Settings settings = load().settings();

        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.http().maxBodySize()).isEqualTo(10L << 20);
        assertThat(settings.management().host()).isEqualTo("127.0.0.1");
        assertThat(settings.store().url()).isEmpty();
        assertThat(settings.watch().quiet()).isEqualTo(Duration.ofMillis(80));
        assertThat(settings.retry()).isEqualTo(new RetrySettings(2, Duration.ofMillis(200), 2));
    }

    @Test
    void everyLayerWinsOverTheOnesBelow() throws IOException {
        write("config/application.properties", "serai.retry.attempts=1\nserai.profile=prod");
        write("config/application-prod.properties", "serai.retry.attempts=2");
        environment.put("SERAI_RETRY_ATTEMPTS", "4");
        systemProperties.put("serai.retry.attempts", "5");
        sets.put("serai.retry.attempts", "6");

        Configuration configuration =
                load().forIntegration(bundle("application.properties", "\n\nserai.retry.attempts = 3\n"));

        assertThat(configuration.settings().retry().attempts()).isEqualTo(6);
        assertThat(configuration.explain("serai.retry.attempts").values())
                .extracting(value -> value.value() + " " + value.layer() + " " + value.place())
                .containsExactly(
                        "2 DEFAULTS default",
                        "1 APPLICATION config/application.properties:1",
                        "2 PROFILE config/application-prod.properties:1",
                        "3 INTEGRATION routes/orders/application.properties:3",
                        "4 ENVIRONMENT environment variable SERAI_RETRY_ATTEMPTS",
                        "5 SYSTEM_PROPERTY system property -Dserai.retry.attempts",
                        "6 COMMAND_LINE --set");
    }

    @Test
    void allProblemsOfAllLayersAreReportedTogether() throws IOException {
        write(
                "config/application.properties",
                "serai.htp.port=1\nserai.http.port=many\nserai.store.url={{env:NOWHERE}}\n"
                        + "serai.store.password=hunter2\nserai.watch.scan=2\nserai.watch.scan=3s\n");
        environment.put("SERAI_STORE_USR", "sa");
        systemProperties.put("serai.wach.scan", "1s");
        sets.put("serai.deploy.drain", "soon");

        ConfigurationException refused = catchThrowableOfType(ConfigurationException.class, this::load);

        assertThat(refused.findings())
                .extracting(Finding::sentence)
                .containsExactlyInAnyOrder(
                        "config/application.properties:1: key \"serai.htp.port\" is unknown; did you mean \"serai.http.port\"?",
                        "config/application.properties:2: key \"serai.http.port\" is \"many\"; expected a TCP port from 0 to 65535",
                        "config/application.properties:3: key \"serai.store.url\": environment variable NOWHERE is not set; "
                                + "set it, or write a default as in {{env:NOWHERE:default}}",
                        "config/application.properties:4: key \"serai.store.password\" holds a secret in clear text; "
                                + "expected a reference such as {{secret:NAME}}, {{env:NAME}} or {{file:/path}}",
                        "config/application.properties:6: key \"serai.watch.scan\" stands twice, first on line 5; remove one of them",
                        "environment variable SERAI_STORE_USR: it sets no key of Serai; did you mean \"SERAI_STORE_USER\"?",
                        "system property -Dserai.wach.scan: key \"serai.wach.scan\" is unknown; did you mean \"serai.watch.scan\"?",
                        "--set: key \"serai.deploy.drain\" is \"soon\"; expected a duration such as 500ms, 10s or 2m");
        assertThat(refused).message().doesNotContain("hunter2");
    }

    @Test
    void variablesThatKubernetesAddsAreNotOurs() {
        environment.put("SERAI_SERVICE_HOST", "10.0.0.1");
        environment.put("SERAI_PORT_8080_TCP_ADDR", "10.0.0.1");
        environment.put("SERAI_HTTP_PORT", "tcp://10.0.0.1:80");

        assertThat(load().settings().http().port()).isEqualTo(8080);
    }

    @Test
    void secretsAreReferencesAndNeverShown() throws IOException {
        write("config/application.properties", "serai.store.password={{file:secret}}\ncrm.password=hunter2\n");
        write("secret", "s3cret\n");
        environment.put("SERAI_STORE_PASSWORD", "fromEnvironment");

        Configuration configuration = load();

        assertThat(configuration.settings().store().password().value()).isEqualTo("fromEnvironment");
        assertThat(configuration.settings().toString()).doesNotContain("fromEnvironment");
        assertThat(configuration.explain("serai.store.password").values())
                .extracting(ConfiguredValue::value)
                .containsExactly("", "{{file:secret}}", "••••");
        assertThat(configuration.explain("crm.password").winner().orElseThrow().value())
                .isEqualTo("••••");
    }

    @Test
    void secretFileIsReadWithoutItsLineBreak() throws IOException {
        write("config/application.properties", "serai.store.password={{file:secret}}\n");
        write("secret", "s3cret\n");

        assertThat(load().settings().store().password().value()).isEqualTo("s3cret");
    }

    @Test
    void routesSeeAllKeysButSeraisOwn() throws IOException {
        write(
                "config/application.properties",
                "orders.inbox=inbox\ncamel.main.autoStartup=true\ngreeting={{env:WHO}}\n");
        environment.put("ORDERS_INBOX", "drop");
        environment.put("CAMEL_MAIN_AUTO_STARTUP", "false");
        environment.put("CAMEL_MAIN_SHUTDOWN_TIMEOUT", "5");

        Map<String, String> properties =
                load().propertiesFor(bundle("application.properties", "orders.inbox=own\nlimit=3\n"));

        assertThat(properties)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "orders.inbox", "drop",
                        "camel.main.autoStartup", "false",
                        "camel.main.shutdown-timeout", "5",
                        "greeting", "{{env:WHO}}",
                        "limit", "3",
                        "serai.home", home.toString(),
                        "serai.integration", "orders"));
    }

    @Test
    void anIntegrationCannotSetWhatIsForTheWholeRuntime() {
        Configuration configuration = load();

        assertThatThrownBy(() -> configuration.forIntegration(
                        bundle("application.properties", "serai.http.port=1\nserai.home=/x")))
                .hasMessageContaining("routes/orders/application.properties:1: key \"serai.http.port\" is for the whole"
                        + " runtime, not for one integration; set it in config/application.properties")
                .hasMessageContaining("application.properties:2: key \"serai.home\" is given by Serai; remove it here");
    }

    @Test
    void anIntegrationsProfileFileWinsOverItsOwnFile() throws IOException {
        write("routes/orders/application-prod.properties", "limit=9");
        Bundle bundle = new Bundle(
                "orders",
                "orders/",
                Map.of("application.properties", bytes("limit=3"), "application-prod.properties", bytes("limit=9")));

        Configuration configuration = Configuration.load(home, "prod", environment, systemProperties, sets);

        assertThat(configuration.propertiesFor(bundle)).containsEntry("limit", "9");
    }

    @Test
    void profileWithoutAnyFileIsAnError() throws IOException {
        write("config/application-prod.properties", "x=1");

        assertThatThrownBy(() -> Configuration.load(home, "prdo", environment, systemProperties, sets))
                .hasMessage("config/application-prdo.properties: profile \"prdo\" has no file, neither here nor in an"
                        + " integration; did you mean \"prod\"?");
    }

    @Test
    void referencesThatGoInACircleAreReported() {
        sets.put("a", "{{b}}");
        sets.put("b", "{{a}}");
        sets.put("serai.http.host", "{{a}}");

        assertThatThrownBy(this::load).hasMessageContaining("leads back to itself; break the circle");
    }

    @Test
    void explainOfAnUnknownKeySuggests() {
        assertThatThrownBy(() -> load().explain("serai.http.prot"))
                .hasMessage("key \"serai.http.prot\" is unknown; did you mean \"serai.http.port\"?");
        assertThat(load().explain("nobody.sets.this").winner()).isEmpty();
    }

    @Test
    void valuesSetInJavaWinWithinTheirLayer() {
        ConfigurationValues values = Configuration.layer(ConfigurationLayer.INTEGRATION)
                .set("greeting", "Hello")
                .set("serai.retry.attempts", "7");

        Configuration configuration = load().with(values);

        assertThat(configuration.properties()).containsEntry("greeting", "Hello");
        assertThat(configuration.settings().retry().attempts()).isEqualTo(7);
    }

    @Test
    void longLinesCommentsAndEscapesAreReadAsJavaReadsThem() throws IOException {
        write(
                "config/application.properties",
                "# serai.nothing=1\n! also a comment\nlong = one, \\\n   two\nkey\\ with\\ space:v\\u00e9\n"
                        + "serai.nothing = 1\n");

        assertThatThrownBy(this::load).hasMessageStartingWith("config/application.properties:6:");
        write("config/application.properties", "long = one, \\\n   two\nkey\\ with\\ space:v\\u00e9\n");
        assertThat(load().properties()).containsEntry("long", "one, two").containsEntry("key with space", "vé");
    }

    @Test
    void contextReadsFilesAndLetsTheLayersDecide() throws Exception {
        write("token", "t0ken\n");
        String present = System.getenv().keySet().stream().sorted().findFirst().orElseThrow();
        sets.put(present, "from --set");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Configuration configuration = load();
            Properties properties = new Properties();
            properties.putAll(configuration.properties());
            context.getPropertiesComponent().setInitialProperties(properties);

            configuration.attach(context);

            assertThat(context.resolvePropertyPlaceholders("{{file:token}} {{" + present + "}}"))
                    .isEqualTo("t0ken from --set");
        }
    }

    private Configuration load() {
        return Configuration.load(home, "", environment, systemProperties, sets);
    }

    private static Bundle bundle(String path, String text) {
        return new Bundle("orders", "orders/", Map.of(path, bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
