package dev.serai.management.security.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.serai.foundation.settings.OidcSettings;
import dev.serai.management.security.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a user's name and roles out of verified claims. */
final class Claims {

    private static final int LONGEST_NAME = 255;

    private final String nameClaim;
    private final String rolesClaim;
    private final Map<String, String> words;

    Claims(OidcSettings settings) {
        nameClaim = settings.nameClaim();
        rolesClaim = settings.rolesClaim();
        words = settings.roleWords();
    }

    Proven read(JWTClaimsSet claims) {
        Object name = at(claims.getClaims(), nameClaim);
        String shown = name instanceof String text && !text.isBlank() ? text : String.valueOf(claims.getSubject());
        String printable = shown.replaceAll("\\p{Cntrl}", "?");
        return new Proven(printable.substring(0, Math.min(LONGEST_NAME, printable.length())), roles(claims));
    }

    boolean hasRoles(JWTClaimsSet claims) {
        return at(claims.getClaims(), rolesClaim) != null;
    }

    private Set<Role> roles(JWTClaimsSet claims) {
        return seen(at(claims.getClaims(), rolesClaim))
                .map(words::get)
                .filter(Objects::nonNull)
                .map(Role::ofWord)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static Stream<String> seen(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(String::valueOf);
        }
        return value instanceof String text ? Arrays.stream(text.split("[ ,]+")) : Stream.empty();
    }

    /** A claim by its whole name, or by a path of names into objects. */
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? at(inner, path.substring(dot + 1))
                : null;
    }
}
