package dev.serai.management.security.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.serai.foundation.settings.OidcSettings;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** The authorization code flow, with PKCE, state and nonce. */
final class CodeFlow {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 10_000;

    private final OidcSettings settings;
    private final OIDCProviderMetadata provider;

    CodeFlow(OidcSettings settings, OIDCProviderMetadata provider) {
        this.settings = settings;
        this.provider = provider;
    }

    /** The provider's tokens, not yet verified. */
    record Answer(JWT identity, String access) {}

    URI where(PendingLogins.Login login) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse(settings.scopes()), client(), login.callback())
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(login.state())
                .nonce(login.nonce())
                .codeChallenge(login.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    Answer answer(PendingLogins.Login login, String code) throws NotProvenException {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), login.callback(), login.verifier());
        try {
            HTTPRequest request = request(grant).toHTTPRequest();
            request.setConnectTimeout(CONNECT_MILLIS);
            request.setReadTimeout(READ_MILLIS);
            return answer(OIDCTokenResponseParser.parse(request.send()));
        } catch (IOException | ParseException e) {
            throw new NotProvenException("the identity provider did not answer for the login: " + e.getMessage(), e);
        }
    }

    private static Answer answer(TokenResponse response) throws NotProvenException {
        if (!(response instanceof OIDCTokenResponse good)) {
            throw new NotProvenException("the identity provider refused the login: "
                    + response.toErrorResponse().getErrorObject().getCode());
        }
        return new Answer(
                good.getOIDCTokens().getIDToken(),
                good.getOIDCTokens().getAccessToken().getValue());
    }

    /** Where a person ends the login at the provider; empty when it publishes no such place. */
    Optional<URI> end(JWT identity, URI back) {
        return Optional.ofNullable(provider.getEndSessionEndpointURI())
                .map(place -> new LogoutRequest(place, identity, null, client(), back, null, null).toURI());
    }

    private TokenRequest request(AuthorizationCodeGrant grant) {
        URI endpoint = provider.getTokenEndpointURI();
        String secret = settings.clientSecret().value();
        return secret.isEmpty()
                ? new TokenRequest.Builder(endpoint, client(), grant).build()
                : new TokenRequest.Builder(endpoint, new ClientSecretBasic(client(), new Secret(secret)), grant)
                        .build();
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }
}
