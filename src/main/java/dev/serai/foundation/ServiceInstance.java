package dev.serai.foundation;

/**
 * One place that answers a service.
 *
 * @param name the service, as in {@code service:NAME}
 * @param integration the integration that answers
 * @param version the version of it
 * @param address where: a Camel route here, such as {@code route:lookup}, or a URL elsewhere
 */
public record ServiceInstance(String name, String integration, int version, String address) {

    /** The integration's version as users see it: {@code orders@7}. */
    public String label() {
        return integration + "@" + version;
    }
}
