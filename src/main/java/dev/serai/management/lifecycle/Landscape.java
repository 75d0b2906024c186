package dev.serai.management.lifecycle;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a bundle is checked against, besides itself.
 *
 * @param claims what the other integrations claim, by integration name
 * @param connections the Camel component behind each connection, by the connection's name, such as orders-db → sql
 * @param transformations names of the folders in {@code transformations/}
 * @param beans what connections lend to routes, such as orders-db.idempotent; {@code .*} at the end where a purpose can follow
 * @param properties the properties every integration sees, resolved, without its own
 */
public record Landscape(
        Map<String, List<Claim>> claims,
        Map<String, String> connections,
        Set<String> transformations,
        Set<String> beans,
        Map<String, String> properties) {

    public static final Landscape EMPTY = new Landscape(Map.of(), Map.of(), Set.of(), Set.of(), Map.of());

    public Landscape {
        claims = Map.copyOf(claims);
        connections = Map.copyOf(connections);
        transformations = Set.copyOf(transformations);
        beans = Set.copyOf(beans);
        properties = Map.copyOf(properties);
    }
}
