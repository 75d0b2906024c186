package dev.serai.management.lifecycle.gate.source;

import dev.serai.management.lifecycle.gate.catalog.Shape;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads single values of the YAML DSL. */
final class YamlValue {

    private final String path;
    private final Problems problems;

    YamlValue(String path, Problems problems) {
        this.path = path;
        this.problems = problems;
    }

    /** The value of a key; empty when it is none, which is then told. */
    Optional<Text> of(String name, Node key, Node node, Shape shape) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.error(
                    Yaml.place(path, node),
                    "\"" + name + "\" is " + Yaml.words(node) + ", expected "
                            + shape.kind().words(),
                    "");
            return Optional.empty();
        }
        if (Yaml.isEmpty(node)) {
            problems.error(
                    Yaml.place(path, key),
                    "\"" + name + "\" is empty, expected " + shape.kind().words(),
                    "give it a value, or remove it");
            return Optional.empty();
        }
        Text text = Yaml.text(path, scalar);
        tellWrong(name, text, shape);
        return Optional.of(text);
    }

    private void tellWrong(String name, Text text, Shape shape) {
        String seen = text.value();
        if (seen.contains("{{") || seen.startsWith("#")) {
            return;
        }
        boolean fits =
                switch (shape.kind()) {
                    case BOOLEAN -> seen.equalsIgnoreCase("true") || seen.equalsIgnoreCase("false");
                    case NUMBER -> isNumber(seen);
                    default -> true;
                };
        if (!fits) {
            problems.error(
                    text.place(),
                    "\"" + name + "\" is \"" + seen + "\", expected "
                            + shape.kind().words(),
                    "");
        }
        if (!shape.enums().isEmpty() && shape.enums().stream().noneMatch(seen::equalsIgnoreCase)) {
            problems.error(
                    text.place(),
                    "\"" + name + "\" is \"" + seen + "\", expected one of " + String.join(", ", shape.enums()),
                    Suggestion.hint(seen, shape.enums(), ""));
        }
    }

    private static boolean isNumber(String text) {
        try {
            return !Double.isNaN(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The entries of a free mapping, nested keys joined with dots; a value that cannot be an option is told. */
    Map<String, Option> options(Node node, String name) {
        Map<String, Option> options = new LinkedHashMap<>();
        collect("", Yaml.place(path, node), node, name, options);
        return options;
    }

    private void collect(String key, Place keyPlace, Node node, String name, Map<String, Option> options) {
        if (node instanceof ScalarNode scalar) {
            options.put(key, new Option(keyPlace, Yaml.text(path, scalar)));
        } else if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> collectEntry(key, entry, name, options));
        } else if (node instanceof SequenceNode sequence && !name.equals("parameters")) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                collect(key + "[" + i + "]", keyPlace, sequence.getValue().get(i), name, options);
            }
        } else {
            problems.error(Yaml.place(path, node), "the parameter \"" + key + "\" is a list, expected a text", "");
        }
    }

    private void collectEntry(String prefix, NodeTuple entry, String name, Map<String, Option> options) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
            String full = prefix.isEmpty() ? key.getValue() : prefix + "." + key.getValue();
            collect(full, Yaml.place(path, key), entry.getValueNode(), name, options);
        }
    }
}
