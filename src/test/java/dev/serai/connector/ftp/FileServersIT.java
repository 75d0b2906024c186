package dev.serai.connector.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.connector.ConnectedHome;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files over FTP, FTPS in both of its ways, and SFTP: who the server is, where a name may lead, and what is large. */
class FileServersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGE = 20_000_000;

    /** The way to write by, the folder and the name come with the request, as a careless route would have them. */
    private static final String ROUTES = """
            - route:
                id: write
                errorHandler: {noErrorHandler: {}}
                from:
                  uri: platform-http:/write/{way}/{folder}
                  steps:
                    - setHeader: {name: CamelFileName, simple: "${header.name}"}
                    - toD: "${header.way}:${header.folder}"
                    - setBody: {constant: written}
            - route:
                id: fetch
                from:
                  uri: sftp-by-key:large?delete=true&initialDelay=0&delay=200
                  steps:
                    - to: "file:{{serai.home}}/fetched"
            - route:
                id: fetch-by-ftps
                from:
                  uri: explicit:large?delete=true&initialDelay=0&delay=200&resumeDownload=true
                  steps:
                    - to: "file:{{serai.home}}/fetched"
            """;

    /** A route that needs no connection: the server's address is its own. */
    private static final String PLAIN = """
            - route:
                id: plain
                errorHandler: {noErrorHandler: {}}
                from:
                  uri: platform-http:/plain
                  steps:
                    - to: "ftp:USER@127.0.0.1:PORT/plain?fileName=plain.txt&passiveMode=true&password=RAW(PASSWORD)"
                    - setBody: {constant: written}
            """;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static final FtpServer FTP = FtpServer.encrypted();
    private static final SshServer SSH = new SshServer();
    private static LiveSerai serai;
    private static RunningSerai door;

    @BeforeAll
    static void start() throws Exception {
        FTP.start(Files.createDirectories(folder.resolve("ftp")));
        SSH.start(Files.createDirectories(folder.resolve("ssh")));
        ConnectedHome home =
                ConnectedHome.in(folder.resolve("home")).with(FileServer.PASSWORD_FILE, FileServer.PASSWORD);
        connections(home);
        serai = LiveSerai.start(home.path(), Map.of("serai.retry.attempts", "0"));
        door = serai.door();
        accepted("files", ROUTES);
        accepted(
                "plain",
                PLAIN.replace("USER", FileServer.USER)
                        .replace("PORT", String.valueOf(FTP.port()))
                        .replace("PASSWORD", FileServer.PASSWORD));
    }

    private static void accepted(String integration, String routes) {
        JsonNode receipt = door.saved(integration + ".camel.yaml", routes);
        assertThat(receipt.path("accepted").asBoolean()).as("%s", receipt).isTrue();
    }

    private static void connections(ConnectedHome home) throws Exception {
        connection(home, "clear", "ftp", without(FTP.parameters(), "authorities", "implicit", "protocol"));
        connection(home, "explicit", "ftps", FTP.parameters());
        Map<String, String> implicit = new HashMap<>(FTP.parameters());
        implicit.putAll(Map.of("implicit", "true", "port", String.valueOf(FTP.implicitPort())));
        connection(home, "implicit", "ftps", implicit);
        connection(home, "untrusted", "ftps", without(FTP.parameters(), "authorities"));
        Map<String, String> other = new HashMap<>(FTP.parameters());
        other.put("host", "localhost");
        connection(home, "misnamed", "ftps", other);
        connection(home, "sftp-by-password", "sftp", SSH.parameters());
        Map<String, String> key = without(SSH.parameters(), "password");
        key.put("private-key", SSH.userKey().toString());
        connection(home, "sftp-by-key", "sftp", key);
        Map<String, String> stranger = new HashMap<>(SSH.parameters());
        stranger.put("known-hosts", SSH.strangersHosts().toString());
        connection(home, "stranger", "sftp", stranger);
        Map<String, String> unknown = new HashMap<>(SSH.parameters());
        unknown.put(
                "known-hosts", Files.createFile(home.path().resolve("nobody")).toString());
        connection(home, "unknown", "sftp", unknown);
        Map<String, String> denied = new HashMap<>(FTP.parameters());
        denied.put("user", "nobody");
        connection(home, "denied", "ftps", denied);
        Map<String, String> nowhere = new HashMap<>(FTP.parameters());
        nowhere.put("port", "1");
        connection(home, "nowhere", "ftps", nowhere);
        Map<String, String> deeper = new HashMap<>(SSH.parameters());
        deeper.put("directory", "deep/er");
        deeper.put("stepwise", "true");
        connection(home, "stepwise", "sftp", deeper);
    }

    private static Map<String, String> without(Map<String, String> parameters, String... names) {
        Map<String, String> left = new HashMap<>(parameters);
        for (String name : names) {
            left.remove(name);
        }
        return left;
    }

    private static void connection(ConnectedHome home, String name, String connector, Map<String, String> parameters)
            throws IOException {
        home.with("config/connections/" + name + ".yaml", FileServer.connection(connector, parameters));
    }

    @AfterAll
    static void stop() {
        if (serai != null) {
            serai.close();
        }
        FTP.close();
        SSH.close();
    }

    private static String write(String way, String folder, String name, String body) {
        return post("/write/" + way + "/" + folder + "?name=" + name, body);
    }

    private static String post(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(door.httpUrl() + path))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer to " + request, e);
        }
    }

    @Test
    void everyWayWritesWholeFiles() throws IOException {
        for (String way : new String[] {"clear", "explicit", "implicit"}) {
            assertThat(write(way, "in", way + ".txt", "Grüße")).isEqualTo("200 written");
            assertThat(Files.readString(FTP.files().resolve("in/" + way + ".txt")))
                    .isEqualTo("Grüße");
        }
        for (String way : new String[] {"sftp-by-password", "sftp-by-key"}) {
            assertThat(write(way, "in", way + ".txt", "Grüße")).isEqualTo("200 written");
            assertThat(Files.readString(SSH.files().resolve("in/" + way + ".txt")))
                    .isEqualTo("Grüße");
        }
        assertThat(write("stepwise", "in", "steps.txt", "one by one")).isEqualTo("200 written");
        assertThat(Files.readString(SSH.files().resolve("deep/er/in/steps.txt")))
                .isEqualTo("one by one");
    }

    /** Camel's own check of a sender would talk to the server on the connection that a message is using. */
    @Test
    void noCheckOfTheHealthTakesTheAnswersOfAMessage() throws IOException {
        assertThat(write("clear", "in", "one.txt", "one")).isEqualTo("200 written");
        assertThat(write("explicit", "in", "two.txt", "two")).isEqualTo("200 written");
        assertThat(write("sftp-by-key", "in", "three.txt", "three")).isEqualTo("200 written");
        assertThat(post("/plain", "four")).isEqualTo("200 written");
        assertThat(FTP.files().resolve("plain/plain.txt")).hasContent("four");

        String health = door.api("GET", "/health", "").body();

        assertThat(health).contains("plain/context").doesNotContain("producer:ftp");
    }

    @Test
    void aServerThatCannotProveWhoItIsGetsNothing() {
        assertThat(write("untrusted", "in", "secret.txt", "secret")).startsWith("500");
        assertThat(write("misnamed", "in", "secret.txt", "secret")).startsWith("500");
        assertThat(write("stranger", "in", "secret.txt", "secret")).startsWith("500");
        assertThat(write("unknown", "in", "secret.txt", "secret")).startsWith("500");
        assertThat(FTP.files().resolve("in/secret.txt")).doesNotExist();
        assertThat(SSH.files().resolve("in/secret.txt")).doesNotExist();
        // A probe that is under way, because a call has failed, is not waited for.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tested("untrusted"))
                .contains("DOWN")
                .contains("unable to find valid certification path"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(tested("misnamed")).contains("DOWN").containsIgnoringCase("localhost"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tested("stranger"))
                .contains("DOWN")
                .contains("HostKey has been changed: [127.0.0.1]"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(tested("unknown")).contains("DOWN").contains("reject HostKey: [127.0.0.1]"));
        assertThat(tested("explicit")).contains("UP");
        assertThat(tested("sftp-by-key")).contains("UP");
    }

    @Test
    void whoMayNotLogInAndWhoIsAwayIsCalledSo() {
        assertThat(write("denied", "in", "secret.txt", "secret")).startsWith("500");
        assertThat(write("nowhere", "in", "secret.txt", "secret")).startsWith("500");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(tested("denied")).contains("DOWN").contains("530"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(tested("nowhere")).contains("DOWN").contains("Connection refused"));
        assertThat(tested("denied")).doesNotContain(FileServer.PASSWORD);
    }

    private static String tested(String connection) {
        return door.api("POST", "/connections/" + connection + "/test", "").body();
    }

    @Test
    void aNameFromAMessageLeadsNowhereElse() throws IOException {
        for (String way : new String[] {"clear", "sftp-by-password"}) {
            assertThat(write(way, "in", "../../escaped.txt", "out")).startsWith("500");
            assertThat(write(way, "in", "..%2F..%2Fescaped.txt", "out")).startsWith("500");
            assertThat(write(way, "..%2F..", "escaped.txt", "out")).startsWith("500");
            assertThat(write(way, "%252e%252e", "escaped.txt", "out")).doesNotContain("escaped");
        }
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.endsWith("escaped.txt") && !inside(file)))
                    .isEmpty();
        }
    }

    private static boolean inside(Path file) {
        return file.startsWith(FTP.files().resolve("%2e%2e"))
                || file.startsWith(SSH.files().resolve("%2e%2e"));
    }

    @Test
    void largeFilesComeWhole() throws IOException {
        byte[] large = new byte[LARGE];
        new Random(7).nextBytes(large);
        place(SSH.files().resolve("large"), "by-sftp.bin", large);
        place(FTP.files().resolve("large"), "by-ftps.bin", large);
        for (String name : new String[] {"by-sftp.bin", "by-ftps.bin"}) {
            Path fetched = folder.resolve("home/fetched").resolve(name);
            await(name).atMost(PATIENCE).until(() -> Files.exists(fetched) && Files.size(fetched) == LARGE);
            assertThat(Files.readAllBytes(fetched)).isEqualTo(large);
        }
    }

    private static void place(Path folder, String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path written = Files.write(folder.resolve("." + name), content);
        Files.move(written, folder.resolve(name));
    }
}
