package dev.serai.console.api;

import dev.serai.foundation.settings.Kind;
import dev.serai.management.security.Permission;
import dev.serai.management.security.Role;
import dev.serai.management.security.token.ApiToken;
import dev.serai.management.security.token.ApiTokens;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /tokens}: tokens for programs. A token itself is told once, in the answer that makes it. */
public final class TokenResource implements Resource {

    private static final Duration USUAL_LIFETIME = Duration.ofDays(90);
    private static final String NEVER = "never";

    private final ApiTokens tokens;

    public TokenResource(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/tokens", Permission.ADMINISTER, this::list),
                Route.post("/tokens", Permission.ADMINISTER, "token.create", this::create),
                Route.delete("/tokens/{id}", Permission.ADMINISTER, "token.revoke", this::revoke));
    }

    private Answer list(Call call) {
        return Answer.json(
                tokens.all().stream().map(token -> Shown.of(token, null)).toList());
    }

    private Answer create(Call call) throws IOException {
        Fields fields = Fields.of(call, "name", "roles", "permissions", "expires");
        try {
            ApiTokens.Made made = tokens.make(
                    new ApiTokens.Wish(fields.required("name"), fields.roles(), fields.permissions(), lifetime(fields)),
                    call.caller().name());
            String scope = String.join(
                    ",",
                    made.token().scope().stream().sorted().map(Permission::word).toList());
            String subject = made.token().id() + " " + made.token().name();
            return new Told(Answer.json(Shown.of(made.token(), made.text())), subject, scope);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()), "see: serai token create --help");
        }
    }

    private Answer revoke(Call call) {
        long id = Call.longNumber("the token", call.name("id"));
        ApiToken token = tokens.revoke(id)
                .orElseThrow(() -> Problem.notFound("there is no token " + id, "see: serai token list"));
        return new Told(Answer.json(new Revoked(token.id(), token.name(), true)), token.id() + " " + token.name(), "");
    }

    private static @Nullable Duration lifetime(Fields fields) {
        String wish = fields.text("expires").orElse("");
        if (wish.equals(NEVER)) {
            return null;
        }
        if (wish.isEmpty()) {
            return USUAL_LIFETIME;
        }
        try {
            return Kind.POSITIVE_DURATION.read(wish);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "expires is \"" + wish + "\"; expected a duration such as 12h or 30d, or never",
                    "give one of these");
        }
    }

    private record Revoked(long id, String name, boolean revoked) {}

    private record Shown(
            long id,
            String name,
            List<String> roles,
            List<String> permissions,
            Instant createdAt,
            String createdBy,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String token) {

        static Shown of(ApiToken token, @Nullable String text) {
            return new Shown(
                    token.id(),
                    token.name(),
                    token.roles().stream().sorted().map(Role::word).toList(),
                    token.scope().stream().sorted().map(Permission::word).toList(),
                    token.createdAt(),
                    token.createdBy(),
                    token.expiresAt(),
                    token.lastUsedAt(),
                    text);
        }
    }
}
