package dev.serai.connector.cassandra;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.ProcessSystem;
import dev.serai.connector.ServedContents;
import dev.serai.fixture.server.JavaServer;
import dev.serai.fixture.server.Jdk;
import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One node that asks who one is. Channels are tables. */
final class CassandraServer extends ProcessSystem {

    /** Cassandra 5 runs on 11 and 17. */
    static final Optional<Jdk> JDK = Jdk.of(17);

    private static final String USER = "cassandra";
    private static final String PASSWORD = "correct-horse-battery";
    private static final Path PROGRAM = Path.of("src/test/servers/cassandra/CassandraMain.java");

    /** What Cassandra's own start script opens. */
    private static final List<String> OPENED = List.of(
            "java.base/java.io",
            "java.base/java.lang",
            "java.base/java.lang.module",
            "java.base/java.lang.reflect",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/jdk.internal.loader",
            "java.base/jdk.internal.math",
            "java.base/jdk.internal.misc",
            "java.base/jdk.internal.module",
            "java.base/jdk.internal.ref",
            "java.base/jdk.internal.reflect",
            "java.base/jdk.internal.util.jar",
            "java.base/sun.nio.ch",
            "java.management.rmi/com.sun.jmx.remote.internal.rmi",
            "java.rmi/sun.rmi.registry",
            "java.rmi/sun.rmi.server",
            "java.rmi/sun.rmi.transport.tcp",
            "jdk.management/com.sun.management.internal");

    private final int storage = Ports.free();
    private final int http = Ports.free();

    CassandraServer() {
        super("cassandra");
    }

    @Override
    protected ServerProcess.Command command(Path folder) throws IOException {
        Files.writeString(folder.resolve("cassandra.yaml"), configuration());
        Files.writeString(folder.resolve("logback.xml"), LOGGING);
        return JavaServer.named("cassandra")
                .on(JDK.orElseThrow())
                .options(options(folder))
                .command(
                        folder,
                        http,
                        PROGRAM.toAbsolutePath().toString(),
                        String.valueOf(http),
                        String.join(",", ConnectorContract.CHANNELS),
                        PASSWORD);
    }

    private static String[] options(Path folder) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Djdk.attach.allowAttachSelf=true",
                "-Dcassandra.config=" + folder.resolve("cassandra.yaml").toUri(),
                "-Dcassandra.storagedir=" + folder.resolve("data"),
                "-Dcassandra.superuser_setup_delay_ms=0",
                "-Dcassandra-foreground=yes",
                "-Dcassandra.skip_wait_for_gossip_to_settle=0",
                "-Dcassandra.ring_delay_ms=0",
                "-Dlogback.configurationFile=" + folder.resolve("logback.xml")));
        OPENED.forEach(each -> options.addAll(List.of("--add-opens", each + "=ALL-UNNAMED")));
        OPENED.forEach(each -> options.addAll(List.of("--add-exports", each + "=ALL-UNNAMED")));
        return options.toArray(String[]::new);
    }

    private String configuration() {
        return """
                cluster_name: contract
                num_tokens: 1
                partitioner: org.apache.cassandra.dht.Murmur3Partitioner
                endpoint_snitch: SimpleSnitch
                listen_address: 127.0.0.1
                rpc_address: 127.0.0.1
                storage_port: %2$d
                native_transport_port: %1$d
                seed_provider:
                  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
                    parameters: [{seeds: "127.0.0.1:%2$d"}]
                authenticator: PasswordAuthenticator
                authorizer: CassandraAuthorizer
                role_manager: CassandraRoleManager
                commitlog_sync: batch
                commitlog_segment_size: 8MiB
                memtable_heap_space: 64MiB
                memtable_offheap_space: 64MiB
                auto_snapshot: false
                """.formatted(port(), storage);
    }

    private static final String LOGGING = """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d %-5level %logger{0} %msg%n</pattern></encoder>
              </appender>
              <root level="WARN"><appender-ref ref="out"/></root>
            </configuration>
            """;

    @Override
    public Map<String, String> parameters() {
        return Map.of(
                "hosts",
                "127.0.0.1:" + port(),
                "keyspace",
                "shop",
                "user",
                USER,
                "password",
                PASSWORD,
                "timeout",
                "3000");
    }

    /** A connection's file that works. */
    String connection() {
        return """
                connector: cassandra
                parameters:
                  hosts: 127.0.0.1:%d
                  keyspace: shop
                  user: %s
                  password: "{{file:password}}"
                  page-size: 10
                """.formatted(port(), USER);
    }

    static String password() {
        return PASSWORD;
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("password", "wrong-horse");
    }

    @Override
    public String saysWrongCredentials() {
        return "username.*password.*incorrect";
    }

    @Override
    public Map<String, String> unreachable(int closed) {
        return Map.of("hosts", "127.0.0.1:" + closed);
    }

    @Override
    public String saysUnreachable(int closed) {
        return "Cassandra is unreachable at 127.0.0.1:" + closed;
    }

    @Override
    public String send(String connection, String channel) {
        return """
                - setBody:
                    groovy: "[UUID.randomUUID().toString(), body ?: new byte[0], headers.ContractText, headers.ContractNumber]"
                - to: "%s:shop?cql=insert into %s (id, body, note, amount) values (?, ?, ?, ?)"
                """.formatted(connection, channel);
    }

    @Override
    public String source(String channel) {
        throw new UnsupportedOperationException("Cassandra is a sink");
    }

    @Override
    public List<String> contents(String channel) throws Exception {
        return ServedContents.of(channel, http);
    }
}
