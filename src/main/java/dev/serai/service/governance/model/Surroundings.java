package dev.serai.service.governance.model;

import dev.serai.foundation.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What rules can ask beside the integration itself.
 *
 * @param profile the active profile; empty for none
 * @param connections all connections
 * @param approvals who approved the content of that hash
 */
public record Surroundings(
        String profile, Supplier<List<Connection>> connections, Function<String, List<String>> approvals) {

    /** Nothing. */
    public static final Surroundings NONE = new Surroundings("", List::of, hash -> List.of());

    Optional<Connection> connection(String name) {
        return connections.get().stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
