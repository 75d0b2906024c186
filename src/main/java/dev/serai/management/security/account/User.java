package dev.serai.management.security.account;

import dev.serai.management.security.Role;
import java.time.Instant;
import java.util.Set;

/**
 * A person who logs in with a password.
 *
 * @param name the login
 * @param passwordHash the password's Argon2id hash
 * @param roles what the person is trusted with
 * @param createdAt when the user was added
 * @param changedAt when password or roles changed last; every login from before ends with a change
 */
public record User(String name, String passwordHash, Set<Role> roles, Instant createdAt, Instant changedAt) {

    public User {
        roles = Set.copyOf(roles);
    }

    public boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }

    /** Never the hash. */
    @Override
    public String toString() {
        return name + " " + roles;
    }
}
