package dev.serai.management.security.token;

import dev.serai.management.security.Permission;
import dev.serai.management.security.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tokens for programs: 256 random bits each, of which only the hash is kept. */
public final class ApiTokens {

    /** Tells a token of Serai's from one of an identity provider, and leaked ones to those who look for them. */
    public static final String PREFIX = "serai_";

    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,63}";

    private final TokenStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public ApiTokens(TokenStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param name what the token is for
     * @param roles what it is trusted with
     * @param permissions what else it may do
     * @param lifetime after which it opens nothing; null for never
     */
    public record Wish(
            String name,
            Set<Role> roles,
            Set<Permission> permissions,
            @Nullable Duration lifetime) {

        public Wish {
            if (!name.matches(NAME)) {
                throw new IllegalArgumentException(
                        "the token's name is not usable; expected up to 64 letters, digits, blanks and . _ @ -");
            }
            if (roles.isEmpty() && permissions.isEmpty()) {
                throw new IllegalArgumentException(
                        "the token has no role and no permission; expected one at least, such as viewer");
            }
        }
    }

    /**
     * A token that was just made.
     *
     * @param token what is known of it
     * @param text the token itself
     */
    public record Made(ApiToken token, String text) {

        /** Never the text. */
        @Override
        public String toString() {
            return token.toString();
        }
    }

    public Made make(Wish wish, String by) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant end = wish.lifetime() == null ? null : now.plus(wish.lifetime());
        ApiToken token = new ApiToken(0, wish.name(), wish.roles(), wish.permissions(), now, by, end, null);
        return new Made(numbered(store.insert(token, hash(text)), token), text);
    }

    public List<ApiToken> all() {
        return store.all();
    }

    public Optional<ApiToken> revoke(long id) {
        return store.remove(id);
    }

    /** The token of a text; empty when there is none, or none any more. */
    public Optional<ApiToken> find(String text) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<ApiToken> found = store.find(hash(text)).filter(token -> !token.isExpired(now));
        found.filter(token -> isWorthNoting(token.lastUsedAt(), now)).ifPresent(token -> store.used(token.id(), now));
        return found;
    }

    private static boolean isWorthNoting(@Nullable Instant last, Instant now) {
        return last == null || last.plus(USE_IS_NOTED_EVERY).isBefore(now);
    }

    private static ApiToken numbered(long id, ApiToken token) {
        return new ApiToken(
                id,
                token.name(),
                token.roles(),
                token.permissions(),
                token.createdAt(),
                token.createdBy(),
                token.expiresAt(),
                token.lastUsedAt());
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
