package dev.serai.engine.cloud.connection;

import dev.serai.foundation.Connector;
import dev.serai.foundation.Finding;
import dev.serai.foundation.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads {@code connectors/<name>/connector.yaml}, each once, when a connection first asks for it. */
public final class ConnectorFiles {

    private static final List<String> KEYS = List.of(
            "title",
            "description",
            "capabilities",
            "delivery",
            "pack",
            "parameters",
            "component",
            "class",
            "beans",
            "options",
            "endpoint",
            "probe");
    private static final List<String> PACK_KEYS = List.of("extends", "dependencies", "excluded", "boms", "classes");
    private static final List<String> PARAMETER_KEYS =
            List.of("type", "description", "default", "required", "secret", "unit", "example");

    private final Path folder;
    private final Consumer<Finding> problems;
    private final Map<String, Optional<Connector>> read = new HashMap<>();

    /**
     * @param folder {@code connectors/} of the home
     * @param problems told of everything that is wrong in a file
     */
    public ConnectorFiles(Path folder, Consumer<Finding> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** Names of all connectors there are, sorted. */
    public Set<String> names() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.filter(file -> Files.exists(file.resolve("connector.yaml")))
                    .forEach(file -> names.add(file.toFile().getName()));
            return names;
        } catch (IOException e) {
            problems.accept(Finding.error("connectors", 0, 0, "connection", "the folder cannot be listed", ""));
            return Set.of();
        }
    }

    /** A connector; empty when there is none of that name, or when its file is wrong, which is told. */
    public Optional<Connector> find(String name) {
        return read.computeIfAbsent(name, this::read);
    }

    private Optional<Connector> read(String name) {
        Path file = folder.resolve(name).resolve("connector.yaml");
        String place = "connectors/" + name + "/connector.yaml";
        List<Finding> found = new ArrayList<>();
        Optional<Connector> connector = text(file, place, found::add)
                .flatMap(text -> YamlSection.read(place, text, found::add))
                .map(root -> connector(name, root));
        found.forEach(problems);
        return found.isEmpty() ? connector : Optional.empty();
    }

    static Optional<String> text(Path file, String place, Consumer<Finding> problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            problems.accept(Finding.error(
                    place,
                    0,
                    0,
                    "connection",
                    "the file cannot be read as UTF-8 text",
                    "check its encoding and permissions"));
            return Optional.empty();
        }
    }

    private static Connector connector(String name, YamlSection root) {
        root.expectOnly(KEYS, "key");
        YamlSection pack = root.section("pack");
        pack.expectOnly(PACK_KEYS, "key of a pack");
        YamlSection parameters = root.section("parameters");
        return new Connector(
                name,
                root.required("title"),
                root.required("description"),
                parameters.keys().stream()
                        .map(key -> parameter(key, parameters.section(key)))
                        .toList(),
                root.keys().contains("pack") ? root.text("component").orElse("") : root.required("component"),
                root.text("class").orElse(""),
                capabilities(root),
                root.text("delivery").orElse(""),
                root.list("beans").stream().map(ConnectorFiles::bean).toList(),
                root.section("options").texts(),
                root.keys().contains("endpoint") ? endpoint(root.section("endpoint")) : Connector.EndpointForm.NONE,
                root.text("probe").orElse(""));
    }

    private static Set<Connector.Capability> capabilities(YamlSection root) {
        Set<Connector.Capability> capabilities = EnumSet.noneOf(Connector.Capability.class);
        List<String> titles = Arrays.stream(Connector.Capability.values())
                .map(Connector.Capability::title)
                .toList();
        for (String text : root.textList("capabilities")) {
            int at = titles.indexOf(text);
            if (at >= 0) {
                capabilities.add(Connector.Capability.values()[at]);
            } else {
                root.report(
                        "capabilities", "\"" + text + "\" is no capability", "there are " + String.join(", ", titles));
            }
        }
        return capabilities;
    }

    private static Parameter parameter(String name, YamlSection section) {
        section.expectOnly(PARAMETER_KEYS, "key");
        return new Parameter(
                name,
                type(section),
                section.required("description"),
                section.text("default").orElse(null),
                section.flag("required"),
                section.flag("secret"),
                section.text("unit").orElse(""),
                section.text("example").orElse(""));
    }

    private static Parameter.Type type(YamlSection section) {
        String title = section.text("type").orElse("string");
        return Arrays.stream(Parameter.Type.values())
                .filter(type -> type.title().equals(title))
                .findFirst()
                .orElseGet(() -> {
                    section.report(
                            "type", "type is \"" + title + "\"; expected string, integer, number or boolean", "");
                    return Parameter.Type.STRING;
                });
    }

    private static Connector.EndpointForm endpoint(YamlSection section) {
        section.expectOnly(List.of("path", "options"), "key");
        return new Connector.EndpointForm(
                section.required("path"), section.section("options").texts());
    }

    private static Connector.Bean bean(YamlSection section) {
        section.expectOnly(List.of("name", "type", "scope", "properties"), "key");
        return new Connector.Bean(
                section.required("name"),
                section.required("type"),
                scope(section),
                section.section("properties").texts());
    }

    private static Connector.Scope scope(YamlSection section) {
        String title = section.text("scope").orElse(Connector.Scope.CONNECTION.title());
        return Arrays.stream(Connector.Scope.values())
                .filter(scope -> scope.title().equals(title))
                .findFirst()
                .orElseGet(() -> {
                    section.report("scope", "scope is \"" + title + "\"; expected connection or integration", "");
                    return Connector.Scope.CONNECTION;
                });
    }
}
