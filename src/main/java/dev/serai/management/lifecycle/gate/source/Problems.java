package dev.serai.management.lifecycle.gate.source;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.secret.Redaction;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one check. */
public final class Problems {

    private final Bundle bundle;
    private final String check;
    private final List<Finding> findings = new ArrayList<>();

    public Problems(Bundle bundle, String check) {
        this.bundle = bundle;
        this.check = check;
    }

    public void error(Place at, String message, String hint) {
        findings.add(Finding.error(
                fileOf(at), at.line(), at.column(), check, Redaction.clean(message), Redaction.clean(hint)));
    }

    public void warning(Place at, String message, String hint) {
        findings.add(Finding.warning(
                fileOf(at), at.line(), at.column(), check, Redaction.clean(message), Redaction.clean(hint)));
    }

    public boolean isEmpty() {
        return findings.isEmpty();
    }

    public List<Finding> found() {
        return List.copyOf(findings);
    }

    private String fileOf(Place at) {
        return at.file().isEmpty() ? bundle.place() : bundle.place(at.file());
    }
}
