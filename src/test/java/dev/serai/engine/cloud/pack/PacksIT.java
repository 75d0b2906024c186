package dev.serai.engine.cloud.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.ShippedConnectors;
import dev.serai.fixture.WholeRuntime;
import dev.serai.foundation.Receipt;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every pack can be loaded and does what its lock says, none of it is in the core, and none is in the way of another. */
@Timeout(300)
class PacksIT {

    private static final Path CONNECTORS = Path.of("connectors");

    @TempDir
    Path home;

    @Test
    void everyServiceThatALockPromisesIsLoadedFromItsPack() {
        List<String> failures = new ArrayList<>();
        try (Packs packs = Packs.ofDistribution(CONNECTORS)) {
            for (String name : packs.names()) {
                try (DefaultCamelContext context = context(packs)) {
                    packs.services(name).forEach(service -> load(name, service, context, failures));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(failures).isEmpty();
    }

    private static void load(String pack, String service, CamelContext context, List<String> failures) {
        String[] words = service.split("/", 2);
        try {
            Object made =
                    switch (words[0]) {
                        case "component" -> context.getComponent(words[1], true, false);
                        case "dataformat" -> context.createDataFormat(words[1]);
                        case "language" -> context.resolveLanguage(words[1]);
                        default -> throw new AssertionError("unknown kind of service");
                    };
            ClassLoader loader = Objects.requireNonNull(made).getClass().getClassLoader();
            if (!("pack " + pack).equals(loader.getName())) {
                failures.add(pack + ": " + service + " comes from " + loader.getName());
            }
        } catch (RuntimeException | LinkageError e) {
            failures.add(pack + ": " + service + ": " + e);
        }
    }

    @Test
    void noJarOfAPackIsInTheCore() throws IOException {
        Path lib = Path.of("target/lib");
        assertThat(lib).as("the built distribution").isDirectory();

        assertThat(artifacts(lib)).doesNotContainAnyElementsOf(artifacts(Path.of("target/packs")));
    }

    private static List<String> artifacts(Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(jar -> jar.toFile().getName().replaceFirst("-\\d.*", ""))
                    .filter(name -> !name.contains("."))
                    .toList();
        }
    }

    @Test
    void librariesOfTwoVersionsAreLoadedSideBySide() throws Exception {
        Map<String, Map<String, String>> versions = new TreeMap<>();
        try (Stream<Path> locks = Files.walk(CONNECTORS, 2).filter(file -> file.endsWith("pack.lock"))) {
            for (Path lock : locks.toList()) {
                Files.readAllLines(lock).stream()
                        .filter(line -> line.startsWith("jar "))
                        .forEach(line -> {
                            String[] parts = line.split(" ")[1].split(":");
                            if (parts.length == 3) {
                                versions.computeIfAbsent(parts[0] + ":" + parts[1], any -> new TreeMap<>())
                                        .put(
                                                parts[2],
                                                lock.resolveSibling("").toFile().getName());
                            }
                        });
            }
        }
        versions.values().removeIf(byVersion -> byVersion.size() < 2);
        System.out.println(
                versions.size() + " libraries in more than one version among the packs: " + versions.keySet());
        try (Packs packs = Packs.ofDistribution(CONNECTORS)) {
            for (Map.Entry<String, Map<String, String>> clash : versions.entrySet()) {
                String artifact = clash.getKey().split(":")[1];
                clash.getValue().forEach((version, pack) -> assertThat(packs.jars(pack))
                        .as(clash.getKey())
                        .anyMatch(jar -> jar.endsWith(artifact + "-" + version + ".jar")));
            }
        }
    }

    @Test
    void anIntegrationUsesTwoPacksThatHaveOneLibraryInTwoVersions() throws Exception {
        ShippedConnectors.copy(home, "h2");
        speaking("one");
        speaking("two");
        Files.createDirectories(home.resolve("config/connections"));
        Files.writeString(home.resolve("config/connections/first.yaml"), "connector: one\n");
        Files.writeString(home.resolve("config/connections/second.yaml"), "connector: two\n");
        try (WholeRuntime serai = WholeRuntime.start(home, Map.of())) {
            serai.save("both.camel.yaml", """
                    - from:
                        uri: platform-http:/both
                        steps:
                          - to: first:voice
                          - to: second:voice
                    """);

            serai.accepted("both");

            assertThat(serai.get("/both").body()).isEqualTo("one two");
        }
    }

    /** A connector whose component says what its library says; the library has the same name in every such pack. */
    private void speaking(String word) throws IOException {
        Path folder = Files.createDirectories(home.resolve("connectors").resolve(word));
        Path sources = Files.createDirectories(home.resolve("sources-" + word));
        Path library = Files.createDirectories(sources.resolve("lib")).resolve("Voice.java");
        Files.writeString(
                library,
                "package lib; public class Voice { public static String word() { return \"%s\"; } }".formatted(word));
        Path component = Files.createDirectories(sources.resolve(word)).resolve("VoiceComponent.java");
        Files.writeString(component, """
                package %s;
                public class VoiceComponent extends org.apache.camel.support.DefaultComponent {
                    protected org.apache.camel.Endpoint createEndpoint(String uri, String rest, java.util.Map<String, Object> parameters) {
                        return new org.apache.camel.support.DefaultEndpoint(uri, this) {
                            public org.apache.camel.Producer createProducer() {
                                return new org.apache.camel.support.DefaultProducer(this) {
                                    public void process(org.apache.camel.Exchange exchange) {
                                        String before = exchange.getMessage().getBody(String.class);
                                        exchange.getMessage().setBody((before == null || before.isEmpty() ? "" : before + " ") + lib.Voice.word());
                                    }
                                };
                            }
                            public org.apache.camel.Consumer createConsumer(org.apache.camel.Processor processor) {
                                throw new UnsupportedOperationException();
                            }
                        };
                    }
                }
                """.formatted(word));
        Path marker = Files.createDirectories(sources.resolve("META-INF/services/org/apache/camel/component"))
                .resolve("voice-" + word);
        Files.writeString(marker, "class=" + word + ".VoiceComponent\n");
        Files.writeString(
                folder.resolve("connector.yaml"),
                "title: %1$s\ndescription: says %1$s\ncomponent: voice-%1$s\npack: {}\n".formatted(word));
        Files.writeString(folder.resolve("pack.lock"), "provides component/voice-" + word + "\n");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        library.toString(),
                        component.toString());
        assertThat(compiled).isZero();
        jar(sources, Files.createDirectories(folder.resolve("lib")).resolve("voice.jar"));
    }

    private static void jar(Path folder, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
    }

    @Test
    void javaFilesSeeThePacksThatTheirIntegrationUses() throws Exception {
        ShippedConnectors.copy(home, "kafka", "kamelets");
        try (WholeRuntime serai = WholeRuntime.start(home, Map.of())) {
            serai.save("topics/topics.camel.yaml", """
                    - from:
                        uri: platform-http:/topic
                        steps:
                          - bean: {beanType: Topics}
                    """).save("topics/Topics.java", """
                            public class Topics {
                                public String name() {
                                    return "at most " + new org.apache.commons.pool2.impl.GenericObjectPoolConfig<String>().getMaxTotal();
                                }
                            }
                            """);
            Receipt refused = Objects.requireNonNull(serai.decided("topics").receipt());
            assertThat(refused.findings()).anyMatch(finding -> finding.message()
                    .contains("package org.apache.commons.pool2.impl does not exist"));

            serai.save("topics/application.properties", "serai.packs=kamelets\n");

            await().untilAsserted(() -> assertThat(serai.get("/topic").body()).isEqualTo("at most 8"));

            serai.save("wrong/application.properties", "serai.packs=kafak\n")
                    .save("wrong/wrong.camel.yaml", "- from:\n    uri: timer:x\n    steps:\n      - log: x\n");
            assertThat(Objects.requireNonNull(serai.decided("wrong").receipt()).findings())
                    .anyMatch(finding ->
                            finding.sentence().contains("\"kafak\", which is no pack; did you mean \"kafka\"?"));
        }
    }

    @Test
    void kameletsBringThePacksThatTheyNeed() throws Exception {
        ShippedConnectors.copy(home, "kafka", "kamelets", "h2");
        try (WholeRuntime serai = WholeRuntime.start(home, Map.of())) {
            serai.save("marks.camel.yaml", """
                    - from:
                        uri: kamelet:timer-source?period=50&message=hello
                        steps:
                          - to: "file:{{serai.home}}/out?fileName=mark.json"
                          - to: kamelet:log-sink
                    """).save("sinks.camel.yaml", """
                            - from:
                                uri: direct:never
                                steps:
                                  - to: kamelet:postgresql-sink?serverName=127.0.0.1&serverPort=1&username=u&password=p&databaseName=d&query=select%201
                            """).save("unknown.camel.yaml", """
                            - from:
                                uri: direct:unknown
                                steps:
                                  - to: kamelet:kafka-snik
                            """);

            serai.accepted("marks");
            serai.accepted("sinks");
            await().untilAsserted(() ->
                    assertThat(home.resolve("out/mark.json")).content().isEqualTo("hello"));
            assertThat(Objects.requireNonNull(serai.decided("unknown").receipt())
                            .findings())
                    .anyMatch(finding -> finding.message().contains("there is no Kamelet \"kafka-snik\""));
        }
    }

    private static DefaultCamelContext context(Packs packs) {
        DefaultCamelContext context = new DefaultCamelContext();
        context.disableJMX();
        context.setApplicationContextClassLoader(new UsedPacks(PacksIT.class.getClassLoader()));
        packs.attach(context);
        context.start();
        return context;
    }
}
