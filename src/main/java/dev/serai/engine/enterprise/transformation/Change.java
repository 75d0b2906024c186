package dev.serai.engine.enterprise.transformation;

import dev.serai.foundation.Finding;
import java.util.List;

/**
 * What came of a look at a transformation's folder.
 *
 * @param isNew whether it held something that was not decided upon before
 * @param findings why it was refused; empty when it was accepted
 */
public record Change(boolean isNew, List<Finding> findings) {

    static final Change NONE = new Change(false, List.of());
    static final Change ACCEPTED = new Change(true, List.of());

    public Change {
        findings = List.copyOf(findings);
    }

    static Change refused(List<Finding> findings) {
        return new Change(true, findings);
    }

    public boolean isRefused() {
        return !findings.isEmpty();
    }
}
