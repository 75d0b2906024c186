package dev.serai.management.security.token;

import dev.serai.management.security.Permission;
import dev.serai.management.security.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token with which a program calls the management API. The token itself is told once, when it is made.
 *
 * @param id its number
 * @param name what it is for
 * @param roles what it is trusted with
 * @param permissions what else it may do
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param expiresAt from when on it opens nothing; null for never
 * @param lastUsedAt when it was used last, to the minute; null for never
 */
public record ApiToken(
        long id,
        String name,
        Set<Role> roles,
        Set<Permission> permissions,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public ApiToken {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    /** Everything it may do. */
    public Set<Permission> scope() {
        Set<Permission> scope = EnumSet.noneOf(Permission.class);
        scope.addAll(permissions);
        scope.addAll(Role.permissions(roles));
        return scope;
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
