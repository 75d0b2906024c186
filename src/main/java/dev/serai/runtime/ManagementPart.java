package dev.serai.runtime;

import dev.serai.console.api.Resource;
import java.util.List;
import org.eclipse.jetty.server.handler.ContextHandler;

/**
 * A part of the runtime that can be asked on the management port.
 *
 * @param resources what it adds to the management API
 * @param contexts what it serves beside the API, each under its own context path
 */
record ManagementPart(List<Resource> resources, List<ContextHandler> contexts) {

    ManagementPart {
        resources = List.copyOf(resources);
        contexts = List.copyOf(contexts);
    }

    static ManagementPart of(Resource... resources) {
        return new ManagementPart(List.of(resources), List.of());
    }
}
