package dev.serai.foundation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a change.
 *
 * @param name the integration
 * @param accepted whether the change is live
 * @param version number the change was stored under; null when it was refused
 * @param hash content hash of the change; empty when the content could not be read
 * @param activeVersion number of the version that serves now; null when none does
 * @param at when the change was decided
 * @param findings everything the checks had to say, errors first
 */
public record Receipt(
        String name,
        boolean accepted,
        @Nullable Integer version,
        String hash,
        @Nullable Integer activeVersion,
        Instant at,
        List<Finding> findings) {

    public Receipt {
        findings = List.copyOf(findings);
    }

    /** The same decision, beside which another version serves by now. */
    public Receipt withActiveVersion(int serves) {
        return new Receipt(name, accepted, version, hash, serves, at, findings);
    }
}
