package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.CommandRun;
import dev.serai.fixture.RunningSerai;
import dev.serai.foundation.secret.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets are planted in every way there is, in a Serai that works with them, fails with them and refuses with them; then all it gives away is
 * searched for them.
 */
@Timeout(240)
class PlantedSecretsIT {

    private static final String ENV = "planted-env-4711-Aa";
    private static final String CONNECTION = "planted-connection-4712-Bb";
    private static final String FILE = "planted-file-4713-Cc";
    private static final String SEALED = "planted-sealed-4714-Dd";
    private static final String BASIC =
            Base64.getEncoder().encodeToString(("anna:" + ENV).getBytes(StandardCharsets.UTF_8));
    private static final List<String> PLANTED = List.of(ENV, CONNECTION, FILE, SEALED, BASIC);
    private static final List<String> ROUTES = List.of("works", "fails", "address", "stock", "refused");

    /** Files of the state folder that hold keys or what only their owner may read. */
    private static final Set<String> SEALED_FILES = Set.of("secret.key", "key");

    private final Map<String, String> seen = new LinkedHashMap<>();
    private final AtomicInteger searched = new AtomicInteger();

    @TempDir
    Path home;

    private HttpServer partner;

    @BeforeEach
    void plant() throws IOException {
        partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        partner.createContext("/", this::answer);
        partner.start();
        copy(Path.of("connectors"), home.resolve("connectors"));
        write("partner.txt", FILE + "\n");
        write("config/application.properties", "partner.password={{env:PARTNER_PASSWORD}}\nserai.retry.attempts=0\n");
        write("config/connections/stock.yaml", """
                connector: postgresql
                parameters:
                  host: 127.0.0.1
                  port: 1
                  database: stock
                  user: anna
                  password: "{{env:STOCK_PASSWORD}}"
                  connect-timeout: 500
                """);
        new Secrets(home, Map.of()).put("partner.key", SEALED);
        String url = "http://127.0.0.1:" + partner.getAddress().getPort();
        route(
                "works",
                "    - to: \"" + url + "/works?bridgeEndpoint=true&authMethod=Basic&authUsername=anna"
                        + "&authPassword={{partner.password}}&authenticationPreemptive=true\"");
        route("fails", """
                    - setHeader:
                        name: X-Api-Key
                        constant: "{{secret:partner.key}}"
                    - log: "asking with {{secret:partner.key}}"
                    - to: "%s/fails?bridgeEndpoint=true&throwExceptionOnFailure=false"
                    - throwException:
                        exceptionType: java.lang.IllegalStateException
                        message: "the partner did not take {{secret:partner.key}}"
                """.formatted(url).stripTrailing());
        route("address", "    - to: \"http://anna:{{file:partner.txt}}@127.0.0.1:1/closed?bridgeEndpoint=true\"");
        route("stock", "    - to: \"stock:select 1\"");
        write("routes/refused.camel.yaml", """
                - from:
                    uri: "timer:tick?period={{secret:partner.key}}"
                    steps:
                      - log: "never"
                """);
    }

    @AfterEach
    void stop() {
        partner.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean known = ("Basic " + BASIC).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean keyed = SEALED.equals(exchange.getRequestHeaders().getFirst("X-Api-Key"));
        byte[] body = (known ? "welcome" : keyed ? "not today" : "who are you?").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void noSecretIsFoundInAnythingThatSeraiGivesAway() throws Exception {
        Map<String, String> environment = Map.of("PARTNER_PASSWORD", ENV, "STOCK_PASSWORD", CONNECTION);
        String output;
        try (ChildSerai serai = ChildSerai.start(home, environment, ManagedBeans.class)) {
            RunningSerai door = serai.door();
            for (String name : ROUTES) {
                door.decided(name + ".camel.yaml");
            }
            assertThat(door.get("/works")).isEqualTo("welcome");
            assertThat(door.get("/fails")).startsWith("50");
            assertThat(door.get("/address")).startsWith("50");
            assertThat(door.get("/stock")).startsWith("50");
            assertThat(door.receipt("refused").path("accepted").asBoolean()).isFalse();
            assertThat(door.rollback("works", 7).status()).isEqualTo(404);
            await().until(() -> door.api("GET", "/deadletters", "").json().size(), count -> count >= 3);

            searchApi(door);
            searchCommands(door);
            ManagedBeans.of(home).forEach(bean -> search("MBean " + bean.split(": ", 2)[0], bean));
            serai.kill();
            output = serai.output();
        }
        search("standard output and error", output);
        searchState();

        System.out.println(searched + " outputs searched for " + PLANTED.size() + " planted secrets");
        assertThat(seen).as("places where a secret was found").isEmpty();
        assertThat(output).as("the log step itself").contains("asking with ••••");
    }

    private void searchApi(RunningSerai door) throws IOException {
        JsonNode paths = new YAMLMapper()
                .readTree(PlantedSecretsIT.class.getResourceAsStream("/openapi/management.yaml"))
                .path("paths");
        paths.properties().forEach(path -> {
            if (path.getValue().has("get")) {
                concrete(path.getKey())
                        .forEach(concrete -> search(
                                "GET " + concrete, door.api("GET", concrete, "").body()));
            }
        });
        ROUTES.forEach(name -> search(
                "validate " + name,
                door.api("POST", "/integrations/" + name + "/validate", body(name))
                        .body()));
    }

    private Stream<String> concrete(String template) {
        String query = template.endsWith("/diff") ? "?from=1&to=1" : "";
        return ROUTES.stream()
                .map(name -> template.replace("{name}", name))
                .flatMap(path -> Stream.of("1", "2", "3", "4").map(id -> path.replace("{id}", id)))
                .map(path -> path.replace("{version}", "1") + query)
                .distinct();
    }

    private String body(String name) {
        try {
            String text = Files.readString(home.resolve("routes/" + name + ".camel.yaml"));
            return new ObjectMapper()
                    .writeValueAsString(
                            Map.of("source", name + ".camel.yaml", "files", Map.of(name + ".camel.yaml", text)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void searchCommands(RunningSerai door) {
        List<String> commands = Stream.concat(
                        Stream.of(
                                "status",
                                "doctor",
                                "validate",
                                "test",
                                "deadletter list",
                                "audit list",
                                "audit verify",
                                "audit export",
                                "secret list",
                                "config explain partner.password",
                                "config explain serai.store.password"),
                        ROUTES.stream()
                                .flatMap(name -> Stream.of(
                                        "receipt " + name,
                                        "history " + name,
                                        "logs " + name,
                                        "diff " + name + " 1 1",
                                        "status " + name)))
                .toList();
        for (String command : commands) {
            for (String output : List.of("text", "json")) {
                CommandRun run = CommandRun.of(home, (command + " --output " + output).split(" "));
                search("serai " + command + " as " + output, run.out() + run.err());
            }
        }
        door.api("GET", "/deadletters", "").json().forEach(letter -> {
            CommandRun run =
                    CommandRun.of(home, "deadletter", "show", letter.path("id").asText());
            search("serai deadletter show", run.out() + run.err());
        });
    }

    private void searchState() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!SEALED_FILES.contains(file.getFileName().toString())) {
                    search("the file " + home.relativize(file), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    private void search(String place, String text) {
        searched.incrementAndGet();
        for (String planted : PLANTED) {
            int at = text.indexOf(planted);
            if (at >= 0) {
                seen.put(place, text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 60)));
            }
        }
    }

    private void route(String name, String steps) throws IOException {
        write(
                "routes/" + name + ".camel.yaml",
                "- from:\n    uri: platform-http:/" + name + "\n    steps:\n" + steps.indent(2));
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.resolveSibling(""));
                Files.copy(file, target);
            }
        }
    }
}
