package dev.serai.engine.enterprise.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Immutable index from path to integration: a tree of path segments. A literal segment goes before a parameter, a parameter
 * before a prefix; the gate has made sure that no two integrations claim the same.
 */
final class PathTable {

    static final PathTable EMPTY = of(Map.of());

    private final Node root = new Node();

    private PathTable() {}

    /** The paths of one version alone. */
    static PathTable of(HttpVersion version) {
        return of(Map.of(version, new TrafficSwitch()));
    }

    static PathTable of(Map<HttpVersion, TrafficSwitch> live) {
        PathTable table = new PathTable();
        live.forEach((version, traffic) -> version.paths().forEach(path -> table.add(path, traffic)));
        return table;
    }

    private void add(HttpPath path, TrafficSwitch traffic) {
        Node node = root;
        for (String segment : segments(path.path())) {
            node = node.child(segment);
        }
        (path.prefix() ? node.below : node.here).add(new Entry(path, traffic));
    }

    /** The integration for a request; where the path is known but not with this method, one that answers 405. */
    @Nullable
    TrafficSwitch find(String method, String path) {
        List<String> segments = segments(path);
        TrafficSwitch exact = find(root, segments, 0, method, false);
        return exact != null ? exact : find(root, segments, 0, method, true);
    }

    /** Whether a request finds what answers it with this very method. */
    boolean serves(String method, String path) {
        return find(root, segments(path), 0, method, false) != null;
    }

    private static @Nullable TrafficSwitch find(
            Node node, List<String> segments, int at, String method, boolean anyMethod) {
        if (at == segments.size()) {
            TrafficSwitch here = pick(node.here, method, anyMethod);
            return here != null ? here : pick(node.below, method, anyMethod);
        }
        Node literal = node.literals.get(segments.get(at));
        TrafficSwitch found = literal == null ? null : find(literal, segments, at + 1, method, anyMethod);
        if (found == null && node.parameter != null) {
            found = find(node.parameter, segments, at + 1, method, anyMethod);
        }
        return found != null ? found : pick(node.below, method, anyMethod);
    }

    private static @Nullable TrafficSwitch pick(List<Entry> entries, String method, boolean anyMethod) {
        for (Entry entry : entries) {
            if (anyMethod || entry.path.allows(method)) {
                return entry.traffic;
            }
        }
        return null;
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(4);
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                if (i > start) {
                    segments.add(path.substring(start, i));
                }
                start = i + 1;
            }
        }
        return segments;
    }

    private record Entry(HttpPath path, TrafficSwitch traffic) {}

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node parameter;
        private final List<Entry> here = new ArrayList<>(1);
        private final List<Entry> below = new ArrayList<>(0);

        Node child(String segment) {
            if (!segment.startsWith("{") && !segment.startsWith(":")) {
                return literals.computeIfAbsent(segment, name -> new Node());
            }
            if (parameter == null) {
                parameter = new Node();
            }
            return parameter;
        }
    }
}
