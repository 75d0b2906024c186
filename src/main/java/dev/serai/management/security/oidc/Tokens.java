package dev.serai.management.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.serai.foundation.settings.OidcSettings;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.util.Set;

/**
 * Verifies the provider's tokens: signed with an asymmetric algorithm by a key the provider publishes now, of this issuer, for this audience, begun
 * and not expired. Keys are kept for some minutes, and asked for again when a token names one that is not among them.
 */
final class Tokens {

    /** No {@code none}, and no HMAC: with it, whoever knows the provider's public key could sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;
    private static final int MOST_BYTES = 256 * 1024;

    private final DefaultJWTProcessor<SecurityContext> bearer = new DefaultJWTProcessor<>();
    private final IDTokenValidator identity;

    Tokens(OidcSettings settings, OIDCProviderMetadata provider) throws MalformedURLException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.<SecurityContext>create(
                        provider.getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES))
                .refreshAheadCache(false)
                .retrying(true)
                .build();
        JWSVerificationKeySelector<SecurityContext> selector = new JWSVerificationKeySelector<>(ALGORITHMS, keys);
        bearer.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        bearer.setJWSKeySelector(selector);
        bearer.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                Set.of(settings.expectedAudience()),
                new JWTClaimsSet.Builder()
                        .issuer(provider.getIssuer().getValue())
                        .build(),
                Set.of("sub", "exp"),
                null));
        identity = new IDTokenValidator(provider.getIssuer(), new ClientID(settings.clientId()), selector, null);
    }

    /** The claims of a bearer token. */
    JWTClaimsSet bearer(String token) throws NotProvenException {
        try {
            return bearer.process(token, null);
        } catch (ParseException e) {
            throw new NotProvenException("the bearer token is no signed JWT", e);
        } catch (KeySourceException e) {
            throw new NotProvenException("the identity provider's keys cannot be had", e);
        } catch (BadJOSEException | JOSEException e) {
            throw new NotProvenException("the bearer token is not valid: " + e.getMessage(), e);
        }
    }

    /** The claims of the token that a login ends with. */
    JWTClaimsSet identity(JWT token, Nonce nonce) throws NotProvenException {
        try {
            return identity.validate(token, nonce).toJWTClaimsSet();
        } catch (BadJOSEException | JOSEException | com.nimbusds.oauth2.sdk.ParseException e) {
            throw new NotProvenException("the identity token is not valid: " + e.getMessage(), e);
        }
    }
}
