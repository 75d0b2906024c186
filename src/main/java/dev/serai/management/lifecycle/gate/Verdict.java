package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Finding;
import dev.serai.foundation.Metadata;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.CompiledClasses;
import java.util.Comparator;
import java.util.List;

/**
 * What the gate says of a bundle.
 *
 * @param findings all findings of all checks, errors first, then by place
 * @param metadata what {@code integration.yaml} says
 * @param claims names that the bundle takes
 * @param classes its compiled Java classes
 */
public record Verdict(List<Finding> findings, Metadata metadata, List<Claim> claims, CompiledClasses classes) {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::file)
            .thenComparingInt(Finding::line)
            .thenComparingInt(Finding::column);

    public Verdict {
        findings = findings.stream().sorted(ORDER).toList();
        claims = List.copyOf(claims);
    }

    public boolean accepts() {
        return findings.stream().noneMatch(Finding::refuses);
    }
}
