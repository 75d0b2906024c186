package dev.serai.management.lifecycle.gate.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One element of the route DSL, the same for YAML and XML: {@code to}, {@code choice}, {@code simple} … */
public final class DslNode {

    private final String name;
    private final Place place;
    private final @Nullable DslNode parent;
    private @Nullable Text inline;
    private final Map<String, Text> attributes = new LinkedHashMap<>();
    private final Map<String, Map<String, Option>> maps = new LinkedHashMap<>();
    private final List<DslNode> children = new ArrayList<>();

    public DslNode(String name, Place place, @Nullable DslNode parent) {
        this.name = name;
        this.place = place;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    public String name() {
        return name;
    }

    public Place place() {
        return place;
    }

    public Optional<DslNode> parent() {
        return Optional.ofNullable(parent);
    }

    /** The text that stands for the whole element, as in {@code to: direct:a} or {@code <simple>${body}</simple>}. */
    public Optional<Text> inline() {
        return Optional.ofNullable(inline);
    }

    public Optional<Text> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    /** The attribute, or the inline text that may stand for it. */
    public Optional<Text> attributeOrInline(String key) {
        return attribute(key).or(this::inline);
    }

    public Map<String, Text> attributes() {
        return attributes;
    }

    /** Free key-value pairs, such as {@code parameters}. */
    public Map<String, Option> map(String key) {
        return maps.getOrDefault(key, Map.of());
    }

    public Map<String, Map<String, Option>> maps() {
        return maps;
    }

    public List<DslNode> children() {
        return children;
    }

    public Stream<DslNode> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }

    /** This element and everything below it, in the order of the file. */
    public Stream<DslNode> walk() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(DslNode::walk));
    }

    /** The nearest element of one of these names that contains this one. */
    public Optional<DslNode> enclosing(Set<String> names) {
        for (DslNode above = parent; above != null; above = above.parent) {
            if (names.contains(above.name)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    void inline(Text text) {
        inline = text;
    }

    void attribute(String key, Text value) {
        attributes.put(key, value);
    }

    void map(String key, Map<String, Option> entries) {
        maps.put(key, entries);
    }
}
