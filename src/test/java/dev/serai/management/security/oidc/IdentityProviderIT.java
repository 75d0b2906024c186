package dev.serai.management.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.serai.foundation.settings.OidcSettings;
import dev.serai.foundation.settings.Secret;
import dev.serai.management.security.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bearer tokens against a provider whose keys the test holds. */
class IdentityProviderIT {

    private HttpServer server;
    private String issuer;
    private volatile RSAKey key;
    private volatile String placeToEnd = "/end";
    private IdentityProvider provider;

    @BeforeEach
    void start() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("first").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        publish("/.well-known/openid-configuration");
        publish("/keys");
        server.start();
        provider = new IdentityProvider(settings("shop-staff=viewer, shop-admins=admin"), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aTokenForThisAudienceProvesItsUserWithTheRolesThatItsClaimsMapTo() throws Exception {
        assertThat(provider.bearer(signed(good().build(), key))).isEqualTo(new Proven("ada", Set.of(Role.VIEWER)));
        assertThat(provider.bearer(signed(
                        good().claim("realm_access", Map.of("roles", "shop-admins admin"))
                                .build(),
                        key)))
                .isEqualTo(new Proven("ada", Set.of(Role.ADMIN)));
        assertThat(provider.bearer(signed(good().claim("realm_access", null).build(), key)))
                .isEqualTo(new Proven("ada", Set.of()));
    }

    @Test
    void anExpiredAForeignAndANotYetValidTokenAreRefused() throws Exception {
        refused(good().expirationTime(at(-120)).build(), "Expired JWT");
        refused(good().audience("another").build(), "aud");
        refused(good().audience(List.of()).build(), "aud");
        refused(good().issuer("http://evil.example").build(), "iss");
        refused(good().notBeforeTime(at(120)).build(), "JWT before use time");
        refused(good().expirationTime(null).build(), "exp");
    }

    @Test
    void aTokenThatIsNotSignedByTheProvidersKeyIsRefused() throws Exception {
        String plain = new PlainJWT(good().build()).serialize();
        SignedJWT byPublicKey = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), good().build());
        byPublicKey.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        RSAKey other = new RSAKeyGenerator(2048).keyID("first").generate();
        String good = signed(good().build(), key);

        assertThatThrownBy(() -> provider.bearer(plain))
                .isInstanceOf(NotProvenException.class)
                .hasMessageContaining("Unsecured (plain) JWTs are rejected");
        assertThatThrownBy(() -> provider.bearer(byPublicKey.serialize())).isInstanceOf(NotProvenException.class);
        assertThatThrownBy(() -> provider.bearer(signed(good().build(), other)))
                .isInstanceOf(NotProvenException.class)
                .hasMessageContaining("Invalid signature");
        assertThatThrownBy(() -> provider.bearer(good.substring(0, good.length() - 8) + "AAAAAAAA"))
                .isInstanceOf(NotProvenException.class);
        assertThatThrownBy(() -> provider.bearer("a.b.c")).hasMessage("the bearer token is no signed JWT");
    }

    @Test
    void aNewKeyOfTheProviderIsFoundAndTheOldOneForgotten() throws Exception {
        RSAKey old = key;
        provider.bearer(signed(good().build(), old));

        key = new RSAKeyGenerator(2048).keyID("second").generate();

        assertThat(provider.bearer(signed(good().build(), key)).name()).isEqualTo("ada");
        assertThatThrownBy(() -> provider.bearer(signed(good().build(), old))).isInstanceOf(NotProvenException.class);
    }

    @Test
    void aProviderThatDoesNotAnswerIsToldAndAskedAgainLater() throws Exception {
        server.stop(0);

        assertThatThrownBy(() -> provider.bearer(signed(good().build(), key)))
                .hasMessageStartingWith("the identity provider " + issuer + " cannot be asked (")
                .hasMessageEndingWith("check serai.oidc.issuer and the network");
        assertThatThrownBy(() -> provider.bearer(signed(good().build(), key)))
                .hasMessageContaining("it did not answer a moment ago");
    }

    @Test
    void aLoginThatWasNotBegunHereCannotBeEnded() {
        assertThatThrownBy(() -> provider.finish("guessed", "code"))
                .hasMessage("the login was not begun here, or too long ago");
    }

    @Test
    void aLoginEndsAtTheProviderWhereThatHasAPlaceForItAndShall() throws Exception {
        Secret token = new Secret(signed(good().build(), key));
        URI back = URI.create("https://serai.example.com/hawtio/auth/oidc/callback");

        assertThat(provider.end(token, back)).hasValueSatisfying(there -> assertThat(there.toString())
                .startsWith(issuer + "/end?")
                .contains("id_token_hint=" + token.value(), "client_id=serai")
                .contains(
                        "post_logout_redirect_uri=https%3A%2F%2Fserai.example.com%2Fhawtio%2Fauth%2Foidc%2Fcallback"));
        assertThat(provider.end(Secret.NONE, back)).isEmpty();
        assertThat(new IdentityProvider(settings("", false), Clock.systemUTC()).end(token, back))
                .isEmpty();

        placeToEnd = "";
        assertThat(new IdentityProvider(settings(""), Clock.systemUTC()).end(token, back))
                .isEmpty();
    }

    @Test
    void aLoginEndsHereWhileTheProviderDoesNotAnswer() throws Exception {
        server.stop(0);

        assertThat(provider.end(new Secret(signed(good().build(), key)), URI.create("https://serai.example.com")))
                .isEmpty();
    }

    private void refused(JWTClaimsSet claims, String reason) throws JOSEException {
        String token = signed(claims, key);

        assertThatThrownBy(() -> provider.bearer(token))
                .isInstanceOf(NotProvenException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining(token);
    }

    private JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .subject("4711")
                .issuer(issuer)
                .audience("serai-api")
                .claim("preferred_username", "ada")
                .claim("realm_access", Map.of("roles", List.of("shop-staff", "other")))
                .expirationTime(at(300));
    }

    private static Date at(long seconds) {
        return Date.from(Instant.now().plus(Duration.ofSeconds(seconds)));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private OidcSettings settings(String roles) {
        return settings(roles, true);
    }

    private OidcSettings settings(String roles, boolean endSession) {
        return new OidcSettings(
                issuer,
                "serai",
                Secret.NONE,
                "serai-api",
                "openid",
                "preferred_username",
                "realm_access.roles",
                roles,
                "Login",
                endSession);
    }

    private void publish(String path) {
        server.createContext(path, exchange -> {
            byte[] body = document(path).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            write(exchange.getResponseBody(), body);
        });
    }

    private static void write(OutputStream out, byte[] body) throws IOException {
        try (out) {
            out.write(body);
        }
    }

    private String document(String path) {
        return path.equals("/keys")
                ? new JWKSet(key.toPublicJWK()).toString()
                : "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/keys\",\"authorization_endpoint\":\""
                        + issuer
                        + "/authorize\",\"token_endpoint\":\"" + issuer
                        + "/token\",\"subject_types_supported\":[\"public\"],\"id_token_signing_alg_values_supported\":[\"RS256\"],"
                        + (placeToEnd.isEmpty() ? "" : "\"end_session_endpoint\":\"" + issuer + placeToEnd + "\",")
                        + "\"response_types_supported\":[\"code\"]}";
    }
}
