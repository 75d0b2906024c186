package dev.serai.connector.rabbitmq;

import dev.serai.fixture.server.DebianProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * RabbitMQ and its Erlang: those of this machine, or else Debian's, unpacked below {@code target/} without being installed, so that no service
 * of theirs is started.
 *
 * @param erlang the folder with Erlang's programs
 * @param server the folder with RabbitMQ's
 */
record RabbitPrograms(Path erlang, Path server) {

    private static final String INSTALLED_ERLANG = "/usr/lib/erlang";

    private static final List<String> PACKAGES = List.of(
            "rabbitmq-server",
            "erlang-base",
            "erlang-asn1",
            "erlang-crypto",
            "erlang-eldap",
            "erlang-inets",
            "erlang-mnesia",
            "erlang-os-mon",
            "erlang-parsetools",
            "erlang-public-key",
            "erlang-runtime-tools",
            "erlang-ssl",
            "erlang-syntax-tools",
            "erlang-tools",
            "erlang-xmerl");

    /** Empty where there are none and none can be had; what needs them is then to be listed as not run. */
    static Optional<RabbitPrograms> find() {
        return below(Path.of("/")).or(() -> DebianProgram.of("rabbitmq-server", PACKAGES)
                .flatMap(unpacked -> below(unpacked.root()))
                .map(RabbitPrograms::moved));
    }

    private static Optional<RabbitPrograms> below(Path root) {
        Path folder = root.resolve("usr/lib/rabbitmq/lib");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.map(version -> version.resolve("sbin"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .map(server -> new RabbitPrograms(root.resolve("usr/lib/erlang/bin"), server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Erlang's script holds the folder that it is meant to be installed in. */
    private RabbitPrograms moved() {
        Path script = erlang.resolve("erl");
        try {
            String here = erlang.resolveSibling("").toString();
            Files.writeString(
                    script, Files.readString(script).replace("ROOTDIR=" + INSTALLED_ERLANG, "ROOTDIR=" + here));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Erlang's registry of nodes, which RabbitMQ would else start as a service of the machine. */
    List<String> registry(int port) {
        return List.of(erlang.resolve("epmd").toString(), "-address", "127.0.0.1", "-port", String.valueOf(port));
    }

    List<String> broker() {
        return List.of(server.resolve("rabbitmq-server").toString());
    }

    /** What both need to find Erlang. */
    Map<String, String> environment() {
        return Map.of("PATH", erlang + ":" + System.getenv("PATH"));
    }
}
