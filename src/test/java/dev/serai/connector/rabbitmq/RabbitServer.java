package dev.serai.connector.rabbitmq;

import dev.serai.connector.ProcessSystem;
import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One broker with a registry, a cookie and a folder of its own. */
final class RabbitServer extends ProcessSystem {

    static final String USER = "serai";
    static final String PASSWORD = "correct-horse-battery";

    private static final Path KEYS = Path.of("src/test/resources/tls").toAbsolutePath();

    private final RabbitPrograms programs;
    private final int tls = Ports.free();
    private final int registryPort = Ports.free();
    private final int nodePort = Ports.free();
    private Optional<ServerProcess> registry = Optional.empty();

    RabbitServer(RabbitPrograms programs) {
        super("rabbitmq");
        this.programs = programs;
    }

    @Override
    public void start(Path folder) throws IOException {
        registry = Optional.of(new ServerProcess(
                        ServerProcess.Command.atPort("epmd", programs.registry(registryPort), folder, registryPort)
                                .with(environment(folder)))
                .start());
        super.start(folder);
    }

    @Override
    protected ServerProcess.Command command(Path folder) throws IOException {
        Files.writeString(folder.resolve("rabbitmq.conf"), configuration());
        return ServerProcess.Command.atPort("rabbitmq", programs.broker(), folder, port())
                .with(environment(folder));
    }

    private String configuration() {
        return """
                listeners.tcp.1 = 127.0.0.1:%d
                listeners.ssl.1 = 127.0.0.1:%d
                ssl_options.certfile = %s
                ssl_options.keyfile = %s
                ssl_options.verify = verify_none
                ssl_options.fail_if_no_peer_cert = false
                default_user = %s
                default_pass = %s
                loopback_users = none
                """.formatted(port(), tls, KEYS.resolve("rsa.pem"), KEYS.resolve("rsa.key"), USER, PASSWORD);
    }

    private Map<String, String> environment(Path folder) {
        Map<String, String> environment = new HashMap<>(programs.environment());
        environment.put("HOME", folder.toString());
        environment.put("ERL_EPMD_PORT", String.valueOf(registryPort));
        environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_NODENAME", "serai" + port() + "@localhost");
        environment.put("RABBITMQ_DIST_PORT", String.valueOf(nodePort));
        environment.put("RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq").toString());
        environment.put("RABBITMQ_CONF_ENV_FILE", folder.resolve("none").toString());
        environment.put(
                "RABBITMQ_ENABLED_PLUGINS_FILE", folder.resolve("plugins").toString());
        environment.put("RABBITMQ_MNESIA_BASE", folder.resolve("data").toString());
        environment.put("RABBITMQ_LOG_BASE", folder.resolve("log").toString());
        environment.put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+S 1:1 -kernel inet_dist_use_interface {127,0,0,1}");
        return environment;
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(
                "brokers",
                "127.0.0.1:" + port(),
                "user",
                USER,
                "password",
                PASSWORD,
                "confirm-timeout",
                "3000",
                "connect-timeout",
                "2000");
    }

    /** Of a connection to the port that speaks TLS. */
    String secured() {
        return """
                connector: rabbitmq
                parameters:
                  brokers: localhost:%d
                  tls: true
                  ca-file: %s
                  user: %s
                  password: "{{file:password}}"
                  queue-type: classic
                """.formatted(tls, KEYS.resolve("ca.pem"), USER);
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("password", "wrong-" + PASSWORD);
    }

    @Override
    public String saysWrongCredentials() {
        return "ACCESS_REFUSED|refused";
    }

    @Override
    public Map<String, String> unreachable(int closed) {
        return Map.of("brokers", "127.0.0.1:" + closed);
    }

    /** One way: a route that an HTTP request waits for would wait for a reply. */
    @Override
    public String send(String connection, String channel) {
        return "- to: {uri: '" + connection + ":" + sink(channel) + "', pattern: InOnly}";
    }

    @Override
    public String sink(String channel) {
        return "default?queues=" + channel + "&autoDeclareProducer=true";
    }

    @Override
    public String source(String channel) {
        return "default?queues=" + channel;
    }

    @Override
    public void close() {
        super.close();
        registry.ifPresent(ServerProcess::close);
    }
}
