package dev.serai.foundation;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * An integration written in Java: files and configuration that become a {@link Bundle}. Every change gives a new object.
 *
 * <pre>{@code
 * Integration integration = Integration.named("greet")
 *         .file("greet.camel.yaml", route)
 *         .configure(layer -> layer.set("greeting", "Hello"));
 * manager.deploy(integration.bundle(), "ada");
 * }</pre>
 */
public final class Integration {

    /** What a name may look like: it becomes a folder, a metric label and part of a URL. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final String PROPERTIES = "application.properties";

    private final String name;
    private final Map<String, byte[]> files;
    private final ConfigurationValues configuration;

    private Integration(String name, Map<String, byte[]> files, ConfigurationValues configuration) {
        this.name = name;
        this.files = files;
        this.configuration = configuration;
    }

    /**
     * @param name letters, digits, dot, dash and underscore, beginning with a letter or digit
     * @throws IllegalArgumentException for any other name
     */
    public static Integration named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("integration name \"" + name
                    + "\" is not possible; expected letters, digits, dot, dash and underscore");
        }
        return new Integration(name, Map.of(), new ConfigurationValues(ConfigurationLayer.INTEGRATION, Map.of()));
    }

    /**
     * Adds a file, or replaces it.
     *
     * @param path within the integration, separated by {@code /}; {@code application.properties} is written by {@link #configure}
     * @param text its content
     */
    public Integration file(String path, String text) {
        if (path.equals(PROPERTIES)) {
            throw new IllegalArgumentException(
                    "integration " + name + ": " + PROPERTIES + " is written from configure(…); set its values there");
        }
        Map<String, byte[]> more = new TreeMap<>(files);
        more.put(path, text.getBytes(StandardCharsets.UTF_8));
        return new Integration(name, more, configuration);
    }

    /** Changes the values of this integration's own layer, step by step. */
    public Integration configure(UnaryOperator<ConfigurationValues> change) {
        return configure(change.apply(configuration));
    }

    /**
     * Takes over values for this integration's own layer; keys it does not name keep their values.
     *
     * @throws IllegalArgumentException when the values belong to another layer
     */
    public Integration configure(ConfigurationValues values) {
        if (values.layer() != ConfigurationLayer.INTEGRATION) {
            throw new IllegalArgumentException("integration " + name + " was given values of the layer "
                    + values.layer() + "; expected " + ConfigurationLayer.INTEGRATION);
        }
        Map<String, String> merged = new TreeMap<>(configuration.values());
        merged.putAll(values.values());
        return new Integration(name, files, new ConfigurationValues(values.layer(), merged));
    }

    /** The content to deploy: the files, and the configuration as {@code application.properties}. */
    public Bundle bundle() {
        Map<String, byte[]> content = new TreeMap<>(files);
        if (!configuration.values().isEmpty()) {
            content.put(PROPERTIES, properties().getBytes(StandardCharsets.UTF_8));
        }
        return new Bundle(name, name + "/", content);
    }

    private String properties() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(configuration.values()).forEach((key, value) -> text.append(escaped(key, true))
                .append('=')
                .append(escaped(value, false))
                .append('\n'));
        return text.toString();
    }

    /** Escapes as java.util.Properties reads it back. */
    private static String escaped(String text, boolean key) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        if (key) {
            return escaped.replaceAll("([ =:#!])", "\\\\$1");
        }
        return escaped.startsWith(" ") ? "\\" + escaped : escaped;
    }
}
