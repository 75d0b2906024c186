package dev.serai.management.lifecycle.gate.source;

import dev.serai.management.lifecycle.gate.catalog.Distribution;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads files in the form of Kubernetes resources: Kamelets, Pipes, Integrations. */
final class Resources {

    private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Set<String> KAMELET_SPEC =
            Set.of("definition", "dependencies", "template", "types", "dataTypes", "flow");
    private static final Set<String> KINDS = Set.of("Pipe", "Integration", "KameletBinding");

    private final String path;
    private final Distribution distribution;
    private final Problems problems;

    Resources(String path, Distribution distribution, Problems problems) {
        this.path = path;
        this.distribution = distribution;
        this.problems = problems;
    }

    void kamelet(Node document, DslNode root) {
        if (!(document instanceof MappingNode mapping)) {
            problems.error(
                    Yaml.place(path, document),
                    "the Kamelet is " + Yaml.words(document)
                            + ", expected a mapping with apiVersion, kind, metadata and spec",
                    "");
            return;
        }
        unknownKeys(mapping, TOP, "a Kamelet");
        kind(mapping, Set.of("Kamelet"));
        name(mapping);
        if (!(Yaml.find(mapping, "spec") instanceof MappingNode spec)) {
            problems.error(
                    Yaml.place(path, mapping), "the Kamelet has no \"spec\"", "add spec.template with a \"from\"");
            return;
        }
        unknownKeys(spec, KAMELET_SPEC, "\"spec\"");
        parameters(spec, root);
        template(spec, root);
    }

    void resource(MappingNode mapping, DslNode root) {
        kind(mapping, KINDS);
        Node flows = Yaml.find(mapping, "spec", "flows");
        if (flows instanceof SequenceNode items) {
            new YamlDsl(path, distribution.yamlSchema(), problems).items(items, root);
            return;
        }
        DslNode route = new DslNode("route", Yaml.place(path, mapping), root);
        end(mapping, "source", "from", route);
        if (Yaml.find(mapping, "spec", "steps") instanceof SequenceNode steps) {
            steps.getValue().forEach(step -> reference(step, "to", route));
        }
        end(mapping, "sink", "to", route);
    }

    private void end(MappingNode mapping, String end, String element, DslNode route) {
        Node node = Yaml.find(mapping, "spec", end);
        if (node == null) {
            problems.error(Yaml.place(path, mapping), "\"spec\" lacks \"" + end + "\"", "add it, with a uri or a ref");
        } else {
            reference(node, element, route);
        }
    }

    private void reference(Node node, String element, DslNode route) {
        DslNode endpoint = new DslNode(element, Yaml.place(path, node), route);
        if (Yaml.find(node, "uri") instanceof ScalarNode uri) {
            endpoint.attribute("uri", Yaml.text(path, uri));
        } else if (Yaml.find(node, "ref", "name") instanceof ScalarNode name && isKamelet(node)) {
            Text text = Yaml.text(path, name);
            endpoint.attribute("uri", new Text("kamelet:" + text.value(), text.place(), false));
        }
        Node properties = Yaml.find(node, "properties");
        if (properties != null) {
            endpoint.map("parameters", new YamlValue(path, problems).options(properties, "properties"));
        }
    }

    private static boolean isKamelet(Node node) {
        return Yaml.find(node, "ref", "kind") instanceof ScalarNode kind
                && kind.getValue().equals("Kamelet");
    }

    private void kind(MappingNode mapping, Set<String> expected) {
        if (!(Yaml.find(mapping, "kind") instanceof ScalarNode kind)) {
            problems.error(
                    Yaml.place(path, mapping), "\"kind\" is missing", "add kind: " + String.join(" or ", expected));
        } else if (!expected.contains(kind.getValue())) {
            problems.error(
                    Yaml.place(path, kind),
                    "unknown kind \"" + kind.getValue() + "\"",
                    Suggestion.hint(kind.getValue(), expected, "expected " + Suggestion.list(expected)));
        }
    }

    private void name(MappingNode mapping) {
        String expected = path.substring(path.lastIndexOf('/') + 1, path.length() - ".kamelet.yaml".length());
        @Nullable Node name = Yaml.find(mapping, "metadata", "name");
        if (!(name instanceof ScalarNode scalar)) {
            problems.error(Yaml.place(path, mapping), "\"metadata.name\" is missing", "add name: " + expected);
        } else if (!scalar.getValue().equals(expected)) {
            problems.error(
                    Yaml.place(path, scalar),
                    "the Kamelet is named \"" + scalar.getValue() + "\" but its file \"" + expected
                            + "\", expected the same",
                    "Camel looks Kamelets up by their file: rename one of the two");
        }
    }

    private void parameters(MappingNode spec, DslNode root) {
        if (Yaml.find(spec, "definition", "properties") instanceof MappingNode properties) {
            Yaml.entries(properties).values().forEach(entry -> parameter(entry, root));
        }
    }

    private void parameter(NodeTuple entry, DslNode root) {
        Text name = Yaml.text(path, (ScalarNode) entry.getKeyNode());
        new DslNode("parameters", name.place(), root).attribute("name", name);
    }

    private void template(MappingNode spec, DslNode root) {
        if (!(Yaml.find(spec, "template") instanceof MappingNode template)) {
            problems.error(Yaml.place(path, spec), "\"spec\" lacks \"template\"", "add it, with a \"from\"");
            return;
        }
        Map<String, NodeTuple> entries = Yaml.entries(template);
        if (List.of("from", "route").stream().noneMatch(entries::containsKey)) {
            problems.error(Yaml.place(path, template), "\"template\" has neither \"from\" nor \"route\"", "add one");
        }
        new YamlDsl(path, distribution.yamlSchema(), problems).keys(template, root);
    }

    private void unknownKeys(MappingNode mapping, Set<String> known, String where) {
        Yaml.entries(mapping).forEach((key, entry) -> {
            if (!known.contains(key)) {
                problems.error(
                        Yaml.place(path, entry.getKeyNode()),
                        "unknown key \"" + key + "\" in " + where,
                        Suggestion.hint(key, known, "expected one of " + Suggestion.list(known)));
            }
        });
    }
}
