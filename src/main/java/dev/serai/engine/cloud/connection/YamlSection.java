package dev.serai.engine.cloud.connection;

import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.Finding;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping in a YAML file that knows its place and tells what is wrong with it, instead of failing at the first fault. */
final class YamlSection {

    private final String file;
    private final int line;
    private final Consumer<Finding> problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(int line, int column, Node value) {}

    private YamlSection(String file, int line, Consumer<Finding> problems) {
        this.file = file;
        this.line = line;
        this.problems = problems;
    }

    /** The file's outermost mapping; empty, and told, when it has none. */
    static Optional<YamlSection> read(String file, String text, Consumer<Finding> problems) {
        YamlSection nowhere = new YamlSection(file, 0, problems);
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
            return root.isEmpty() ? nowhere.complain("the file is empty", "") : nowhere.mapping(root.get());
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            return new YamlSection(file, line, problems).complain("the file is no YAML: " + e.getProblem(), "");
        } catch (YamlEngineException e) {
            return nowhere.complain("the file is no YAML: " + e.getMessage(), "");
        }
    }

    int line() {
        return line;
    }

    Set<String> keys() {
        return entries.keySet();
    }

    /** Tells of every key that is not among these. */
    void expectOnly(Collection<String> known, String what) {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                report(key, what + " \"" + key + "\" is unknown", hint(key, known));
            }
        });
    }

    private static String hint(String key, Collection<String> known) {
        String nearest = DidYouMean.hint(key, known);
        return nearest.isEmpty() && !known.isEmpty() ? "there are " + String.join(", ", known) : nearest;
    }

    /** The text of a key; empty when it is not there. */
    Optional<String> text(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.value() instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        report(key, "\"" + key + "\" is no single value", "");
        return Optional.empty();
    }

    /** The text of a key that must be there and not blank; empty text, and told, when it is not. */
    String required(String key) {
        Optional<String> text = text(key).filter(value -> !value.isBlank());
        if (text.isEmpty()) {
            complain("\"" + key + "\" is missing", "");
        }
        return text.orElse("");
    }

    boolean flag(String key) {
        String text = text(key).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            report(key, "\"" + key + "\" is \"" + text + "\"; expected true or false", "");
        }
        return text.equals("true");
    }

    /** The mapping below a key; an empty one when it is not there. */
    YamlSection section(String key) {
        Entry entry = entries.get(key);
        return entry == null
                ? new YamlSection(file, line, problems)
                : mapping(entry.value()).orElseGet(() -> new YamlSection(file, entry.line(), problems));
    }

    /** The mappings of the list below a key. */
    List<YamlSection> list(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return List.of();
        }
        if (entry.value() instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .flatMap(node -> mapping(node).stream())
                    .toList();
        }
        report(key, "\"" + key + "\" is no list", "begin each entry with a dash");
        return List.of();
    }

    /** The single values of the list below a key. */
    List<String> textList(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return List.of();
        }
        if (entry.value() instanceof SequenceNode sequence
                && sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            return sequence.getValue().stream()
                    .map(node -> ((ScalarNode) node).getValue())
                    .toList();
        }
        report(key, "\"" + key + "\" is no list of single values", "begin each with a dash");
        return List.of();
    }

    /** All single values, by key. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        keys().forEach(key -> text(key).ifPresent(value -> texts.put(key, value)));
        return texts;
    }

    /** Tells what is wrong with the value of a key. */
    void report(String key, String message, String hint) {
        Entry entry = entries.get(key);
        problems.accept(Finding.error(
                file,
                entry == null ? line : entry.line(),
                entry == null ? 0 : entry.column(),
                "connection",
                message,
                hint));
    }

    /** Tells what is wrong with the section. */
    Optional<YamlSection> complain(String message, String hint) {
        problems.accept(Finding.error(file, line, 0, "connection", message, hint));
        return Optional.empty();
    }

    private Optional<YamlSection> mapping(Node node) {
        int start = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        YamlSection section = new YamlSection(file, start, problems);
        if (!(node instanceof MappingNode mapping)) {
            return section.complain("expected keys with values here", "write key: value");
        }
        mapping.getValue().forEach(section::add);
        return Optional.of(section);
    }

    private void add(NodeTuple tuple) {
        int at = tuple.getKeyNode()
                .getStartMark()
                .map(mark -> mark.getLine() + 1)
                .orElse(0);
        int column = tuple.getKeyNode()
                .getStartMark()
                .map(mark -> mark.getColumn() + 1)
                .orElse(0);
        Stream.of(tuple.getKeyNode())
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .forEach(key -> entries.put(key.getValue(), new Entry(at, column, tuple.getValueNode())));
    }
}
