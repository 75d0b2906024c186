package dev.serai.management.lifecycle.gate.source;

import dev.serai.management.lifecycle.gate.catalog.Shape;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import dev.serai.management.lifecycle.gate.catalog.YamlSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Turns YAML into elements of the DSL along Camel's schema, telling everything that does not fit it. */
final class YamlDsl {

    private static final Set<String> EXPRESSION_OPTIONAL = Set.of("sort", "transform", "claimCheck");
    private static final Set<String> NEED_STEPS =
            Set.of("from", "aggregate", "doTry", "filter", "loop", "multicast", "pipeline", "split");

    private final String path;
    private final YamlSchema schema;
    private final Problems problems;
    private final YamlValue value;

    YamlDsl(String path, YamlSchema schema, Problems problems) {
        this.path = path;
        this.schema = schema;
        this.problems = problems;
        this.value = new YamlValue(path, problems);
    }

    /** The items of a file: routes, REST services, beans … */
    void items(SequenceNode items, DslNode root) {
        items.getValue().forEach(item -> item(item, schema.item(), "element", root));
    }

    /** The keys of a mapping that stand for items, as in the template of a Kamelet. */
    void keys(MappingNode mapping, DslNode root) {
        Yaml.entries(mapping).values().forEach(entry -> known(entry, schema.item(), "key", root));
    }

    private void item(Node node, Shape shape, String what, DslNode owner) {
        if (!(node instanceof MappingNode mapping)) {
            String seen = node instanceof ScalarNode scalar && !Yaml.isEmpty(node)
                    ? "the " + what + " \"" + shortened(scalar.getValue()) + "\" has no value"
                    : "the " + what + " is " + Yaml.words(node);
            problems.error(Yaml.place(path, node), seen + ", expected a mapping", "write it as \"- name: …\"");
            return;
        }
        Map<String, NodeTuple> entries = Yaml.entries(mapping);
        if (entries.size() > 1) {
            NodeTuple second = List.copyOf(entries.values()).get(1);
            problems.error(
                    Yaml.place(path, second.getKeyNode()),
                    "the " + what + " has " + entries.size() + " keys (" + String.join(", ", entries.keySet())
                            + "), expected one",
                    "check the indentation, or begin \""
                            + List.copyOf(entries.keySet()).get(1) + "\" with \"- \" as an item of its own");
            return;
        }
        entries.values().forEach(entry -> known(entry, shape, what, owner));
    }

    private void known(NodeTuple entry, Shape shape, String what, DslNode owner) {
        ScalarNode key = (ScalarNode) entry.getKeyNode();
        Supplier<Shape> field = shape.fields().get(key.getValue());
        if (field == null) {
            problems.error(
                    Yaml.place(path, key),
                    "unknown " + what + " \"" + key.getValue() + "\"",
                    Suggestion.hint(
                            key.getValue(),
                            shape.fields().keySet(),
                            "expected one of " + Suggestion.list(shape.fields().keySet())));
            return;
        }
        field(key, entry.getValueNode(), field.get(), owner);
    }

    private void field(ScalarNode key, Node node, Shape shape, DslNode owner) {
        String name = StringHelper.dashToCamelCase(key.getValue());
        switch (shape.kind()) {
            case OBJECT -> object(name, Yaml.place(path, key), node, shape, owner);
            case ARRAY -> array(name, key, node, shape, owner);
            case ANY -> owner.map(name, value.options(node, name));
            default -> value.of(name, key, node, shape).ifPresent(text -> owner.attribute(name, text));
        }
    }

    private void object(String name, Place place, Node node, Shape shape, DslNode owner) {
        if (shape.fields().isEmpty()) {
            freeMap(name, place, node, owner, shape);
            return;
        }
        DslNode child = new DslNode(name, place, owner);
        if (node instanceof MappingNode mapping) {
            members(mapping, shape, child);
        } else if (node instanceof ScalarNode scalar && shape.inline() && !Yaml.isEmpty(node)) {
            child.inline(Yaml.text(path, scalar));
        } else {
            problems.error(
                    Yaml.isEmpty(node) ? place : Yaml.place(path, node),
                    "\"" + name + "\" is " + Yaml.words(node) + ", expected "
                            + (shape.inline() ? "a text or a mapping" : "a mapping"),
                    emptyHint(name, node, shape));
        }
    }

    private void freeMap(String name, Place place, Node node, DslNode owner, Shape shape) {
        if (node instanceof MappingNode) {
            if (shape.closed()) {
                new DslNode(name, place, owner);
            } else {
                owner.map(name, value.options(node, name));
            }
        } else {
            problems.error(
                    Yaml.isEmpty(node) ? place : Yaml.place(path, node),
                    "\"" + name + "\" is " + Yaml.words(node) + ", expected a mapping",
                    Yaml.isEmpty(node) ? "write \"" + name + ": {}\" when there is nothing to say" : "");
        }
    }

    private static String emptyHint(String name, Node node, Shape shape) {
        return Yaml.isEmpty(node) && shape.required().isEmpty()
                ? "indent what belongs to it, or write \"" + name + ": {}\" when there is nothing to say"
                : shape.required().isEmpty() ? "" : "it needs " + String.join(", ", shape.required());
    }

    private void members(MappingNode mapping, Shape shape, DslNode child) {
        Map<String, NodeTuple> seen = new LinkedHashMap<>();
        boolean allKnown = true;
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key) {
                allKnown &= member(key, entry, shape, child, seen);
            }
        }
        shape.choices().forEach(choice -> tellBoth(choice, child, seen));
        if (allKnown) {
            tellMissing(shape, child, seen);
            shape.choices().forEach(choice -> tellNone(choice, child, seen));
        }
    }

    private boolean member(ScalarNode key, NodeTuple entry, Shape shape, DslNode child, Map<String, NodeTuple> seen) {
        String name = StringHelper.dashToCamelCase(key.getValue());
        Supplier<Shape> field = shape.fields().get(name);
        if (field != null) {
            seen.put(name, entry);
            field(key, entry.getValueNode(), field.get(), child);
        } else {
            problems.error(
                    Yaml.place(path, key),
                    "unknown key \"" + key.getValue() + "\" in \"" + child.name() + "\"",
                    unknownKeyHint(key.getValue(), shape));
        }
        return field != null;
    }

    private String unknownKeyHint(String key, Shape shape) {
        return Suggestion.of(key, shape.fields().keySet())
                .map(name -> "did you mean \"" + name + "\"?")
                .orElseGet(() -> {
                    if (shape.fields().containsKey("steps")
                            && schema.step().fields().containsKey(key)) {
                        return "a step belongs into the list below \"steps\"";
                    }
                    return shape.fields().containsKey("parameters")
                            ? "options of the endpoint belong below \"parameters\""
                            : "expected one of "
                                    + Suggestion.list(shape.fields().keySet());
                });
    }

    private void tellMissing(Shape shape, DslNode child, Map<String, NodeTuple> seen) {
        for (String name : shape.required()) {
            if (!seen.containsKey(name)) {
                problems.error(child.place(), "\"" + child.name() + "\" lacks \"" + name + "\"", "add it");
            }
        }
    }

    private void tellBoth(Set<String> choice, DslNode child, Map<String, NodeTuple> seen) {
        List<String> chosen = seen.keySet().stream().filter(choice::contains).toList();
        if (chosen.size() > 1) {
            NodeTuple second = seen.get(chosen.get(1));
            problems.error(
                    second == null ? child.place() : Yaml.place(path, second.getKeyNode()),
                    "\"" + child.name() + "\" has both \"" + chosen.get(0) + "\" and \"" + chosen.get(1)
                            + "\", expected one of them",
                    "keep one");
        }
    }

    private void tellNone(Set<String> choice, DslNode child, Map<String, NodeTuple> seen) {
        if (seen.keySet().stream().anyMatch(choice::contains)) {
            return;
        }
        if (choice.contains("simple") && !EXPRESSION_OPTIONAL.contains(child.name())) {
            problems.error(
                    child.place(),
                    "\"" + child.name() + "\" has no expression",
                    "add one, such as simple: \"${body}\"");
        }
        if (choice.contains("csv")) {
            problems.error(child.place(), "\"" + child.name() + "\" names no data format", "add one, such as json: {}");
        }
    }

    private void array(String name, ScalarNode key, Node node, Shape shape, DslNode owner) {
        Shape item = shape.items().get();
        if (node instanceof SequenceNode sequence) {
            if (sequence.getValue().isEmpty() && name.equals("steps") && NEED_STEPS.contains(owner.name())) {
                problems.error(Yaml.place(path, node), "\"steps\" is an empty list", "add a step");
            }
            sequence.getValue().forEach(one -> arrayItem(name, one, item, owner));
            if (item.single() && !sequence.getValue().isEmpty()) {
                tellWithoutSteps(sequence.getValue().get(sequence.getValue().size() - 1));
            }
        } else if (node instanceof ScalarNode && item.kind() == Shape.Kind.STRING && !Yaml.isEmpty(node)) {
            arrayItem(name, node, item, owner);
        } else {
            problems.error(
                    Yaml.isEmpty(node) ? Yaml.place(path, key) : Yaml.place(path, node),
                    "\"" + name + "\" is " + Yaml.words(node) + ", expected a list",
                    "begin each item with \"- \"");
        }
    }

    /** Camel puts the steps that follow into a block without steps, so that only the last one has none. */
    private void tellWithoutSteps(Node last) {
        if (last instanceof MappingNode mapping && mapping.getValue().size() == 1) {
            NodeTuple entry = mapping.getValue().get(0);
            if (entry.getKeyNode() instanceof ScalarNode key
                    && NEED_STEPS.contains(key.getValue())
                    && entry.getValueNode() instanceof MappingNode block
                    && !Yaml.entries(block).containsKey("steps")) {
                problems.error(
                        Yaml.place(path, key),
                        "\"" + key.getValue() + "\" has no steps",
                        "put what it shall do below \"steps\"");
            }
        }
    }

    private void arrayItem(String name, Node one, Shape item, DslNode owner) {
        if (item.single()) {
            item(one, item, "step", owner);
        } else if (item.kind() == Shape.Kind.OBJECT) {
            object(name, Yaml.place(path, one), one, item, owner);
        } else {
            scalarItem(name, one, item, owner);
        }
    }

    private void scalarItem(String name, Node one, Shape item, DslNode owner) {
        @Nullable Text text = value.of(name, one, one, item).orElse(null);
        if (text != null) {
            new DslNode(name, text.place(), owner).inline(text);
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
