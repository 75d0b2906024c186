package dev.serai.service.governance.policy;

import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping of a policy's file that knows its places and tells everything that is wrong with it. */
final class Section {

    static final String CHECK = "policy";

    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private final String file;
    private final int line;
    private final Consumer<Finding> problems;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

    private Section(String file, int line, Consumer<Finding> problems) {
        this.file = file;
        this.line = line;
        this.problems = problems;
    }

    /** The file's outermost mapping; empty, and told, when it has none. */
    static Optional<Section> read(String file, String text, Consumer<Finding> problems) {
        Section nowhere = new Section(file, 0, problems);
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            return root.isEmpty() ? nowhere.complain("the file is empty") : nowhere.mapping(root.get());
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            int column = e.getProblemMark().map(Mark::getColumn).orElse(-1) + 1;
            problems.accept(Finding.error(file, at, column, CHECK, "the file is no YAML: " + e.getProblem(), ""));
        } catch (YamlEngineException e) {
            nowhere.complain("the file is no YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    int line() {
        return line;
    }

    Set<String> keys() {
        return entries.keySet();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Tells of every key that is not among these. */
    void expectOnly(Collection<String> known, String what) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                String near = DidYouMean.hint(key, known);
                report(
                        key,
                        what + " \"" + key + "\" is unknown",
                        near.isEmpty() ? "there are " + String.join(", ", known) : near);
            }
        }
    }

    /** The text of a key; empty when it is not there. */
    Optional<String> text(String key) {
        return scalar(key).map(ScalarNode::getValue);
    }

    /** The text of a key that must be there; empty text, and told, when it is not. */
    String required(String key) {
        String text = text(key).orElse("").strip();
        if (text.isEmpty()) {
            problems.accept(Finding.error(file, line, 0, CHECK, "\"" + key + "\" is missing", ""));
        }
        return text;
    }

    boolean flag(String key, boolean otherwise) {
        String seen = text(key).orElse(String.valueOf(otherwise));
        if (!seen.equals("true") && !seen.equals("false")) {
            report(key, "\"" + key + "\" is \"" + seen + "\", expected true or false", "");
        }
        return seen.equals("true");
    }

    /** One of some words; the first of them, and told, when it is none. */
    String word(String key, String seen, List<String> known) {
        if (known.contains(seen)) {
            return seen;
        }
        report(
                key,
                "\"" + key + "\" is \"" + seen + "\", expected one of " + String.join(", ", known),
                DidYouMean.hint(seen, known));
        return known.get(0);
    }

    /** An expression with the place of its first character. */
    Policy.Written written(String key) {
        return scalar(key).map(this::written).orElse(Policy.Written.NONE);
    }

    private Policy.Written written(ScalarNode scalar) {
        Mark start = scalar.getStartMark().orElseThrow();
        boolean block = scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
        boolean quoted = scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                || scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
        return block
                ? new Policy.Written(scalar.getValue(), start.getLine() + 2, indent() + 3)
                : new Policy.Written(scalar.getValue(), start.getLine() + 1, start.getColumn() + (quoted ? 2 : 1));
    }

    /** The column, from 0, in which this section's keys begin. */
    private int indent() {
        return entries.values().stream()
                .findFirst()
                .flatMap(entry -> entry.getKeyNode().getStartMark())
                .map(Mark::getColumn)
                .orElse(0);
    }

    private Optional<ScalarNode> scalar(String key) {
        NodeTuple entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.getValueNode() instanceof ScalarNode scalar) {
            return Optional.of(scalar);
        }
        report(key, "\"" + key + "\" is no single value", "");
        return Optional.empty();
    }

    /** The mapping below a key; an empty one when it is not there. */
    Section section(String key) {
        NodeTuple entry = entries.get(key);
        Section none = new Section(file, line, problems);
        return entry == null ? none : mapping(entry.getValueNode()).orElse(none);
    }

    /** The mappings of the list below a key. */
    List<Section> list(String key) {
        NodeTuple entry = entries.get(key);
        if (entry != null && entry.getValueNode() instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .flatMap(node -> mapping(node).stream())
                    .toList();
        }
        if (entry != null) {
            report(key, "\"" + key + "\" is no list", "begin each entry with a dash");
        }
        return List.of();
    }

    /** The texts of the list below a key; a single text counts as a list of one. */
    List<String> texts(String key) {
        NodeTuple entry = entries.get(key);
        if (entry == null) {
            return List.of();
        }
        List<Node> nodes = entry.getValueNode() instanceof SequenceNode sequence
                ? sequence.getValue()
                : List.of(entry.getValueNode());
        if (!nodes.stream().allMatch(ScalarNode.class::isInstance)) {
            report(key, "\"" + key + "\" is no list of single values", "begin each with a dash");
            return List.of();
        }
        return nodes.stream().map(node -> ((ScalarNode) node).getValue()).toList();
    }

    /** The texts of all keys. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        keys().forEach(key -> text(key).ifPresent(value -> texts.put(key, value)));
        return texts;
    }

    /** All that is here, as maps, lists, texts, numbers and truths. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        entries.forEach((key, entry) -> {
            Object value = value(entry.getValueNode());
            if (value != null) {
                values.put(key, value);
            }
        });
        return values;
    }

    private static @Nullable Object value(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.getValue().forEach(entry -> {
                Object value = value(entry.getValueNode());
                if (entry.getKeyNode() instanceof ScalarNode key && value != null) {
                    map.put(key.getValue(), value);
                }
            });
            return map;
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> list = new ArrayList<>();
            sequence.getValue().forEach(item -> Optional.ofNullable(value(item)).ifPresent(list::add));
            return list;
        }
        return scalarValue((ScalarNode) node);
    }

    private static @Nullable Object scalarValue(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        if (scalar.getTag().equals(Tag.INT)) {
            return Long.valueOf(text);
        }
        return scalar.getTag().equals(Tag.FLOAT) ? Double.valueOf(text) : text;
    }

    /** Tells what is wrong with the value of a key. */
    void report(String key, String message, String hint) {
        Optional<Mark> at = Optional.ofNullable(entries.get(key))
                .flatMap(entry -> entry.getKeyNode().getStartMark());
        problems.accept(Finding.error(
                file,
                at.map(mark -> mark.getLine() + 1).orElse(line),
                at.map(mark -> mark.getColumn() + 1).orElse(0),
                CHECK,
                message,
                hint));
    }

    private Optional<Section> complain(String message) {
        problems.accept(Finding.error(file, line, 0, CHECK, message, "write key: value"));
        return Optional.empty();
    }

    private Optional<Section> mapping(Node node) {
        Section section =
                new Section(file, node.getStartMark().map(Mark::getLine).orElse(-1) + 1, problems);
        if (!(node instanceof MappingNode mapping)) {
            return section.complain("expected keys with values here");
        }
        mapping.getValue().forEach(section::add);
        return Optional.of(section);
    }

    private void add(NodeTuple tuple) {
        if (tuple.getKeyNode() instanceof ScalarNode key && entries.putIfAbsent(key.getValue(), tuple) != null) {
            int at = key.getStartMark().map(Mark::getLine).orElse(-1) + 1;
            problems.accept(Finding.error(
                    file, at, 0, CHECK, "the key \"" + key.getValue() + "\" stands twice", "keep one of the two"));
        }
    }
}
