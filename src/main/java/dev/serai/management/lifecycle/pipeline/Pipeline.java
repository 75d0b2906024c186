package dev.serai.management.lifecycle.pipeline;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.IntegrationMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pipeline from one endpoint to another.
 *
 * @param name the integration's name
 * @param source the endpoint to read from; the name of a connection is a scheme: {@code orders-db:select …}
 * @param targets the endpoint to write to; two or more in mode {@code INTELLIGENT}
 * @param mode how data moves
 * @param optimization see {@link Optimization}
 * @param monitoring see {@link Monitoring}
 */
public record Pipeline(
        String name,
        String source,
        List<String> targets,
        IntegrationMode mode,
        Optimization optimization,
        Monitoring monitoring) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern ENDPOINT = Pattern.compile("[A-Za-z{][\\w.+{}-]*:.+", Pattern.DOTALL);
    private static final int LONGEST_PART = 40;

    /** @throws IllegalArgumentException with everything that is wrong */
    public Pipeline {
        targets = List.copyOf(targets);
        List<String> problems = new ArrayList<>(optimization.problems(mode));
        if (!NAME.matcher(name).matches()) {
            problems.add("name \"" + name + "\" is not possible; expected letters, digits, dot, dash and underscore");
        }
        if (!ENDPOINT.matcher(source).matches()) {
            problems.add("source \"" + source + "\" is no endpoint; expected a URI such as file:inbox");
        }
        targets.stream()
                .filter(target -> !ENDPOINT.matcher(target).matches())
                .forEach(target ->
                        problems.add("target \"" + target + "\" is no endpoint; expected a URI such as file:out"));
        problems.addAll(wrongNumber(targets.size(), mode));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("pipeline: " + String.join(" · ", problems));
        }
    }

    /** A pipeline named after its ends. */
    public static Pipeline between(String source, List<String> targets, IntegrationMode mode) {
        return new Pipeline(nameOf(source, targets), source, targets, mode, Optimization.NONE, Monitoring.NONE);
    }

    public Pipeline named(String other) {
        return new Pipeline(other, source, targets, mode, optimization, monitoring);
    }

    public Pipeline with(Optimization other) {
        return new Pipeline(name, source, targets, mode, other, monitoring);
    }

    public Pipeline with(Monitoring other) {
        return new Pipeline(name, source, targets, mode, optimization, other);
    }

    /** The integration it is: a folder with a route file to read and edit, and its description. */
    public Bundle bundle() {
        return new Bundle(
                name,
                name + "/",
                Map.of(
                        name + ".camel.yaml",
                        bytes(new RouteFile(this).text()),
                        "integration.yaml",
                        bytes("mode: " + mode + "\ndescription: " + summary() + "\n")));
    }

    /** What it does, in a few words without options, which may hold secrets. */
    String summary() {
        return "moves data from " + shown(source) + " to "
                + targets.stream().map(Pipeline::shown).collect(Collectors.joining(" or "));
    }

    static String nameOf(String source, List<String> targets) {
        return slug(source) + "-to-"
                + targets.stream().findFirst().map(Pipeline::slug).orElse("nowhere");
    }

    private static List<String> wrongNumber(int targets, IntegrationMode mode) {
        if (mode == IntegrationMode.INTELLIGENT) {
            return targets >= 2 ? List.of() : List.of("mode INTELLIGENT chooses between targets; give it two or more");
        }
        return targets == 1
                ? List.of()
                : List.of("mode " + mode + " has one target, not " + targets + "; INTELLIGENT chooses between several");
    }

    /** The scheme and the first word behind it. */
    private static String shown(String uri) {
        String path = withoutSecrets(uri).replaceFirst(":/{2,}", ":");
        return path.strip().replaceFirst("\\s.*", "").replaceAll("[^\\w.:/{}-]", "");
    }

    private static String slug(String uri) {
        String slug = withoutSecrets(uri)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.length() <= LONGEST_PART
                ? slug
                : slug.substring(0, LONGEST_PART).replaceAll("-$", "");
    }

    private static String withoutSecrets(String uri) {
        return uri.replaceFirst("(?s)\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
