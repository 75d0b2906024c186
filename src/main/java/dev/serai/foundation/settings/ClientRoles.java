package dev.serai.foundation.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/**
 * Roles of callers by the subject of the certificate that they show, written as {@code CN=prometheus,O=Shop=viewer; CN=pipeline=deployer}.
 *
 * @param roles words, by subjects
 */
public record ClientRoles(Map<X500Principal, String> roles) {

    static final String EXPECTED =
            "pairs such as CN=prometheus,O=Shop=viewer; CN=pipeline=deployer; the roles are viewer, operator, deployer and admin";

    public static final ClientRoles NONE = new ClientRoles(Map.of());

    private static final Set<String> WORDS = Set.of("viewer", "operator", "deployer", "admin");

    private static final Pattern TWO_IN_ONE = Pattern.compile("=[^,]*=");

    public ClientRoles {
        roles = Map.copyOf(roles);
    }

    /** @throws IllegalArgumentException when a pair has no role, its subject is no name of a certificate, or stands there twice */
    static ClientRoles read(String text) {
        Map<X500Principal, String> roles = new HashMap<>();
        for (String pair : text.isBlank() ? List.<String>of() : List.of(text.split(";"))) {
            int equals = pair.lastIndexOf('=');
            String role = pair.substring(equals + 1).trim();
            if (!WORDS.contains(role) || roles.put(subject(pair.substring(0, Math.max(0, equals))), role) != null) {
                throw new IllegalArgumentException("expected " + EXPECTED);
            }
        }
        return new ClientRoles(roles);
    }

    /** Two pairs with a comma between them, in place of a semicolon, would be read as one long name. */
    private static X500Principal subject(String text) {
        if (text.isBlank() || TWO_IN_ONE.matcher(text).find()) {
            throw new IllegalArgumentException("expected " + EXPECTED);
        }
        return new X500Principal(text);
    }

    public boolean isEmpty() {
        return roles.isEmpty();
    }

    /** However its parts are spaced and cased. */
    public Optional<String> of(X500Principal subject) {
        return Optional.ofNullable(roles.get(subject));
    }
}
