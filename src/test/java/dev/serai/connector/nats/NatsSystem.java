package dev.serai.connector.nats;

import dev.serai.connector.SystemUnderTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JetStream, with a stream for each channel, made by the source that first asks for it. */
final class NatsSystem implements SystemUnderTest {

    private @Nullable NatsServer server;

    private NatsServer server() {
        if (server == null) {
            throw new IllegalStateException("the server is not started");
        }
        return server;
    }

    @Override
    public String connector() {
        return "nats";
    }

    @Override
    public void start(Path folder) throws Exception {
        server = NatsServer.start(folder);
    }

    @Override
    public void kill() {
        server().kill();
    }

    @Override
    public void restart() {
        server().restart();
    }

    @Override
    public int port() {
        return server().port();
    }

    /** Short times: what a killed client held is handed out again after the one, a refused login is known after the other. */
    @Override
    public Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>(server().parameters());
        parameters.put("acknowledge-within", "5000");
        parameters.put("connect-timeout", "2000");
        return parameters;
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("password", "wrong-" + NatsServer.PASSWORD);
    }

    @Override
    public String saysWrongCredentials() {
        return "(?i)authorization violation";
    }

    @Override
    public Map<String, String> unreachable(int port) {
        return Map.of("servers", "nats://127.0.0.1:" + port);
    }

    @Override
    public String saysUnreachable(int port) {
        return "(?i)unable to connect.*" + port;
    }

    @Override
    public String source(String channel) {
        return channel + "?jetstreamName=" + channel;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
