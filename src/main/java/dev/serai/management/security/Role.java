package dev.serai.management.security;

import static dev.serai.management.security.Permission.ADMINISTER;
import static dev.serai.management.security.Permission.AUDIT;
import static dev.serai.management.security.Permission.DEPLOY;
import static dev.serai.management.security.Permission.OPERATE;
import static dev.serai.management.security.Permission.READ_MESSAGES;
import static dev.serai.management.security.Permission.VIEW;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a person, a token or a client of an identity provider is trusted with. */
public enum Role {
    /** Looks, and changes nothing. */
    VIEWER(VIEW),
    /** Keeps what is deployed running. */
    OPERATOR(VIEW, READ_MESSAGES, OPERATE),
    /** Also decides what is deployed. */
    DEPLOYER(VIEW, READ_MESSAGES, OPERATE, DEPLOY),
    /** Everything. */
    ADMIN(VIEW, READ_MESSAGES, OPERATE, DEPLOY, AUDIT, ADMINISTER);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** The word in the API, in files and on the command line: {@code operator}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Everything that the roles permit together. */
    public static Set<Permission> permissions(Collection<Role> roles) {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> all.addAll(role.permissions()));
        return all;
    }
}
