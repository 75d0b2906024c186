package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.gate.catalog.Distribution;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import dev.serai.management.lifecycle.gate.source.Endpoint;
import dev.serai.management.lifecycle.gate.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.tooling.model.ComponentModel;

/** Holds every endpoint against the component that it names: whether it exists, is here, and has these options. */
final class EndpointCheck implements Check {

    @Override
    public List<Finding> check(Candidate candidate) {
        Problems problems = new Problems(candidate.bundle(), "endpoint");
        candidate.endpoints().forEach(endpoint -> check(endpoint, candidate, problems));
        return problems.found();
    }

    private static void check(Endpoint endpoint, Candidate candidate, Problems problems) {
        String uri = candidate.placeholders().resolve(endpoint.uri().value()).strip();
        String scheme = uri.split("[:?]", 2)[0];
        if (uri.isEmpty()) {
            problems.error(endpoint.uri().place(), "the endpoint URI is empty", "write it as component:name");
            return;
        }
        if (scheme.contains("{{") || scheme.contains("${") || candidate.beans().contains(scheme)) {
            return;
        }
        String component = candidate.landscape().connections().getOrDefault(scheme, scheme);
        Optional<ComponentModel> model = candidate.distribution().component(component);
        if (model.isEmpty() && isSomebodysOwn(scheme, component, candidate)) {
            return;
        }
        if (model.isEmpty()) {
            tellUnknown(endpoint, scheme, candidate, problems);
            return;
        }
        if (!candidate.distribution().hasComponent(component)
                && !candidate.landscape().connections().containsValue(component)) {
            tellAbsent(endpoint, scheme, model.get(), problems);
        }
        tellWrongSide(endpoint, scheme, model.get(), problems);
        new EndpointOptions(endpoint, scheme, model.get(), candidate, problems).check(uri);
    }

    /** A component that Camel's catalogue does not know: its options cannot be checked. */
    private static boolean isSomebodysOwn(String scheme, String component, Candidate candidate) {
        return candidate.landscape().connections().containsKey(scheme)
                || candidate.distribution().hasComponent(component);
    }

    private static void tellUnknown(Endpoint endpoint, String scheme, Candidate candidate, Problems problems) {
        Distribution distribution = candidate.distribution();
        List<String> known = new ArrayList<>(candidate.landscape().connections().keySet());
        known.addAll(distribution.components());
        String hint = Suggestion.of(scheme, known)
                .or(() -> Suggestion.of(scheme, distribution.catalog().findComponentNames()))
                .map(name -> "did you mean \"" + name + "\"?")
                .orElse("expected a component or the name of a connection");
        problems.error(endpoint.uri().place(), "unknown component or connection \"" + scheme + "\"", hint);
    }

    private static void tellAbsent(Endpoint endpoint, String scheme, ComponentModel model, Problems problems) {
        problems.error(
                endpoint.uri().place(),
                "component \"" + scheme + "\" needs " + model.getArtifactId()
                        + ", which this distribution does not have",
                "use a component that it has, or add the connector");
    }

    private static void tellWrongSide(Endpoint endpoint, String scheme, ComponentModel model, Problems problems) {
        boolean consumes = endpoint.role() != Endpoint.Role.PRODUCER;
        if (consumes && model.isProducerOnly()) {
            problems.error(
                    endpoint.uri().place(),
                    "nothing can be received from \"" + scheme + "\", it can only be sent to",
                    "");
        } else if (!consumes && model.isConsumerOnly()) {
            problems.error(
                    endpoint.uri().place(),
                    "nothing can be sent to \"" + scheme + "\", it can only be received from",
                    "");
        }
    }
}
