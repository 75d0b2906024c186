package dev.serai.management.monitoring.flow;

/**
 * What an endpoint reaches, without its path, its options, its login: fit for a label.
 *
 * @param kind what it is
 * @param name its name among its kind: {@code orders-db}, {@code http:warehouse:8080}
 */
public record Target(Kind kind, String name) {

    /** Stays inside the integration. */
    public static final Target INSIDE = new Target(Kind.inside, "");

    /** Kinds by the words of the management API. */
    public enum Kind {
        connection,
        external,
        event,
        service,
        /** Nothing that leaves the integration. */
        inside
    }

    /** Such as {@code external:http:warehouse:8080}. */
    public String id() {
        return kind + ":" + name;
    }

    public boolean leaves() {
        return kind != Kind.inside;
    }
}
