package dev.serai.management.security;

import java.util.Set;

/**
 * Who asks, once that is proven.
 *
 * @param name the user, or the name of the token
 * @param means how it was proven
 * @param address where the call came from, such as {@code 127.0.0.1}; empty inside the process
 * @param permissions what the caller may do
 */
public record Caller(String name, Means means, String address, Set<Permission> permissions) {

    /** How a caller proves who it is. */
    public enum Means {
        /** The token of {@code state/runtime.json}: the owner of the home, on the command line. */
        OWNER,
        /** A login in the console. */
        SESSION,
        /** An API token. */
        TOKEN,
        /** A bearer token of the identity provider. */
        OIDC,
        /** The certificate that its connection was begun with. */
        CERTIFICATE,
        /** The runtime itself, such as the watched folder. */
        RUNTIME
    }

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** The runtime itself, acting for one of its parts, such as {@code watched folder}. */
    public static Caller runtime(String part) {
        return new Caller(part, Means.RUNTIME, "", Role.ADMIN.permissions());
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
