package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.serai.fixture.PrometheusTools;
import dev.serai.management.monitoring.metrics.Metric;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running Serai tells to Prometheus: to a real one where there is one. */
class MetricsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RULES = Path.of("config/prometheus").toAbsolutePath();

    @TempDir
    static Path home;

    @TempDir
    static Path data;

    private static ObservedSerai serai;
    private static Optional<PrometheusTools> tools = Optional.empty();
    private static Optional<Process> prometheus = Optional.empty();
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        serai = ObservedSerai.start(home);
        serai.metrics();
        System.gc();
        tools = PrometheusTools.find();
        if (tools.isPresent()) {
            port = freePort();
            prometheus = Optional.of(watch(tools.get()));
        } else {
            System.out.println(
                    "not run: what a real Prometheus makes of metrics, dashboards and rules (no package prometheus)");
        }
    }

    /** The shipped configuration, with this Serai's port and a scrape each second. */
    private static Process watch(PrometheusTools tools) throws IOException {
        String shipped = Files.readString(RULES.resolve("prometheus.yaml"));
        Files.writeString(
                data.resolve("prometheus.yaml"),
                shipped.replace("localhost:9876", "127.0.0.1:" + serai.managementPort())
                        .replace("15s", "1s"));
        Files.writeString(data.resolve("serai.token"), serai.token());
        Files.copy(RULES.resolve("serai.rules.yaml"), data.resolve("serai.rules.yaml"));
        return tools.server(
                data,
                "--config.file=prometheus.yaml",
                "--storage.tsdb.path=tsdb",
                "--web.listen-address=127.0.0.1:" + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (prometheus.isPresent()) {
            prometheus.get().destroy();
            prometheus.get().waitFor();
        }
        serai.close();
    }

    @Test
    void everyMetricOfTheContractIsTold() {
        String text = serai.metrics();

        // A database does not know what waits behind it; the broker of KafkaIT does. Nothing is unusual here.
        for (Metric metric : EnumSet.complementOf(EnumSet.of(Metric.CONNECTION_WAITING, Metric.ANOMALY))) {
            assertThat(text).contains("# TYPE " + metric.seriesName() + " " + metric.typeWord() + "\n");
        }
        assertThat(text).contains("jvm_memory_used_bytes{area=\"heap\"").contains("process_uptime_seconds");
    }

    @Test
    void noMetricOfSeraiOrCamelIsToldThatIsNotInTheContract() {
        Set<String> contract = new TreeSet<>();
        Arrays.stream(Metric.values()).forEach(metric -> contract.add(metric.seriesName()));

        Set<String> told = new TreeSet<>();
        serai.metrics()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .forEach(line -> told.add(line.split(" ")[2]));
        told.removeIf(name -> !name.startsWith("serai_") && !name.startsWith("camel_"));

        assertThat(contract).containsAll(told);
    }

    @Test
    void whatHappenedIsCounted() {
        String text = serai.metrics();

        assertThat(value(text, "serai_deployments_total{integration=\"shop\"}")).isEqualTo(2);
        assertThat(value(text, "serai_refusals_total{integration=\"broken\"}")).isEqualTo(1);
        assertThat(value(text, "serai_rollbacks_total{integration=\"shop\"}")).isEqualTo(1);
        assertThat(value(text, "serai_switch_duration_seconds_count{integration=\"shop\"}"))
                .isEqualTo(2);
        assertThat(value(text, "serai_integration_up{integration=\"shop\"}")).isEqualTo(1);
        assertThat(value(text, "serai_integration_up{integration=\"broken\"}")).isZero();
        assertThat(value(text, "serai_routes_started{integration=\"shop\"}")).isEqualTo(4);
        assertThat(value(text, "serai_dead_letters_discarded_total{integration=\"shop\"}"))
                .isEqualTo(1);
        assertThat(value(text, "serai_exchanges_failed_total{integration=\"shop\"}"))
                .isGreaterThanOrEqualTo(1);
        assertThat(value(text, "serai_dead_letters_kept_total{integration=\"shop\"}"))
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void seriesOfAStoppedVersionAreGone() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(serai.metrics())
                .contains("camelContext=\"shop@1\"")
                .doesNotContain("camelContext=\"shop@2\""));
    }

    @Test
    void metricsWantATokenAndComeAsOpenMetricsToWhomAcceptsThat() {
        assertThat(serai.metrics("text/plain", "").statusCode()).isEqualTo(401);
        assertThat(serai.metrics("text/plain", "guess").statusCode()).isEqualTo(401);

        HttpResponse<String> open = serai.metrics("application/openmetrics-text; version=1.0.0", serai.token());

        assertThat(open.headers().firstValue("Content-Type").orElse("")).startsWith("application/openmetrics-text");
        assertThat(open.body()).endsWith("# EOF\n");
        assertThat(serai.metrics("text/plain", serai.token())
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("text/plain; version=0.0.4");
    }

    @Test
    void trafficIsTold() {
        JsonNode shop = serai.door().api("GET", "/traffic", "").json().findParents("integration").stream()
                .filter(one -> one.path("integration").asText().equals("shop"))
                .findFirst()
                .orElseThrow();

        assertThat(shop.path("version").asInt()).isEqualTo(1);
        assertThat(shop.path("total").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(shop.path("failed").asLong()).isGreaterThanOrEqualTo(1);
        assertThat(shop.path("routes")).hasSize(4);
    }

    @Test
    void promtoolFindsNothingWrongWithSeraisMetrics() throws Exception {
        if (tools.isPresent()) {
            PrometheusTools.Ran ran = tools.get().promtool(serai.metrics(), "check", "metrics");

            assertThat(ran.output().lines().filter(line -> line.startsWith("serai_") || line.startsWith("error")))
                    .isEmpty();
        }
    }

    @Test
    void promtoolFindsNothingWrongWithRulesAndConfiguration() throws Exception {
        if (tools.isPresent()) {
            Files.copy(RULES.resolve("prometheus.yaml"), data.resolve("shipped.yaml"));

            assertThat(tools.get().promtool(RULES, "check", "rules", "serai.rules.yaml"))
                    .matches(ran -> ran.code() == 0);
            assertThat(tools.get().promtool(data, "check", "config", "shipped.yaml"))
                    .matches(ran -> ran.code() == 0);
            assertThat(tools.get().promtool(RULES, "test", "rules", "serai.rules.test.yaml"))
                    .matches(ran -> ran.code() == 0);
        }
    }

    @Test
    void everyRuleAsksForMetricsThatThereAre() throws Exception {
        List<String> rules = new ArrayList<>();
        new YAMLMapper().readTree(RULES.resolve("serai.rules.yaml").toFile()).findValuesAsText("expr", rules);

        assertThat(rules).hasSizeGreaterThan(10);
        rules.forEach(MetricsIT::assertNamesAreThere);
    }

    @Test
    void everyPanelOfEveryDashboardIsAnsweredByPrometheus() throws Exception {
        List<String> expressions = panels();
        assertThat(expressions).hasSizeGreaterThan(40);
        expressions.forEach(MetricsIT::assertNamesAreThere);
        if (prometheus.isPresent()) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        serai.traffic();
                        serai.deploy();
                        assertThat(query("rate(serai_exchanges_total{integration=\"shop\"}[5s]) > 0"))
                                .isNotEmpty();
                        assertThat(query("increase(serai_switch_duration_seconds_count{integration=\"till\"}[1h]) > 0"))
                                .isNotEmpty();
                    });
            for (String expression : expressions) {
                assertThat(query(expression)).as(expression).isNotEmpty();
            }
        }
    }

    /** Names of metrics as Prometheus stores them, with the parts of histograms and summaries. */
    private static void assertNamesAreThere(String expression) {
        Set<String> there = new TreeSet<>();
        serai.metrics().lines().filter(line -> !line.startsWith("#")).forEach(line -> there.add(line.split("[{ ]")[0]));
        Pattern.compile("\\b(?:serai|camel|jvm|process|system)_[a-z0-9_]+")
                .matcher(expression)
                .results()
                .forEach(name -> assertThat(there).as(expression).contains(name.group()));
    }

    private static List<String> panels() throws IOException {
        List<String> expressions = new ArrayList<>();
        try (Stream<Path> dashboards = Files.list(Path.of("config/grafana"))) {
            for (Path dashboard :
                    dashboards.filter(file -> file.toString().endsWith(".json")).toList()) {
                JsonNode json = JSON.readTree(dashboard.toFile());
                assertThat(json.path("uid").asText())
                        .isEqualTo(dashboard.getFileName().toString().replace(".json", ""));
                json.findParents("refId").stream()
                        .filter(target -> target.has("expr"))
                        .map(target -> target.path("expr").asText())
                        .map(expression ->
                                expression.replace("$__rate_interval", "5s").replace("$integration", ".*"))
                        .forEach(expressions::add);
            }
        }
        return expressions;
    }

    private static JsonNode query(String expression) throws Exception {
        String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/query?query=" + query))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        JsonNode answer = JSON.readTree(response.body());
        assertThat(answer.path("status").asText())
                .as(expression + ": " + response.body())
                .isEqualTo("success");
        return answer.path("data").path("result");
    }

    private static double value(String text, String series) {
        return text.lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + series));
    }
}
