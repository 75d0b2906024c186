package dev.serai.console.api;

import dev.serai.foundation.Finding;
import java.util.List;

/**
 * What the gate says of content that is not deployed.
 *
 * @param name the integration it would be
 * @param accepted whether the gate would let it in
 * @param hash its content hash
 * @param findings everything the checks had to say, errors first
 */
public record Validation(String name, boolean accepted, String hash, List<Finding> findings) {

    public Validation {
        findings = List.copyOf(findings);
    }

    public static Validation of(String name, String hash, List<Finding> findings) {
        return new Validation(name, findings.stream().noneMatch(Finding::refuses), hash, findings);
    }
}
