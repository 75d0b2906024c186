package dev.serai.foundation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of system that Serai can talk to, as {@code connectors/<name>/connector.yaml} describes it.
 *
 * @param name name of its folder
 * @param title its name for people
 * @param description what it is for, in a sentence or two
 * @param parameters what a connection can set, in the order of the file
 * @param component name of the Camel component behind it
 * @param beans objects that its component needs, shared by all integrations, in the order they are made
 * @param options options of the component; {@code #name} stands for a bean
 * @param probe what is sent to a connection to see whether it answers: the endpoint without its scheme; empty when it has none
 */
public record Connector(
        String name,
        String title,
        String description,
        List<Parameter> parameters,
        String component,
        List<Bean> beans,
        Map<String, String> options,
        String probe) {

    public Connector {
        parameters = List.copyOf(parameters);
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

    /**
     * An object that the component needs.
     *
     * @param name how options and later beans refer to it, as {@code #name}
     * @param type class name
     * @param properties by name; {@code {{parameter}}} stands for a value, {@code {{?parameter}}} leaves the property out without one
     */
    public record Bean(String name, String type, Map<String, String> properties) {

        public Bean {
            properties = Map.copyOf(properties);
        }
    }
}
