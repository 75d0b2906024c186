package dev.serai.connector.artemis;

import dev.serai.connector.SystemUnderTest;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Artemis, by one of its protocols. */
abstract class ArtemisSystem implements SystemUnderTest {

    private final String connector;
    private @Nullable ArtemisServer server;

    ArtemisSystem(String connector) {
        this.connector = connector;
    }

    /** The URL of a broker at a port of this machine. */
    abstract String url(int port);

    final ArtemisServer server() {
        if (server == null) {
            throw new IllegalStateException("the broker is not started");
        }
        return server;
    }

    @Override
    public final String connector() {
        return connector;
    }

    @Override
    public final void start(Path folder) throws Exception {
        server = ArtemisServer.start(folder);
    }

    @Override
    public final void kill() {
        server().kill();
    }

    @Override
    public final void restart() {
        server().restart();
    }

    @Override
    public final int port() {
        return server().port();
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(
                "url", url(port()),
                "user", ArtemisServer.USER,
                "password", ArtemisServer.PASSWORD);
    }

    @Override
    public final Map<String, String> wrongCredentials() {
        return Map.of("password", "wrong-" + ArtemisServer.PASSWORD);
    }

    @Override
    public final Map<String, String> unreachable(int port) {
        return Map.of("url", url(port));
    }

    @Override
    public String source(String channel) {
        return channel;
    }

    @Override
    public final void close() {
        if (server != null) {
            server.close();
        }
    }
}
