package dev.serai.management.monitoring.topology;

import dev.serai.management.monitoring.flow.Flow;
import dev.serai.management.monitoring.flow.Samples;
import dev.serai.management.monitoring.topology.Topology.Edge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Edges while they are drawn: flows of the same way are one. */
final class Edges {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Way(String from, String to, String via) implements Comparable<Way> {

        @Override
        public int compareTo(Way other) {
            return toString().compareTo(other.toString());
        }
    }

    private final Map<Way, Edge> drawn = new TreeMap<>();

    /** @param flow what moves there; empty when nothing has so far */
    void add(String from, String to, String via, Optional<Flow> flow) {
        Edge edge = flow.map(moved -> edge(from, to, via, moved)).orElse(new Edge(from, to, via, 0, 0, 0, 0));
        drawn.merge(new Way(from, to, via), edge, Edges::sum);
    }

    private static Edge edge(String from, String to, String via, Flow flow) {
        Samples.Span minute = flow.since(MINUTE);
        return new Edge(from, to, via, flow.total(), flow.failed(), minute.perSecond(), minute.failedPerSecond());
    }

    private static Edge sum(Edge one, Edge other) {
        return new Edge(
                one.from(),
                one.to(),
                one.via(),
                one.total() + other.total(),
                one.failed() + other.failed(),
                one.perSecond() + other.perSecond(),
                one.failedPerSecond() + other.failedPerSecond());
    }

    List<Edge> all() {
        return List.copyOf(drawn.values());
    }
}
