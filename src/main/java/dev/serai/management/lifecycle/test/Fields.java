package dev.serai.management.lifecycle.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The fields of a YAML map, read strictly: an unknown key and a value of another type are problems. */
final class Fields {

    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m)");

    private final String what;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Problems problems;

    private Fields(MappingNode node, String what, Set<String> known, Problems problems) {
        this.what = what;
        this.node = node;
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            String key = YamlTree.text(tuple.getKeyNode());
            if (known.contains(key)) {
                values.put(key, tuple.getValueNode());
            } else {
                problems.add(
                        tuple.getKeyNode(),
                        "\"" + key + "\" is no key of " + what,
                        Suggestion.hint(key, known.stream().sorted().toList()));
            }
        }
    }

    /**
     * @param what the map in a person's words, such as {@code an expectation}
     * @param known the keys it may have
     * @return empty, with a problem noted, when the node is no map
     */
    static Optional<Fields> of(Node node, String what, Set<String> known, Problems problems) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Fields(mapping, what, known, problems));
        }
        problems.add(node, what + " is a map, not " + YamlTree.kind(node), "keys: " + String.join(", ", sorted(known)));
        return Optional.empty();
    }

    Node node() {
        return node;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    int line(String key) {
        return YamlTree.line(values.getOrDefault(key, node));
    }

    int column(String key) {
        return YamlTree.column(values.getOrDefault(key, node));
    }

    void problem(String key, String message, String hint) {
        problems.add(values.getOrDefault(key, node), message, hint);
    }

    Optional<Node> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Optional<JsonNode> json(String key) {
        return value(key).map(YamlTree::json);
    }

    Optional<String> text(String key) {
        return value(key)
                .flatMap(value -> isText(value) ? Optional.of(YamlTree.text(value)) : wrong(key, value, "text"));
    }

    Optional<Integer> number(String key) {
        return value(key).flatMap(value -> {
            JsonNode json = YamlTree.json(value);
            return json.isInt() && json.intValue() >= 0
                    ? Optional.of(json.intValue())
                    : wrong(key, value, "a whole number from 0");
        });
    }

    Optional<Duration> duration(String key) {
        return value(key).flatMap(value -> {
            Matcher matcher = DURATION.matcher(YamlTree.text(value));
            return matcher.matches() && !matcher.group(1).matches("0+")
                    ? Optional.of(toDuration(Long.parseLong(matcher.group(1)), matcher.group(2)))
                    : wrong(key, value, "a duration such as 500ms, 2s or 1m");
        });
    }

    Optional<Pattern> regex(String key) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(Pattern.compile(text, Pattern.DOTALL));
            } catch (PatternSyntaxException e) {
                problem(key, "\"" + key + "\" is no regular expression: " + e.getDescription(), "");
                return Optional.empty();
            }
        });
    }

    /** A map of names to scalars or JSON. */
    Map<String, JsonNode> map(String key) {
        Map<String, JsonNode> map = new LinkedHashMap<>();
        for (NodeTuple tuple : tuples(key)) {
            map.put(YamlTree.text(tuple.getKeyNode()), YamlTree.json(tuple.getValueNode()));
        }
        return map;
    }

    /** The entries of a map, each with its own lines. */
    List<NodeTuple> tuples(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        wrong(key, value, "a map");
        return List.of();
    }

    /** A list of things, each read by the reader. */
    <T> List<T> list(String key, Function<Node, Optional<T>> reader) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return each(sequence, reader);
        }
        wrong(key, value, "a list");
        return List.of();
    }

    /** One thing, or a list of them. */
    static <T> List<T> oneOrMore(@Nullable Node value, Function<Node, Optional<T>> reader) {
        if (value instanceof SequenceNode sequence) {
            return each(sequence, reader);
        }
        return value == null ? List.of() : reader.apply(value).stream().toList();
    }

    private static <T> List<T> each(SequenceNode sequence, Function<Node, Optional<T>> reader) {
        return sequence.getValue().stream()
                .map(reader)
                .flatMap(Optional::stream)
                .toList();
    }

    private <T> Optional<T> wrong(String key, Node value, String expected) {
        problems.add(value, "\"" + key + "\" of " + what + " is " + expected + ", not " + YamlTree.kind(value), "");
        return Optional.empty();
    }

    private static boolean isText(Node value) {
        return value instanceof ScalarNode scalar
                && !scalar.getTag().equals(Tag.NULL)
                && !scalar.getTag().equals(Tag.BOOL);
    }

    private static Duration toDuration(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
