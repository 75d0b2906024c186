package dev.serai.management.lifecycle.gate.source;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.FileRole;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.gate.catalog.Distribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Everything a bundle's files say, parsed once, with what was wrong while parsing. */
public final class Sources {

    private final Bundle bundle;
    private final Distribution distribution;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<DslNode> roots = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Sources(Bundle bundle, Distribution distribution) {
        this.bundle = bundle;
        this.distribution = distribution;
    }

    public static Sources read(Bundle bundle, Distribution distribution) {
        Sources sources = new Sources(bundle, distribution);
        Problems unreadable = new Problems(bundle, "readable");
        bundle.paths().forEach(path -> Readable.text(bundle, path, unreadable)
                .ifPresent(text -> sources.texts.put(path, text)));
        sources.findings.addAll(unreadable.found());
        sources.texts.forEach(sources::parse);
        return sources;
    }

    /** The files of a role that could be read, by path. */
    public Map<String, String> texts(FileRole role) {
        Map<String, String> wanted = new LinkedHashMap<>();
        texts.forEach((path, text) -> {
            if (FileRole.of(path) == role) {
                wanted.put(path, text);
            }
        });
        return wanted;
    }

    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    /** One element for each route file or Kamelet, with what it declares below it. */
    public List<DslNode> roots() {
        return roots;
    }

    /** All elements of all files. */
    public Stream<DslNode> elements() {
        return roots.stream().flatMap(DslNode::walk);
    }

    /** The names that the bundle gives to beans. */
    public Set<String> beans(Map<String, String> properties) {
        return Declarations.beans(this, properties);
    }

    /** Whether a Java file of the bundle has a type's name; its text counts, so that a file that does not compile is told once. */
    public boolean declaresType(String name) {
        String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        return texts(FileRole.JAVA).values().stream()
                .anyMatch(java -> java.matches("(?s).*\\b(class|record|enum|interface)\\s+" + simple + "\\b.*"));
    }

    /** What was wrong with the files themselves: not readable, not well-formed, not of the DSL's structure. */
    public List<Finding> findings() {
        return findings;
    }

    private void parse(String path, String text) {
        switch (FileRole.of(path)) {
            case YAML -> yaml(path, text);
            case KAMELET -> kamelet(path, text);
            case XML -> xml(path, text);
            default -> {
                // the other roles have their own checks
            }
        }
    }

    private void yaml(String path, String text) {
        Problems syntax = new Problems(bundle, "yaml-syntax");
        Problems structure = new Problems(bundle, "yaml-structure");
        Optional<Node> document = Yaml.read(path, text, syntax);
        document.ifPresent(node -> document(path, node, structure));
        findings.addAll(syntax.found());
        findings.addAll(structure.found());
    }

    private void document(String path, Node document, Problems problems) {
        DslNode root = new DslNode("", Place.of(path), null);
        if (document instanceof SequenceNode items) {
            roots.add(root);
            new YamlDsl(path, distribution.yamlSchema(), problems).items(items, root);
        } else if (document instanceof MappingNode mapping && Yaml.find(mapping, "kind") != null) {
            roots.add(root);
            new Resources(path, distribution, problems).resource(mapping, root);
        } else {
            problems.error(
                    Yaml.place(path, document),
                    "the file is " + Yaml.words(document) + ", expected a list",
                    "begin each route with \"- \", as in \"- from:\"");
        }
    }

    private void kamelet(String path, String text) {
        Problems syntax = new Problems(bundle, "yaml-syntax");
        Problems structure = new Problems(bundle, "kamelet");
        Yaml.read(path, text, syntax).ifPresent(document -> {
            DslNode root = new DslNode("kamelet", Place.of(path), null);
            roots.add(root);
            new Resources(path, distribution, structure).kamelet(document, root);
        });
        findings.addAll(syntax.found());
        findings.addAll(structure.found());
    }

    private void xml(String path, String text) {
        Problems syntax = new Problems(bundle, "xml-syntax");
        Problems structure = new Problems(bundle, "xml-structure");
        Xml.read(path, text, syntax).ifPresent(root -> {
            roots.add(root);
            new XmlDsl(path, distribution, structure).check(text, root, Xml.namespace(root));
        });
        findings.addAll(syntax.found());
        findings.addAll(structure.found());
    }
}
