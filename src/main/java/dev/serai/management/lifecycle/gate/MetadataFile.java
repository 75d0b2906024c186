package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.FileRole;
import dev.serai.foundation.Finding;
import dev.serai.foundation.IntegrationMode;
import dev.serai.foundation.Metadata;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import dev.serai.management.lifecycle.gate.source.Place;
import dev.serai.management.lifecycle.gate.source.Problems;
import dev.serai.management.lifecycle.gate.source.Yaml;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * What {@code integration.yaml} says.
 *
 * @param metadata its content, as far as it is right
 * @param findings what is wrong with it
 */
record MetadataFile(Metadata metadata, List<Finding> findings) {

    private static final Set<String> KEYS = Set.of("owner", "description", "labels", "mode", "drain", "critical");
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h)");

    static MetadataFile read(Candidate candidate) {
        Map<String, String> files = candidate.sources().texts(FileRole.METADATA);
        Problems problems = new Problems(candidate.bundle(), "metadata");
        Metadata metadata = Metadata.NONE;
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!file.getValue().isBlank()) {
                metadata = new Reader(file.getKey(), problems).read(file.getValue());
            }
        }
        return new MetadataFile(metadata, problems.found());
    }

    private record Reader(String path, Problems problems) {

        Metadata read(String text) {
            Node document = Yaml.read(path, text, problems).orElse(null);
            if (document == null) {
                return Metadata.NONE;
            }
            if (!(document instanceof MappingNode mapping)) {
                problems.error(
                        Yaml.place(path, document),
                        "the metadata are " + Yaml.words(document) + ", expected a mapping",
                        "write \"key: value\" lines");
                return Metadata.NONE;
            }
            Map<String, NodeTuple> entries = Yaml.entries(mapping);
            entries.values().forEach(this::tellUnknown);
            return new Metadata(
                    text(entries, "owner"),
                    text(entries, "description"),
                    labels(entries),
                    mode(entries),
                    drain(entries),
                    critical(entries));
        }

        private void tellUnknown(NodeTuple entry) {
            ScalarNode key = (ScalarNode) entry.getKeyNode();
            if (!KEYS.contains(key.getValue())) {
                problems.error(
                        Yaml.place(path, key),
                        "unknown key \"" + key.getValue() + "\"",
                        Suggestion.hint(key.getValue(), KEYS, "expected one of " + Suggestion.list(KEYS)));
            }
        }

        private String text(Map<String, NodeTuple> entries, String key) {
            NodeTuple entry = entries.get(key);
            if (entry == null) {
                return "";
            }
            if (entry.getValueNode() instanceof ScalarNode scalar) {
                return Yaml.isEmpty(scalar) ? "" : scalar.getValue();
            }
            problems.error(
                    place(entry), "\"" + key + "\" is " + Yaml.words(entry.getValueNode()) + ", expected a text", "");
            return "";
        }

        private Map<String, String> labels(Map<String, NodeTuple> entries) {
            NodeTuple entry = entries.get("labels");
            Map<String, String> labels = new HashMap<>();
            if (entry == null) {
                return labels;
            }
            if (!(entry.getValueNode() instanceof MappingNode mapping)) {
                problems.error(
                        place(entry),
                        "\"labels\" is " + Yaml.words(entry.getValueNode()) + ", expected a mapping",
                        "write \"key: value\" lines below it");
                return labels;
            }
            Map<String, NodeTuple> inside = Yaml.entries(mapping);
            inside.keySet().forEach(label -> labels.put(label, text(inside, label)));
            return labels;
        }

        private IntegrationMode mode(Map<String, NodeTuple> entries) {
            String seen = text(entries, "mode");
            String wanted = seen.replace('-', '_').toUpperCase(Locale.ROOT);
            List<String> known =
                    Stream.of(IntegrationMode.values()).map(Enum::name).toList();
            if (known.contains(wanted)) {
                return IntegrationMode.valueOf(wanted);
            }
            NodeTuple entry = entries.get("mode");
            if (entry != null && !seen.isEmpty()) {
                problems.error(
                        place(entry),
                        "\"mode\" is \"" + seen + "\", expected one of " + String.join(", ", known),
                        Suggestion.hint(wanted, known, ""));
            }
            return IntegrationMode.DIRECT;
        }

        private @Nullable Duration drain(Map<String, NodeTuple> entries) {
            String seen = text(entries, "drain");
            Matcher duration = DURATION.matcher(seen);
            if (duration.matches() && duration.group(1).length() < 10) {
                return amount(Long.parseLong(duration.group(1)), duration.group(2));
            }
            NodeTuple entry = entries.get("drain");
            if (entry != null && !seen.isEmpty()) {
                problems.error(
                        place(entry),
                        "\"drain\" is \"" + seen + "\", expected a duration",
                        "write it like 500ms, 30s or 2m");
            }
            return null;
        }

        private boolean critical(Map<String, NodeTuple> entries) {
            String seen = text(entries, "critical");
            NodeTuple entry = entries.get("critical");
            if (entry != null && !Set.of("", "true", "false").contains(seen)) {
                problems.error(place(entry), "\"critical\" is \"" + seen + "\", expected true or false", "");
            }
            return seen.equals("true");
        }

        private static Duration amount(long amount, String unit) {
            return switch (unit) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        }

        private Place place(NodeTuple entry) {
            return Yaml.place(path, entry.getValueNode());
        }
    }
}
