package dev.serai.foundation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of system that Serai can talk to, as {@code connectors/<name>/connector.yaml} describes it.
 *
 * @param name name of its folder
 * @param title its name for people
 * @param description what it is for, in a sentence or two
 * @param parameters what a connection can set, in the order of the file
 * @param component name of the Camel component behind it; empty for a pack of data formats and languages, which nothing connects to
 * @param componentClass Serai's own form of that component, of the connector's pack; empty when Camel's is used as it is
 * @param capabilities what a connection can do
 * @param delivery what is promised of each message; empty when nothing is said
 * @param beans objects that its component needs, shared by all integrations, in the order they are made
 * @param options options of the component; {@code #name} stands for a bean
 * @param endpoint what its endpoints are made of beside what a route writes
 * @param probe how to see whether a connection answers: the endpoint, without its scheme, to which something is sent, or {@code #name} of
 *     a bean that is a {@link java.util.concurrent.Callable}; empty when there is no way
 */
public record Connector(
        String name,
        String title,
        String description,
        List<Parameter> parameters,
        String component,
        String componentClass,
        Set<Capability> capabilities,
        String delivery,
        List<Bean> beans,
        Map<String, String> options,
        EndpointForm endpoint,
        String probe) {

    public Connector {
        parameters = List.copyOf(parameters);
        capabilities = Set.copyOf(capabilities);
        beans = List.copyOf(beans);
        options = Map.copyOf(options);
    }

    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    public List<String> parameterNames() {
        return parameters.stream().map(Parameter::name).toList();
    }

    /** Whether a connection of this kind can be configured. */
    public boolean connects() {
        return !component.isEmpty();
    }

    /**
     * How what a route writes behind the name of a connection becomes an endpoint of the component, where a part of the address stands in
     * each endpoint.
     *
     * @param path what stands behind the component's scheme; {@code {{path}}} is what the route wrote; empty when the route writes it all
     * @param options of every endpoint, unless the route sets them; {@code #name} stands for a bean
     */
    public record EndpointForm(String path, Map<String, String> options) {

        public static final EndpointForm NONE = new EndpointForm("", Map.of());

        public EndpointForm {
            options = Map.copyOf(options);
        }

        /** Whether the component takes what the route wrote as it is. */
        public boolean isEmpty() {
            return path.isEmpty();
        }
    }

    /** What a connection can do. */
    public enum Capability {
        SOURCE,
        SINK,
        REQUEST_REPLY,
        TRANSACTIONS;

        /** As connector.yaml says it. */
        public String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An object that the component needs.
     *
     * @param name how options and later beans refer to it, as {@code #name}
     * @param type class name
     * @param scope for whom it is made
     * @param properties by name; {@code {{parameter}}} stands for a value, {@code {{?parameter}}} leaves the property out without one
     */
    public record Bean(String name, String type, Scope scope, Map<String, String> properties) {

        public Bean {
            properties = Map.copyOf(properties);
        }
    }

    /** For whom a bean is made. Routes refer to any as {@code #connection.bean}. */
    public enum Scope {
        /** One for all integrations, made with the connection. */
        CONNECTION,
        /** One for each integration that refers to it, and for each purpose that it names: {@code #connection.bean.purpose}. */
        INTEGRATION;

        /** As connector.yaml says it. */
        public String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
