package dev.serai.management.lifecycle.gate.source;

import dev.serai.foundation.Bundle;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML into nodes that know their place. */
public final class Yaml {

    private static final int MOST_NODES = 200_000;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(16 << 20).build();

    private final String path;
    private final Problems problems;

    private Yaml(String path, Problems problems) {
        this.path = path;
        this.problems = problems;
    }

    /** The one document of a file; empty when it has none or cannot be read, which is then told. */
    public static Optional<Node> read(String path, String text, Problems problems) {
        return new Yaml(path, problems).document(text);
    }

    /** The document of a file that is nobody's fault when it cannot be read, such as a contract beside the routes. */
    public static Optional<Node> quietly(String path, String text) {
        return read(path, text, new Problems(new Bundle("", "", Map.of()), ""));
    }

    /** Where a node begins. */
    public static Place place(String path, Node node) {
        return place(path, node.getStartMark());
    }

    /** The scalar as a text, with the place of its first character. */
    public static Text text(String path, ScalarNode node) {
        boolean block = node.getScalarStyle() == ScalarStyle.LITERAL || node.getScalarStyle() == ScalarStyle.FOLDED;
        boolean quoted = node.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                || node.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
        Place at = place(path, node);
        boolean oneLine = !block && lineOf(node.getStartMark()) == lineOf(node.getEndMark());
        Place first = quoted ? new Place(path, at.line(), at.column() + 1) : at;
        return new Text(node.getValue(), first, oneLine);
    }

    /** The entries of a mapping by key, in their order. */
    public static Map<String, NodeTuple> entries(MappingNode mapping) {
        Map<String, NodeTuple> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                entries.put(key.getValue(), tuple);
            }
        }
        return entries;
    }

    /** A value inside nested mappings; null when there is none. */
    public static @Nullable Node find(@Nullable Node from, String... keys) {
        Node at = from;
        for (String key : keys) {
            NodeTuple entry =
                    at instanceof MappingNode mapping ? entries(mapping).get(key) : null;
            at = entry == null ? null : entry.getValueNode();
        }
        return at;
    }

    /** Whether nothing was written where a value is expected. */
    public static boolean isEmpty(Node node) {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }

    /** What the node is, as a person would call it. */
    public static String words(Node node) {
        if (isEmpty(node)) {
            return "empty";
        }
        return node instanceof MappingNode ? "a mapping" : node instanceof SequenceNode ? "a list" : "a text";
    }

    private Optional<Node> document(String text) {
        try {
            Iterator<Node> documents =
                    new Compose(SETTINGS).composeAllFromString(text).iterator();
            if (!documents.hasNext()) {
                problems.error(Place.of(path), "the file is empty", "write a route into it, or remove it");
                return Optional.empty();
            }
            Node first = documents.next();
            if (documents.hasNext()) {
                problems.error(
                        place(path, documents.next()),
                        "the file holds a second YAML document, expected one",
                        "put it into a file of its own");
                return Optional.empty();
            }
            return Optional.of(first).filter(this::isSound);
        } catch (MarkedYamlEngineException e) {
            problems.error(
                    e.getProblemMark().map(mark -> place(path, mark)).orElse(Place.of(path)),
                    "not valid YAML: " + YamlWords.message(e),
                    YamlWords.hint(e));
        } catch (StackOverflowError e) {
            problems.error(Place.of(path), "the YAML is nested too deeply to be read", "write it flatter");
        } catch (YamlEngineException e) {
            problems.error(
                    Place.of(path),
                    String.valueOf(e.getMessage()).contains("aliases")
                            ? "the file uses more than " + SETTINGS.getMaxAliasesForCollections()
                                    + " aliases for lists and mappings"
                            : "not valid YAML: " + e.getMessage(),
                    "write the values out");
        }
        return Optional.empty();
    }

    /** Whether the document can be walked: no alias inside itself, and of a sane size once all aliases are expanded. */
    private boolean isSound(Node root) {
        long size = expandedSize(root, new IdentityHashMap<>());
        if (size > MOST_NODES) {
            problems.error(
                    place(path, root),
                    "the YAML aliases contain themselves, or expand to more than " + MOST_NODES + " nodes",
                    "write the values out instead of nesting aliases");
            return false;
        }
        int before = problems.found().size();
        refuseDuplicateKeys(root, new IdentityHashMap<>());
        return problems.found().size() == before;
    }

    private static long expandedSize(Node node, Map<Node, Long> known) {
        Long size = known.get(node);
        if (size != null) {
            return size;
        }
        known.put(node, (long) MOST_NODES + 1);
        long sum = 1;
        for (Node child : children(node)) {
            sum = Math.min(MOST_NODES + 1L, sum + expandedSize(child, known));
        }
        known.put(node, sum);
        return sum;
    }

    private static List<Node> children(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .flatMap(tuple -> List.of(tuple.getKeyNode(), tuple.getValueNode()).stream())
                        .toList()
                : List.of();
    }

    private void refuseDuplicateKeys(Node node, Map<Node, Boolean> seen) {
        if (seen.put(node, true) != null || !(node instanceof CollectionNode<?>)) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            Map<String, Node> keys = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                refuseDuplicate(tuple.getKeyNode(), keys);
            }
        }
        children(node).forEach(child -> refuseDuplicateKeys(child, seen));
    }

    private void refuseDuplicate(Node key, Map<String, Node> keys) {
        if (!(key instanceof ScalarNode scalar)) {
            return;
        }
        Node first = keys.putIfAbsent(scalar.getValue(), key);
        if (first != null) {
            problems.error(
                    place(path, key),
                    "the key \"" + scalar.getValue() + "\" stands twice in one mapping, first in line "
                            + place(path, first).line(),
                    "keep one of the two");
        }
    }

    private static Place place(String path, Mark mark) {
        return new Place(path, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Place place(String path, Optional<Mark> mark) {
        return mark.map(known -> place(path, known)).orElse(Place.of(path));
    }

    private static int lineOf(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0);
    }
}
