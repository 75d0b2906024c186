package dev.serai.connector;

import dev.serai.foundation.Connector;
import dev.serai.foundation.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A home folder with connections to the system under test, and with integrations that send to it and receive from it. */
final class ContractHome {

    static final String TEXT = "Grüße aus Zürich, 東京 🐪";
    static final String NUMBER = "42";

    private final Path home;
    private final SystemUnderTest system;
    private final Connector connector;
    private final Set<String> secrets = new HashSet<>();

    private ContractHome(Path home, SystemUnderTest system, Connector connector) {
        this.home = home;
        this.system = system;
        this.connector = connector;
    }

    static ContractHome in(Path home, SystemUnderTest system, Connector connector) throws IOException {
        for (String folder : List.of("routes", "config/connections", "received", "secrets")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
        return new ContractHome(home, system, connector);
    }

    Path path() {
        return home;
    }

    /** Writes {@code config/connections/<name>.yaml}, with secrets by reference. */
    ContractHome connection(String name, Map<String, String> differing) throws IOException {
        Map<String, String> parameters = new HashMap<>(system.parameters());
        parameters.putAll(differing);
        StringBuilder yaml = new StringBuilder("connector: " + connector.name() + "\nparameters:\n");
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            yaml.append("  ").append(parameter.getKey()).append(": ");
            yaml.append(SystemUnderTest.quoted(value(name, parameter.getKey(), parameter.getValue())))
                    .append('\n');
        }
        Files.writeString(home.resolve("config/connections/" + name + ".yaml"), yaml);
        return this;
    }

    private String value(String connection, String name, String value) throws IOException {
        if (!connector.parameter(name).map(Parameter::secret).orElse(false)) {
            return value;
        }
        Path file = home.resolve("secrets").resolve(connection + "-" + name);
        Files.writeString(file, value);
        secrets.add(value);
        return "{{file:" + file + "}}";
    }

    /** All secrets of its connections. */
    Set<String> secrets() {
        return secrets;
    }

    /** Settings for a Serai that is started as a command. */
    void settings(Map<String, String> settings) throws IOException {
        List<String> lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
        Files.write(home.resolve("config/application.properties"), lines);
    }

    /** An integration that takes messages over HTTP at {@code /send/<channel>} and hands them to a connection. */
    String sender(String connection, List<String> channels) {
        StringBuilder yaml = new StringBuilder();
        channels.forEach(channel ->
                yaml.append("""
                - route:
                    id: %2$s-send-%1$s
                    from:
                      uri: platform-http:/send/%2$s/%1$s
                      steps:
                        - convertBodyTo: {type: "byte[]"}
                        - removeHeaders: {pattern: "*"}
                        - setHeader: {name: ContractText, constant: "%3$s"}
                        - setHeader: {name: ContractNumber, constant: "%4$s"}
                %5$s
                        - removeHeaders: {pattern: "*"}
                        - setBody: {constant: sent}
                """.formatted(channel, connection, TEXT, NUMBER, steps(system.send(connection, channel)))));
        return yaml.toString();
    }

    /** An integration that writes what it receives, a line for each message, into {@code received/<channel>}. */
    String receiver(String connection, List<String> channels) {
        StringBuilder yaml = new StringBuilder();
        for (String channel : channels) {
            List<String> sources = system.sources(channel);
            for (int reader = 0; reader < sources.size(); reader++) {
                String id = connection + "-receive-" + channel + (reader == 0 ? "" : "-" + reader);
                yaml.append(receiving(id, connection, channel, sources.get(reader), """
                        - setBody: {simple: {expression: "${body}\\n", trim: false}}
                        - to: "file:{{serai.home}}/received?fileName=%s&fileExist=Append"
                        """.formatted(channel)));
            }
        }
        return yaml.toString();
    }

    /** An integration that writes each message it receives into files of its own: its body, then its headers. */
    String recorder(String connection, String channel) {
        return receiving(
                connection + "-record-" + channel, connection, channel, system.source(channel), """
                - setProperty: {name: headers, simple: "${header.ContractText}|${header.ContractNumber}"}
                - convertBodyTo: {type: "byte[]"}
                - to: "file:{{serai.home}}/received/%1$s?fileName=${exchangeId}.body&allowNullBody=true"
                - setBody: {exchangeProperty: headers}
                - to: "file:{{serai.home}}/received/%1$s?fileName=${exchangeId}.headers&tempPrefix=writing-&charset=UTF-8"
                """.formatted(channel));
    }

    private String receiving(String id, String connection, String channel, String source, String steps) {
        return """
                - route:
                    id: %1$s
                    from:
                      uri: %2$s
                      steps:
                %3$s
                """.formatted(
                        id,
                        SystemUnderTest.quoted(connection + ":" + source),
                        steps(system.received(channel).strip() + "\n" + steps));
    }

    private static String steps(String yaml) {
        return yaml.strip().indent(8).stripTrailing();
    }

    /** Writes an integration as a person would, before Serai starts. */
    void integration(String name, String yaml) throws IOException {
        Files.writeString(home.resolve("routes").resolve(name + ".camel.yaml"), yaml);
    }
}
