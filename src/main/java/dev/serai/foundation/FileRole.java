package dev.serai.foundation;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a file means inside an integration, told by its name alone. */
public enum FileRole {
    /** Routes, REST services, beans or templates in the YAML DSL. */
    YAML,
    /** The same in the XML DSL. */
    XML,
    /** A Java class: a route builder, or a plain class the routes use. */
    JAVA,
    /** A Kamelet, {@code *.kamelet.yaml}. */
    KAMELET,
    /** {@code application.properties}, or {@code application-<profile>.properties}. */
    PROPERTIES,
    /** {@code integration.yaml}: owner, description, labels, mode, drain deadline. */
    METADATA,
    /** {@code *.test.yaml}: a test beside the route. */
    TEST,
    /** Anything else: schemas, mappings, samples, read by the routes through {@code classpath:}. */
    RESOURCE;

    private static final Pattern PROPERTIES_FILE = Pattern.compile("application(-[\\w.-]+)?\\.properties");

    /** The role of a file by its path within the integration. */
    public static FileRole of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".test.yaml") || lower.endsWith(".test.yml")) {
            return TEST;
        }
        if (lower.endsWith(".kamelet.yaml")) {
            return KAMELET;
        }
        if (path.equals("integration.yaml")) {
            return METADATA;
        }
        if (PROPERTIES_FILE.matcher(path).matches()) {
            return PROPERTIES;
        }
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return YAML;
        }
        if (lower.endsWith(".xml")) {
            return XML;
        }
        return lower.endsWith(".java") ? JAVA : RESOURCE;
    }
}
