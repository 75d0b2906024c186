package dev.serai.console.access;

import dev.serai.management.security.Caller;
import dev.serai.management.security.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token of the home's owner: whoever can read {@code state/runtime.json} may do everything. */
public final class AccessToken implements BearerProof {

    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    public AccessToken(String token) {
        if (token.isBlank()) {
            throw new IllegalArgumentException("the management API's token is empty; take AccessToken.random()");
        }
        expected = token.getBytes(StandardCharsets.UTF_8);
    }

    /** A new token with 256 random bits, safe in headers and files. */
    public static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public Optional<Caller> of(String token, String address) {
        return opens(SCHEME + token)
                ? Optional.of(new Caller(
                        System.getProperty("user.name", "owner"),
                        Caller.Means.OWNER,
                        address,
                        Role.ADMIN.permissions()))
                : Optional.empty();
    }

    /** Compares in a time that does not depend on where the first difference is. */
    public boolean opens(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] seen = authorization.substring(SCHEME.length()).trim().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, seen);
    }

    @Override
    public String toString() {
        return "••••";
    }
}
