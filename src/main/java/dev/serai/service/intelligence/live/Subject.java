package dev.serai.service.intelligence.live;

/**
 * What is watched.
 *
 * @param kind what it is
 * @param integration its integration; empty for a connection and a system
 * @param name the route's id, the connection's name, or what is reached, such as {@code http:warehouse:8080}
 */
public record Subject(Kind kind, String integration, String name) {

    /** Kinds by the words of the management API. */
    public enum Kind {
        route,
        connection,
        /** What routes reach without a connection. */
        system
    }

    static Subject route(String integration, String name) {
        return new Subject(Kind.route, integration, name);
    }

    /** Such as {@code route:orders/store-order} or {@code connection:orders-db}. */
    public String id() {
        return kind + ":" + title();
    }

    /** Such as {@code orders/store-order} or {@code orders-db}. */
    public String title() {
        return integration.isEmpty() ? name : integration + "/" + name;
    }
}
