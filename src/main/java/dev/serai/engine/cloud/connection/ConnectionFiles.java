package dev.serai.engine.cloud.connection;

import dev.serai.engine.cloud.pack.Packs;
import dev.serai.foundation.Connection;
import dev.serai.foundation.Connector;
import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.Finding;
import dev.serai.foundation.Parameter;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.configuration.UnresolvedReferenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code config/connections/*.yaml} and holds each against its connector. */
final class ConnectionFiles {

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern REFERENCE = Pattern.compile(".*\\{\\{.+}}.*");
    private static final Set<String> SERAIS_OWN = Set.of("service", "event", "transform");
    private static final String SUFFIX = ".yaml";

    private final Configuration configuration;
    private final ConnectorFiles connectors;
    private final Packs packs;
    private final Consumer<Finding> problems;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    ConnectionFiles(Configuration configuration, ConnectorFiles connectors, Packs packs, Consumer<Finding> problems) {
        this.packs = packs;
        this.configuration = configuration;
        this.connectors = connectors;
        this.problems = problems;
    }

    List<Connection> read() {
        Path folder = configuration.home().resolve("config/connections");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            problems.accept(Finding.error("config/connections", 0, 0, "connection", "the folder cannot be listed", ""));
            return List.of();
        }
    }

    private Optional<Connection> read(Path file) {
        String fileName = file.toFile().getName();
        String name = fileName.substring(0, fileName.length() - SUFFIX.length());
        return ConnectorFiles.text(file, place(name), problems).flatMap(text -> {
            texts.put(name, text);
            return read(name, text);
        });
    }

    /** What was read, by the name of the connection. */
    Map<String, String> texts() {
        return texts;
    }

    /** The connection that a text describes; empty when it describes none. What is wrong is told. */
    Optional<Connection> read(String name, String text) {
        checkName(name, place(name));
        return YamlSection.read(place(name), text, problems).flatMap(root -> connection(name, root));
    }

    private static String place(String name) {
        return "config/connections/" + name + SUFFIX;
    }

    private void checkName(String name, String place) {
        if (!SCHEME.matcher(name).matches()) {
            problem(place, "\"" + name + "\" cannot be a URI scheme; expected lower-case letters, digits and dashes");
        } else if (SERAIS_OWN.contains(name) || isComponent(name)) {
            problem(place, "\"" + name + "\" is the name of a component; a connection needs a name of its own");
        }
    }

    private void problem(String place, String message) {
        problems.accept(Finding.error(place, 0, 0, "connection", message, "rename the file"));
    }

    private boolean isComponent(String name) {
        String marker = "META-INF/services/org/apache/camel/component/" + name;
        return ConnectionFiles.class.getClassLoader().getResource(marker) != null
                || packs.providing("component/" + name).isPresent();
    }

    private Optional<Connection> connection(String name, YamlSection root) {
        root.expectOnly(List.of("connector", "parameters", "profiles", "circuit"), "key");
        String kind = root.required("connector");
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        Set<String> known = connectors.names();
        if (!known.contains(kind)) {
            String nearest = DidYouMean.hint(kind, known);
            root.report(
                    "connector",
                    "connector \"" + kind + "\" is unknown",
                    nearest.isEmpty() ? "there are " + String.join(", ", known) : nearest);
            return Optional.empty();
        }
        return connectors.find(kind).flatMap(connector -> connection(name, connector, root));
    }

    private Optional<Connection> connection(String name, Connector connector, YamlSection root) {
        if (!connector.connects()) {
            root.report(
                    "connector",
                    "\"" + connector.name()
                            + "\" is a pack of data formats and languages: there is nothing to connect to",
                    "use them in a route; see connectors/" + connector.name() + "/README.md");
            return Optional.empty();
        }
        YamlSection section = root.section("parameters");
        YamlSection profile = profile(root, connector);
        section.expectOnly(connector.parameterNames(), connector.name() + " parameter");
        Map<String, String> texts = new LinkedHashMap<>(section.texts());
        texts.putAll(profile.texts());
        connector
                .parameters()
                .forEach(parameter -> check(
                        parameter,
                        texts.get(parameter.name()),
                        profile.keys().contains(parameter.name()) ? profile : section));
        return Optional.of(new Connection(name, connector, texts, CircuitSection.read(root)));
    }

    /** What the active profile sets in place of what stands below {@code parameters}. */
    private YamlSection profile(YamlSection root, Connector connector) {
        YamlSection profiles = root.section("profiles");
        for (String name : profiles.keys()) {
            YamlSection profile = profiles.section(name);
            profile.expectOnly(List.of("parameters"), "key of a profile");
            profile.section("parameters").expectOnly(connector.parameterNames(), connector.name() + " parameter");
        }
        return profiles.section(configuration.profile()).section("parameters");
    }

    private void check(Parameter parameter, @Nullable String text, YamlSection section) {
        String what = "parameter \"" + parameter.name() + "\"";
        if (text == null) {
            if (parameter.required()) {
                section.complain(what + " is missing", parameter.description());
            }
        } else if (parameter.secret()
                && !text.isEmpty()
                && !REFERENCE.matcher(text).matches()) {
            section.report(
                    parameter.name(),
                    what + " holds a secret in clear text",
                    "write {{secret:NAME}}, {{env:NAME}} or {{file:/path}}");
        } else if (!Configuration.needsVault(text)) {
            checkValue(parameter, text, section);
        }
    }

    private void checkValue(Parameter parameter, String text, YamlSection section) {
        String what = "parameter \"" + parameter.name() + "\"";
        try {
            String value = configuration.resolve(text);
            if (!parameter.type().accepts(value)) {
                String seen = parameter.secret() ? "a secret of another form" : "\"" + value + "\"";
                section.report(
                        parameter.name(),
                        what + " is " + seen + "; expected " + parameter.type().title(),
                        "");
            }
        } catch (UnresolvedReferenceException e) {
            section.report(parameter.name(), what + ": " + e.getMessage(), e.hint());
        }
    }
}
