package dev.serai.management.security.oidc;

import dev.serai.management.security.Role;
import java.util.Set;

/**
 * A user that the identity provider vouches for.
 *
 * @param name the user
 * @param roles what its claims say; may be empty
 */
public record Proven(String name, Set<Role> roles) {

    public Proven {
        roles = Set.copyOf(roles);
    }
}
