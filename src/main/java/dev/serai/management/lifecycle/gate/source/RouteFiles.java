package dev.serai.management.lifecycle.gate.source;

import dev.serai.foundation.Bundle;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Tells a route file from a contract, schema, style sheet or sample that lies beside it: by its name where that says so, otherwise by
 * what it begins with.
 */
public final class RouteFiles {

    private static final Set<String> ITEMS = Set.of(
            "beans",
            "dataFormats",
            "errorHandler",
            "from",
            "intercept",
            "interceptFrom",
            "interceptSendToEndpoint",
            "onCompletion",
            "onException",
            "routeConfiguration",
            "route",
            "routeTemplate",
            "templatedRoute",
            "restConfiguration",
            "rest");
    private static final Set<String> KINDS = Set.of("Pipe", "Integration", "KameletBinding");

    private RouteFiles() {}

    /** Whether the document is meant as routes, also when something is wrong with it. */
    static boolean isYamlRoute(Bundle bundle, String path, Node document) {
        if (saysSo(bundle, path)) {
            return true;
        }
        if (document instanceof MappingNode mapping) {
            return isResource(mapping)
                    || Yaml.entries(mapping).keySet().stream().anyMatch(ITEMS::contains);
        }
        return document instanceof SequenceNode sequence
                && sequence.getValue().stream().anyMatch(RouteFiles::looksLikeItem);
    }

    /** Whether the document is meant as routes, also when something is wrong with it. */
    static boolean isXmlRoute(Bundle bundle, String path, String root) {
        return saysSo(bundle, path) || XmlDsl.ROOTS.contains(root) || !mayBeSample(bundle, path);
    }

    /** Whether a file that cannot be read as routes may be something else that lies in the folder. */
    static boolean mayBeSample(Bundle bundle, String path) {
        return !saysSo(bundle, path) && path.indexOf('/') >= 0;
    }

    private static boolean saysSo(Bundle bundle, String path) {
        return !bundle.isFolder()
                || path.endsWith(".camel.yaml")
                || path.endsWith(".camel.xml")
                || path.equals("beans.yaml");
    }

    private static boolean isResource(MappingNode mapping) {
        return Yaml.find(mapping, "kind") instanceof ScalarNode kind
                && KINDS.contains(kind.getValue())
                && Optional.ofNullable(Yaml.find(mapping, "apiVersion")).isPresent();
    }

    private static boolean looksLikeItem(Node item) {
        return item instanceof MappingNode mapping
                && Yaml.entries(mapping).keySet().stream()
                        .anyMatch(key -> Suggestion.of(key, ITEMS).isPresent());
    }
}
