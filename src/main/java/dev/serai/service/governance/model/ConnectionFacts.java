package dev.serai.service.governance.model;

import dev.serai.foundation.Connection;
import java.util.List;

/** A connection as rules see it. */
final class ConnectionFacts {

    private ConnectionFacts() {}

    static Facts of(Connection connection) {
        List<String> addresses = Target.addressesOf(connection).toList();
        String component = connection.connector().component();
        String protocol = addresses.stream()
                .map(text -> Addresses.protocol(text, ""))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(component);
        return new Facts()
                .with("name", connection.name())
                .with("connector", connection.connector().name())
                .with("component", component)
                .with("encrypted", Addresses.isEncrypted(protocol, component, connection.parameters()))
                .with(
                        "hosts",
                        addresses.stream()
                                .flatMap(text -> Addresses.hosts(text).stream())
                                .distinct()
                                .toList())
                .with("parameters", Target.masked(connection.parameters()));
    }
}
