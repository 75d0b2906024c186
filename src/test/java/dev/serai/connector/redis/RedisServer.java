package dev.serai.connector.redis;

import dev.serai.connector.ProcessSystem;
import dev.serai.fixture.server.JavaServer;
import dev.serai.fixture.server.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** Redis, which writes each command to its log before it answers. */
final class RedisServer extends ProcessSystem {

    static final String USER = "serai";
    static final String PASSWORD = "correct-horse-battery";

    private static final Map<String, String> PROGRAMS =
            Map.of("amd64", "redis-server-6.2.6-v5-linux-amd64", "aarch64", "redis-server-6.2.7-linux-arm64");

    RedisServer() {
        super("redis");
    }

    @Override
    protected ServerProcess.Command command(Path folder) throws IOException {
        Files.writeString(folder.resolve("redis.conf"), configuration(folder));
        List<String> words =
                List.of(program(folder).toString(), folder.resolve("redis.conf").toString());
        return ServerProcess.Command.atPort("redis", words, folder, port());
    }

    private String configuration(Path folder) {
        return """
                bind 127.0.0.1
                port %d
                dir %s
                appendonly yes
                appendfsync always
                save ""
                user default off
                user %s on >%s ~* &* +@all
                """.formatted(port(), folder, USER, PASSWORD);
    }

    private static Path program(Path folder) throws IOException {
        String name = PROGRAMS.get(System.getProperty("os.arch"));
        Path program = folder.resolve("redis-server");
        try (ZipFile jar = new ZipFile(JavaServer.named("redis").classPath());
                InputStream in = jar.getInputStream(jar.getEntry(name))) {
            Files.copy(in, program);
        }
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
        return program;
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                String.valueOf(port()),
                "user",
                USER,
                "password",
                PASSWORD,
                "timeout",
                "2000");
    }

    /** A connection's file that works. */
    String connection() {
        return """
                connector: redis
                parameters:
                  host: 127.0.0.1
                  port: %d
                  user: %s
                  password: "{{file:password}}"
                """.formatted(port(), USER);
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("password", "wrong-" + PASSWORD);
    }

    @Override
    public String saysWrongCredentials() {
        return "WRONGPASS";
    }

    @Override
    public String saysUnreachable(int closed) {
        return "Redis at 127.0.0.1:" + closed + ".*(?i)(refused|connect)";
    }

    @Override
    public String sink(String channel) {
        return "stream:" + channel;
    }

    @Override
    public String source(String channel) {
        return "stream:" + channel;
    }
}
