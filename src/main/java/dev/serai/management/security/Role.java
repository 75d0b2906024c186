package dev.serai.management.security;

import static dev.serai.management.security.Permission.ADMINISTER;
import static dev.serai.management.security.Permission.AUDIT;
import static dev.serai.management.security.Permission.DEPLOY;
import static dev.serai.management.security.Permission.OPERATE;
import static dev.serai.management.security.Permission.READ_MESSAGES;
import static dev.serai.management.security.Permission.VIEW;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The role of a word such as {@code operator}; empty when there is none. */
    public static Optional<Role> ofWord(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** The roles of words with commas between them, as {@link #words} writes them. */
    public static Set<Role> ofWords(String words) {
        return Arrays.stream(words.split(","))
                .map(Role::ofWord)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The roles' words with commas between them, least trusted first. */
    public static String words(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::word).collect(Collectors.joining(","));
    }

    /** The most trusted roles that permit no more than this; empty when even a viewer may do more. */
    public static List<Role> within(Set<Permission> permissions) {
        List<Role> all = Arrays.stream(values())
                .filter(role -> permissions.containsAll(role.permissions()))
                .toList();
        return all.isEmpty() ? all : all.subList(all.size() - 1, all.size());
    }

    /** Everything that the roles permit together. */
    public static Set<Permission> permissions(Collection<Role> roles) {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> all.addAll(role.permissions()));
        return all;
    }
}
