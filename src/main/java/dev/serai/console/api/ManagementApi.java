package dev.serai.console.api;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.IntegrationManager;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.server.handler.ContextHandler;

/**
 * The management API and what it asks.
 *
 * @param integrations the integrations of this runtime
 * @param gate what the gate says of a bundle that is not deployed
 * @param logs follows the log of an integration
 * @param deadLetters messages that could not be delivered
 * @param runtime the runtime itself
 */
public record ManagementApi(
        IntegrationManager integrations,
        Function<Bundle, List<Finding>> gate,
        LogTail logs,
        DeadLetterDesk deadLetters,
        RuntimeControl runtime) {

    /** Where the API is found on the management port. */
    public static final String PATH = "/api/v1";

    /** The API as a part of a Jetty server, every call behind the token. */
    public ContextHandler behind(AccessToken token) {
        return new ContextHandler(new ApiHandler(token, routes()), PATH);
    }

    List<Route> routes() {
        return Stream.of(
                        new IntegrationResource(integrations, gate, logs).routes(),
                        new DeadLetterResource(deadLetters).routes(),
                        new RuntimeResource(runtime).routes(),
                        new DescriptionResource().routes())
                .flatMap(List::stream)
                .toList();
    }
}
