package dev.serai.console.api;

import dev.serai.management.security.audit.AuditTrail;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.server.handler.ContextHandler;

/**
 * The management API.
 *
 * @param resources its parts; the API's own description is added
 * @param audit where every change and every refusal goes on record
 */
public record ManagementApi(List<Resource> resources, AuditTrail audit) {

    /** Where the API is found on the management port. */
    public static final String PATH = "/api/v1";

    public ManagementApi {
        resources = List.copyOf(resources);
    }

    /** The API as a part of a Jetty server; it answers only callers that the entrance has made known. */
    public ContextHandler context() {
        return new ContextHandler(new ApiHandler(routes(), audit), PATH);
    }

    List<Route> routes() {
        return Stream.concat(resources.stream(), Stream.of(new DescriptionResource()))
                .map(Resource::routes)
                .flatMap(List::stream)
                .toList();
    }
}
