package dev.serai.foundation.configuration;

import dev.serai.foundation.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; says everything that is wrong with it at once. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    public ConfigurationException(List<Finding> findings) {
        super(findings.stream().map(Finding::sentence).collect(Collectors.joining(System.lineSeparator())));
        this.findings = List.copyOf(findings);
    }

    /** Does nothing when nothing is wrong. */
    public static void throwIfAny(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new ConfigurationException(findings);
        }
    }

    /** What is wrong, in the order of the layers; each with its place. */
    public List<Finding> findings() {
        return findings;
    }
}
