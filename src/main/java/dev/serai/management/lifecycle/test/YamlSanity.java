package dev.serai.management.lifecycle.test;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Notes what YAML allows and no test file means: keys that stand twice, aliases that contain themselves or multiply. */
final class YamlSanity {

    private static final int MOST_NODES = 200_000;

    private final Problems problems;
    private final Set<Node> above = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    YamlSanity(Problems problems) {
        this.problems = problems;
    }

    void check(Node node) {
        if (++nodes == MOST_NODES) {
            problems.add(node, "aliases make the file longer than " + MOST_NODES + " values", "write it out");
        }
        if (nodes >= MOST_NODES) {
            return;
        }
        if (!above.add(node)) {
            problems.add(node, "an alias contains itself", "write it out");
            return;
        }
        if (node instanceof MappingNode mapping) {
            checkKeys(mapping);
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(this::check);
        }
        above.remove(node);
    }

    private void checkKeys(MappingNode mapping) {
        Set<String> keys = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            check(tuple.getKeyNode());
            check(tuple.getValueNode());
            if (tuple.getKeyNode() instanceof ScalarNode key && !keys.add(key.getValue())) {
                problems.add(key, "\"" + key.getValue() + "\" stands twice in its map", "keep one");
            }
        }
    }
}
