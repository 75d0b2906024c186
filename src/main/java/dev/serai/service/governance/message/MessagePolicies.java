package dev.serai.service.governance.message;

import dev.serai.engine.cloud.connection.InterceptedEndpoint;
import dev.serai.foundation.Connection;
import dev.serai.foundation.Metadata;
import dev.serai.service.governance.model.Facts;
import dev.serai.service.governance.model.Target;
import dev.serai.service.governance.policy.Policies;
import dev.serai.service.governance.policy.PolicySet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.EndpointServiceLocation;

/**
 * Attaches the policies on messages to an integration's context. It asks where a route receives a message from outside, and before one is sent
 * to an endpoint that leaves the process, one whose address an expression made included. A context that is built while there is no policy on
 * messages is left as it is.
 */
public final class MessagePolicies {

    private static final Set<String> SERAIS_OWN =
            Set.of("service", "event", "transform", "serai-dead-letter", "direct", "seda", "log", "mock", "stub");

    private final Policies policies;
    private final Tidings tidings;
    private final Function<String, Optional<Connection>> connections;

    /**
     * @param policies those that hold
     * @param tidings is told of messages that break one
     * @param connections the connection of that name
     */
    public MessagePolicies(Policies policies, Tidings tidings, Function<String, Optional<Connection>> connections) {
        this.policies = policies;
        this.tidings = tidings;
        this.connections = connections;
    }

    /** To be called before the context is initialised. */
    public void attach(CamelContext context, String integration, Supplier<Metadata> metadata) {
        if (!hasAny(policies.current())) {
            return;
        }
        Control control = new Control(policies::current, tidings, integration, metadata.get());
        context.getCamelContextExtension().addInterceptStrategy(new Reception(control, this::facts));
        context.getCamelContextExtension()
                .registerEndpointCallback((uri, endpoint) -> leaves(endpoint) ? policed(endpoint, control) : endpoint);
    }

    private Endpoint policed(Endpoint endpoint, Control control) {
        Facts facts = facts(endpoint, "sink");
        return new InterceptedEndpoint(endpoint, (exchange, callback, producer) -> {
            if (control.letsOut(exchange, endpoint, facts)) {
                return producer.process(exchange, callback);
            }
            callback.done(true);
            return true;
        });
    }

    private static boolean hasAny(PolicySet set) {
        return !set.received().isEmpty()
                || !set.sent().isEmpty()
                || !set.ofEndpoints().isEmpty();
    }

    private static boolean leaves(Endpoint endpoint) {
        return endpoint.isRemote() && !SERAIS_OWN.contains(schemeOf(endpoint));
    }

    private static String schemeOf(Endpoint endpoint) {
        return endpoint.getEndpointUri().split("[:?]", 2)[0];
    }

    private Facts facts(Endpoint endpoint, String role) {
        String uri = endpoint.getEndpointUri();
        String scheme = schemeOf(endpoint);
        Optional<Connection> connection = connections.apply(scheme);
        String component = connection.map(one -> one.connector().component()).orElse(scheme);
        List<String> addresses = connection.isPresent() ? List.of() : addresses(endpoint, uri);
        return new Target(uri, component, role, leaves(endpoint), false, Map.of(), addresses, connection, "", true)
                .facts();
    }

    private static List<String> addresses(Endpoint endpoint, String uri) {
        String url = endpoint instanceof EndpointServiceLocation located ? located.getServiceUrl() : null;
        return url != null ? List.of(url) : uri.contains("://") ? List.of(uri.split("\\?", 2)[0]) : List.of();
    }
}
