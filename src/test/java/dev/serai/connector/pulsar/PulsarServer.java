package dev.serai.connector.pulsar;

import dev.serai.connector.ProcessSystem;
import dev.serai.fixture.server.JavaServer;
import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A standalone broker with its metadata and its log in one process, that asks for a token. */
final class PulsarServer extends ProcessSystem {

    private static final String KEY = "a-secret-of-at-least-32-bytes-for-the-tokens";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final int http = Ports.free();
    private final int bookie = Ports.free();

    PulsarServer() {
        super("pulsar");
    }

    @Override
    protected ServerProcess.Command command(Path folder) throws IOException {
        Files.writeString(folder.resolve("standalone.conf"), configuration());
        Files.createDirectories(folder.resolve("log"));
        return JavaServer.named("pulsar")
                .options(
                        "-Xmx400m",
                        "-XX:MaxDirectMemorySize=256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dio.netty.tryReflectionSetAccessible=true",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.zip=ALL-UNNAMED",
                        "--add-opens=java.management/sun.management=ALL-UNNAMED")
                .command(
                        folder,
                        port(),
                        "org.apache.pulsar.PulsarStandaloneStarter",
                        "--config",
                        folder.resolve("standalone.conf").toString(),
                        "-nfw",
                        "-nss",
                        "--num-bookies",
                        "1",
                        "--bookkeeper-dir",
                        folder.resolve("bookies").toString(),
                        "--metadata-dir",
                        folder.resolve("metadata").toString(),
                        "--bookkeeper-port",
                        String.valueOf(bookie),
                        "--advertised-address",
                        "127.0.0.1")
                .ready(this::isReady);
    }

    /** The namespace of the topics is there only some time after the port. */
    private boolean isReady() {
        try {
            URI uri = URI.create("http://127.0.0.1:" + http + "/admin/v2/namespaces/public/default");
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setRequestProperty("Authorization", "Bearer " + token(KEY));
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK && Ports.answers(port());
        } catch (IOException e) {
            return false;
        }
    }

    private String configuration() {
        return """
                clusterName=standalone
                brokerServicePort=%1$d
                webServicePort=%2$d
                bindAddress=127.0.0.1
                advertisedAddress=127.0.0.1
                allowLoopback=true
                managedLedgerDefaultEnsembleSize=1
                managedLedgerDefaultWriteQuorum=1
                managedLedgerDefaultAckQuorum=1
                managedLedgerCacheSizeMB=16
                numIOThreads=2
                numHttpServerThreads=4
                authenticationEnabled=true
                authorizationEnabled=true
                authenticationProviders=org.apache.pulsar.broker.authentication.AuthenticationProviderToken
                tokenSecretKey=data:;base64,%3$s
                superUserRoles=serai
                brokerClientAuthenticationPlugin=org.apache.pulsar.client.impl.auth.AuthenticationToken
                brokerClientAuthenticationParameters=token:%4$s
                systemTopicEnabled=false
                topicLevelPoliciesEnabled=false
                loadBalancerEnabled=false
                """.formatted(
                port(), http, Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8)), token(KEY));
    }

    /** A JWT that says that one is the user serai. */
    private static String token(String key) {
        String content = encoded("{\"alg\":\"HS256\"}") + "." + encoded("{\"sub\":\"serai\"}");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("service-url", "pulsar://127.0.0.1:" + port(), "token", token(KEY), "timeout", "3000");
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("token", token("another-secret-of-32-bytes-or-even-more"));
    }

    @Override
    public String saysWrongCredentials() {
        return "(?i)authenticat";
    }

    @Override
    public Map<String, String> unreachable(int closed) {
        return Map.of("service-url", "pulsar://127.0.0.1:" + closed);
    }

    @Override
    public String sink(String channel) {
        return source(channel);
    }

    @Override
    public String source(String channel) {
        return "persistent://public/default/" + channel;
    }
}
