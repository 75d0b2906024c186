package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Finding;
import dev.serai.foundation.secret.SecretUris;
import dev.serai.foundation.secret.SensitiveName;
import dev.serai.management.lifecycle.gate.source.Endpoint;
import dev.serai.management.lifecycle.gate.source.Problems;
import dev.serai.management.lifecycle.gate.source.Text;
import java.util.List;

/** Warns of secrets that stand in a route as they are: whoever reads the file, or the version that is kept of it, reads them. */
final class ClearTextCheck implements Check {

    private static final String HINT = "write {{secret:NAME}}, {{env:NAME}} or {{file:/path}}";

    @Override
    public List<Finding> check(Candidate candidate) {
        Problems problems = new Problems(candidate.bundle(), "clear-text");
        candidate.endpoints().forEach(endpoint -> check(endpoint, problems));
        return problems.found();
    }

    private static void check(Endpoint endpoint, Problems problems) {
        Text uri = endpoint.uri();
        SecretUris.openSecretsOf(uri.value())
                .forEach(what -> problems.warning(uri.place(), what + " stands in clear text", HINT));
        endpoint.parameters().forEach((name, option) -> {
            String value = option.value().value();
            if (SensitiveName.says(name) && SecretUris.isOpen(value)) {
                problems.warning(option.value().place(), "the option \"" + name + "\" stands in clear text", HINT);
            }
        });
    }
}
