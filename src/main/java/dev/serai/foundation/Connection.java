package dev.serai.foundation;

import java.util.Map;
import java.util.Optional;

/**
 * A configured instance of a connector, as {@code config/connections/<name>.yaml} describes it. Its name is a URI scheme.
 *
 * @param name name of its file
 * @param connector its kind
 * @param parameters what it sets, as written: references are not resolved
 * @param circuit when it is left alone because its system fails; empty when never
 */
public record Connection(
        String name, Connector connector, Map<String, String> parameters, Optional<CircuitSettings> circuit) {

    public Connection {
        parameters = Map.copyOf(parameters);
    }

    /** One without a circuit. */
    public Connection(String name, Connector connector, Map<String, String> parameters) {
        this(name, connector, parameters, Optional.empty());
    }

    /** The file that describes it, relative to the home folder. */
    public String place() {
        return "config/connections/" + name + ".yaml";
    }

    /** Without its parameters, which may hold secrets. */
    @Override
    public String toString() {
        return name + " (" + connector.name() + ")";
    }
}
