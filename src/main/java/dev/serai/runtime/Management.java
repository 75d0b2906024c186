package dev.serai.runtime;

import dev.serai.console.api.DeadLetterResource;
import dev.serai.console.api.IntegrationResource;
import dev.serai.console.api.LogTail;
import dev.serai.console.api.ManagementApi;
import dev.serai.console.api.Resource;
import dev.serai.console.api.RuntimeControl;
import dev.serai.console.api.RuntimeResource;
import dev.serai.console.api.RuntimeStatus;
import dev.serai.engine.enterprise.deadletter.DeadLetters;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.control.IntegrationControl;
import dev.serai.management.security.audit.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.server.handler.ContextHandler;

/** Joins the management API to what runs. */
record Management(
        IntegrationControl control, Checks checks, LogTail logs, DeadLetters deadLetters, List<ManagementPart> parts) {

    ManagementApi api(Supplier<RuntimeStatus> status, Runnable stop, AuditTrail audit) {
        List<Resource> resources = new ArrayList<>(List.of(
                new IntegrationResource(control, this::findings, logs),
                new DeadLetterResource(new LettersDesk(deadLetters, control)),
                new RuntimeResource(runtime(status, stop))));
        parts.forEach(part -> resources.addAll(part.resources()));
        return new ManagementApi(resources, audit);
    }

    /** What is served beside the API. */
    Stream<ContextHandler> beside() {
        return parts.stream().flatMap(part -> part.contexts().stream());
    }

    private List<Finding> findings(Bundle bundle) {
        return checks.gate()
                .check(bundle, checks.landscape(claimsBeside(bundle.name())))
                .findings();
    }

    private Map<String, List<Claim>> claimsBeside(String integration) {
        return control.claimsBeside(integration);
    }

    private static RuntimeControl runtime(Supplier<RuntimeStatus> status, Runnable stop) {
        return new RuntimeControl() {
            @Override
            public RuntimeStatus status() {
                return status.get();
            }

            @Override
            public void stop() {
                stop.run();
            }
        };
    }
}
