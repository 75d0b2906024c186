package dev.serai.acceptance;

import dev.serai.console.RuntimeFile;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Serai in which something of everything has happened that is measured. */
final class ObservedSerai implements AutoCloseable {

    private final LiveSerai serai;
    private final RuntimeFile file;
    private final HttpClient client = HttpClient.newHttpClient();
    private int deployments;

    private ObservedSerai(LiveSerai serai, RuntimeFile file) {
        this.serai = serai;
        this.file = file;
    }

    static ObservedSerai start(Path home) throws IOException {
        Files.createDirectories(home.resolve("routes"));
        Path shipped = Path.of("").toAbsolutePath();
        for (String folder : new String[] {"connectors/h2", "config/connections"}) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.copy(shipped.resolve("connectors/h2/connector.yaml"), home.resolve("connectors/h2/connector.yaml"));
        Files.writeString(home.resolve("config/connections/stock-db.yaml"), """
                connector: h2
                parameters:
                  pool-size: 2
                circuit: {}
                """);
        LiveSerai live = LiveSerai.start(home);
        try {
            return new ObservedSerai(
                            live, RuntimeFile.read(home.resolve("state")).orElseThrow())
                    .prepare();
        } catch (RuntimeException | IOException e) {
            live.close();
            throw e;
        }
    }

    private ObservedSerai prepare() {
        door().saved("shop.camel.yaml", SHOP.formatted("one"));
        door().saved("shop.camel.yaml", SHOP.formatted("two"));
        door().saved("broken.camel.yaml", "- route: {from: {uri: nonsense}}");
        door().rollback("shop");
        door().save("trial/application.properties", "serai.deploy.canary=50\nserai.deploy.probation=1h\n");
        door().saved("trial/trial.camel.yaml", TRIAL.formatted("one"));
        door().saved("trial/trial.camel.yaml", TRIAL.formatted("two"));
        traffic();
        long first = door().api("GET", "/deadletters?integration=shop", "")
                .json()
                .get(0)
                .path("id")
                .asLong();
        door().api("POST", "/deadletters/" + first + "/redrive", "");
        door().api("DELETE", "/deadletters/" + first, "");
        door().api("POST", "/connections/stock-db/test", "");
        return this;
    }

    /** A message that is sold, one that fails, and an event of it. */
    void traffic() {
        door().get("/sell");
        door().get("/trial");
        door().get("/fail");
    }

    /** One more version of another integration. */
    void deploy() {
        deployments++;
        door().saved("till.camel.yaml", TILL.formatted(deployments));
    }

    RunningSerai door() {
        return serai.door();
    }

    String token() {
        return file.token();
    }

    int managementPort() {
        return URI.create(file.managementUrl()).getPort();
    }

    /** The metrics as a reader gets them that accepts so much; an empty token sends none. */
    HttpResponse<String> metrics(String accept, String bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(file.managementUrl() + "/observe/metrics"))
                .header("Accept", accept);
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String metrics() {
        return metrics("text/plain", token()).body();
    }

    @Override
    public void close() {
        serai.close();
    }

    private static final String TILL = """
            - route:
                id: till
                from:
                  uri: platform-http:/till
                  steps:
                    - setBody:
                        constant: "%d"
            """;

    private static final String TRIAL = """
            - route:
                id: trial
                from:
                  uri: platform-http:/trial
                  steps:
                    - setBody:
                        constant: "%s"
            """;

    private static final String SHOP = """
            - route:
                id: sell
                from:
                  uri: platform-http:/sell
                  steps:
                    - to: direct:sold
                    - setBody:
                        constant: "%s"
            - route:
                id: sold
                from:
                  uri: direct:sold
                  steps:
                    - to: event:sold
            - route:
                id: hear
                from:
                  uri: event:sold
                  steps:
                    - log:
                        loggingLevel: DEBUG
                        message: heard
            - route:
                id: fail
                from:
                  uri: platform-http:/fail
                  steps:
                    - throwException:
                        exceptionType: java.lang.IllegalArgumentException
                        message: no
            """;
}
