package dev.serai.management.security.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.serai.foundation.settings.OidcSettings;
import dev.serai.foundation.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An identity provider that speaks OpenID Connect. What it publishes about itself is read when it is first needed, and again after a pause when that
 * failed, so Serai starts without it.
 */
public final class IdentityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final OidcSettings settings;
    private final Clock clock;
    private final Claims claims;
    private final PendingLogins pending;
    private @Nullable Contact contact;
    private Instant failedAt = Instant.EPOCH;

    public IdentityProvider(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.claims = new Claims(settings);
        this.pending = new PendingLogins(clock);
    }

    private record Contact(Tokens tokens, CodeFlow flow) {}

    /** Where a person shall be sent to log in, and the word by which the answer will be known. */
    public record Beginning(URI where, String state) {}

    /**
     * A login that the provider vouches for.
     *
     * @param proven whose it is
     * @param identityToken by which the provider knows the login again
     */
    public record Login(Proven proven, Secret identityToken) {}

    /** Who bears the token. */
    public Proven bearer(String token) throws NotProvenException {
        return claims.read(contact().tokens().bearer(token));
    }

    /**
     * Begins a login.
     *
     * @param callback where the provider shall send the person back to
     */
    public Beginning begin(URI callback) throws NotProvenException {
        PendingLogins.Login login = pending.begin(callback);
        return new Beginning(contact().flow().where(login), login.state().getValue());
    }

    /**
     * Ends a login.
     *
     * @param state the word it is known by; it counts once
     * @param code what the provider sent back
     */
    public Login finish(String state, String code) throws NotProvenException {
        PendingLogins.Login login = pending.take(state)
                .orElseThrow(() -> new NotProvenException("the login was not begun here, or too long ago"));
        Contact now = contact();
        CodeFlow.Answer answer = now.flow().answer(login, code);
        JWTClaimsSet identity = now.tokens().identity(answer.identity(), login.nonce());
        Proven proven =
                claims.hasRoles(identity) ? claims.read(identity) : fromAccessToken(now, identity, answer.access());
        return new Login(proven, new Secret(answer.identity().serialize()));
    }

    /**
     * Where a person is to be sent so that the login ends at the provider too; empty when it shall not, or the provider has no place for that.
     *
     * @param identityToken of the login
     * @param back where the provider shall send the person then
     */
    public Optional<URI> end(Secret identityToken, URI back) {
        if (!settings.endSession() || identityToken.value().isEmpty()) {
            return Optional.empty();
        }
        try {
            return contact().flow().end(JWTParser.parse(identityToken.value()), back);
        } catch (NotProvenException | ParseException e) {
            LOG.warn("a login ends here, and not at the identity provider: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Some providers put roles into the access token alone; it counts when it would be good as a bearer token here. */
    private Proven fromAccessToken(Contact now, JWTClaimsSet identity, String access) {
        try {
            JWTClaimsSet bearer = now.tokens().bearer(access);
            boolean same = String.valueOf(identity.getSubject()).equals(bearer.getSubject());
            return same
                    ? new Proven(
                            claims.read(identity).name(), claims.read(bearer).roles())
                    : claims.read(identity);
        } catch (NotProvenException e) {
            return claims.read(identity);
        }
    }

    private synchronized Contact contact() throws NotProvenException {
        if (contact != null) {
            return contact;
        }
        if (clock.instant().isBefore(failedAt.plus(PAUSE))) {
            throw unreachable(new IOException("it did not answer a moment ago"));
        }
        try {
            OIDCProviderMetadata provider =
                    OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), CONNECT_MILLIS, READ_MILLIS);
            contact = new Contact(new Tokens(settings, provider), new CodeFlow(settings, provider));
            return contact;
        } catch (GeneralException | IOException e) {
            failedAt = clock.instant();
            throw unreachable(e);
        }
    }

    private NotProvenException unreachable(Exception e) {
        return new NotProvenException(
                "the identity provider " + settings.issuer() + " cannot be asked (" + e.getMessage()
                        + "); check serai.oidc.issuer and the network",
                e);
    }
}
