package dev.serai.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.serai.fixture.LiveSerai;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins and bearer tokens of a real Keycloak. */
class KeycloakIT {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    private static KeyPair key;
    private static KeycloakServer keycloak;
    private static LiveSerai serai;

    @BeforeAll
    static void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
        keycloak = KeycloakServer.start(folder, key);
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("routes"));
        serai = LiveSerai.start(
                home,
                Map.of(
                        "serai.oidc.issuer",
                        keycloak.issuer(),
                        "serai.oidc.roles",
                        "shop-staff=operator, shop-admins=admin"));
    }

    @AfterAll
    static void stop() {
        serai.close();
        keycloak.close();
    }

    @Test
    void aLoginAtKeycloakOpensConsoleAndApiWithTheRolesOfItsClaims() throws Exception {
        Browser browser = browser();

        HttpResponse<String> back = browser.get(callback(browser, "ada"));

        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(back.body()).contains("url=/hawtio/");
        assertThat(back.headers().allValues("Set-Cookie"))
                .anyMatch(
                        cookie -> cookie.matches("SERAI_SESSION=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict"));
        assertThat(browser.get("/hawtio/user").body()).isEqualTo("\"ada\"");
        assertThat(browser.get("/api/v1/session").body()).contains("\"roles\":[\"operator\"]");
        assertThat(browser.get("/api/v1/users").statusCode()).isEqualTo(403);
    }

    @Test
    void theAnswerOfKeycloakCountsOnceAndInItsOwnBrowser() throws Exception {
        Browser browser = browser();
        String callback = callback(browser, "ada");

        assertThat(browser().get(callback).statusCode()).isEqualTo(403);
        assertThat(browser.get(callback).statusCode()).isEqualTo(200);
        assertThat(browser.get(callback).statusCode()).isEqualTo(403);
    }

    @Test
    void aUserWithoutARoleIsNotLetIn() throws Exception {
        Browser browser = browser();

        HttpResponse<String> back = browser.get(callback(browser, "berta"));

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.body()).contains("no role here");
        assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(401);
    }

    @Test
    void aLogoutEndsTheLoginAtKeycloakTooAndLeadsBackToTheLoginPage() throws Exception {
        Browser browser = browser();
        browser.get(callback(browser, "ada"));
        assertThat(browser.get(authorize(browser)).statusCode())
                .as("Keycloak knows the browser and asks for no password")
                .isEqualTo(302);

        HttpResponse<String> away = browser.get("/hawtio/auth/logout");

        String farewell = away.headers().firstValue("Location").orElseThrow();
        assertThat(farewell)
                .startsWith(keycloak.issuer() + "/protocol/openid-connect/logout?")
                .contains("id_token_hint=");
        assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(401);
        HttpResponse<String> ended = browser.get(farewell);
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(302);
        String back = ended.headers().firstValue("Location").orElseThrow();
        assertThat(back).isEqualTo(browser.origin() + "/hawtio/auth/oidc/callback");
        assertThat(browser.get(back).headers().firstValue("Location")).hasValue("/hawtio/login");
        assertThat(browser.get(authorize(browser)).body())
                .as("Keycloak asks for the password again")
                .containsPattern(FORM);
    }

    @Test
    void aBearerTokenForSeraiOpensTheApiAndOneForAnotherProgramDoesNot() throws Exception {
        HttpResponse<String> own = call(keycloak.accessToken("serai", "ada"));

        assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
        assertThat(own.body()).contains("\"name\":\"ada\"", "\"means\":\"OIDC\"", "\"roles\":[\"operator\"]");
        assertThat(call(keycloak.accessToken("shop", "ada")).statusCode()).isEqualTo(401);
        assertThat(call(keycloak.accessToken("serai", "berta")).statusCode()).isEqualTo(403);
    }

    @Test
    void anExpiredAForeignAndAnUnsignedTokenAreRefused() throws Exception {
        assertThat(call(signed(good().build())).statusCode()).isEqualTo(200);

        assertThat(call(signed(good().expirationTime(at(-120)).build())).statusCode())
                .isEqualTo(401);
        assertThat(call(signed(good().audience("shop").build())).statusCode()).isEqualTo(401);
        assertThat(call(signed(good().issuer(keycloak.issuer() + "x").build())).statusCode())
                .isEqualTo(401);
        assertThat(call(new PlainJWT(good().build()).serialize()).statusCode()).isEqualTo(401);
        SignedJWT byPublicKey = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), good().build());
        byPublicKey.sign(new MACSigner(key.getPublic().getEncoded()));
        assertThat(call(byPublicKey.serialize()).statusCode()).isEqualTo(401);
    }

    private static Browser browser() {
        return new Browser(URI.create(serai.managementUrl()).getPort());
    }

    /** Where Serai sends a browser for a login. */
    private static String authorize(Browser browser) throws Exception {
        return browser.get("/hawtio/auth/oidc/login")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** Logs in at Keycloak's own page; returns where it sends the browser then. */
    private static String callback(Browser browser, String user) throws Exception {
        String authorize = authorize(browser);
        assertThat(authorize).startsWith(keycloak.issuer()).contains("code_challenge_method=S256", "state=", "nonce=");
        HttpResponse<String> page = browser.get(authorize);
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        HttpResponse<String> answer =
                browser.form(form.group(1).replace("&amp;", "&"), "username=" + user + "&password=" + user + "-secret");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> call(String token) throws Exception {
        return browser().get("/api/v1/session", "Authorization", "Bearer " + token);
    }

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .subject("4711")
                .issuer(keycloak.issuer())
                .audience("serai")
                .claim("preferred_username", "carl")
                .claim("roles", "shop-admins")
                .expirationTime(at(300));
    }

    private static Date at(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String signed(JWTClaimsSet claims) throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        token.sign(new RSASSASigner(key.getPrivate()));
        return token.serialize();
    }
}
