package dev.serai.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.console.fixture.ManagementFixture;
import dev.serai.management.security.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins as the console's pages make them. */
class LoginIT {

    private static final String PASSWORD = "correct horse battery";

    @TempDir
    static Path home;

    private static ManagementFixture server;

    private Browser browser;

    @BeforeAll
    static void start() throws Exception {
        server = ManagementFixture.start(home);
        server.access.users.add("olga", PASSWORD, Set.of(Role.OPERATOR));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        browser = new Browser(server.port);
        server.acts.clear();
    }

    @Test
    void oneLoginOpensConsoleAndApiUntilTheLogout() throws Exception {
        assertThat(browser.get("/hawtio/user").statusCode()).isEqualTo(401);

        HttpResponse<String> login = browser.login("Olga", PASSWORD);

        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("SERAI_SESSION=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
        assertThat(browser.get("/hawtio/user").body()).isEqualTo("\"olga\"");
        assertThat(browser.get("/api/v1/session").body())
                .contains("\"name\":\"olga\"", "\"means\":\"SESSION\"", "\"roles\":[\"operator\"]");

        HttpResponse<String> logout = browser.get("/hawtio/auth/logout");

        assertThat(logout.headers().firstValue("Location")).contains("/hawtio/login");
        assertThat(browser.get("/api/v1/session").statusCode()).isEqualTo(401);
        assertThat(acts()).containsExactly("login olga DONE", "logout olga DONE");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreRefusedAlike() throws Exception {
        HttpResponse<String> wrong = browser.login("olga", "guess");
        HttpResponse<String> unknown = browser.login("nobody", "guess");

        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(acts()).containsExactly("login olga REFUSED", "login nobody REFUSED");
        assertThat(server.acts.toString()).doesNotContain("guess");
    }

    @Test
    void guessingIsSlowedAndTheWaitIsToldAndOnRecordOnce() throws Exception {
        server.access.users.add("gerd", PASSWORD, Set.of(Role.VIEWER));
        for (int i = 0; i < 5; i++) {
            assertThat(browser.login("gerd", "guess " + i).statusCode()).isEqualTo(403);
        }

        HttpResponse<String> sixth = browser.login("gerd", PASSWORD);
        browser.login("gerd", PASSWORD);

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After").orElseThrow()).matches("[12]");
        assertThat(acts()).filteredOn("login gerd DENIED"::equals).hasSize(1);
    }

    @Test
    void aChangeOfTheUserEndsItsLogins() throws Exception {
        server.access.users.add("carl", PASSWORD, Set.of(Role.ADMIN));
        browser.login("carl", PASSWORD);
        assertThat(browser.get("/api/v1/users").statusCode()).isEqualTo(200);

        server.access.users.change("carl", Optional.empty(), Optional.of(Set.of(Role.VIEWER)));

        assertThat(browser.get("/api/v1/users").statusCode()).isEqualTo(401);
        browser.login("carl", PASSWORD);
        assertThat(browser.get("/api/v1/users").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example, 403",
        "Origin, http://127.0.0.1:1, 403",
        "Origin, null, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, none, 403",
        "Accept, */*, 403",
        "Sec-Fetch-Site, same-origin, 404"
    })
    void aChangeByCookieMustComeFromTheConsoleItself(String header, String value, int status) throws Exception {
        browser.login("olga", PASSWORD);

        HttpResponse<String> answer = browser.post("/api/v1/integrations/none/stop", "", header, value);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 403) {
            assertThat(acts()).contains("POST /api/v1/integrations/none/stop  DENIED");
        }
    }

    @Test
    void jolokiaIsForeignToAnotherPageByGetToo() throws Exception {
        browser.login("olga", PASSWORD);

        assertThat(browser.get("/hawtio/jolokia/exec/x", "Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "navigate")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/hawtio/jolokia/exec/x").statusCode()).isEqualTo(403);
        assertThat(browser.get("/hawtio/jolokia/version", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aForeignPageCannotLogSomebodyIn() throws Exception {
        String login = "{\"username\":\"olga\",\"password\":\"" + PASSWORD + "\"}";

        HttpResponse<String> answer = browser.post("/hawtio/auth/login", login, "Origin", "http://evil.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"username\":\"olga\"}", "{\"username\":1,\"password\":2}", "{"})
    void aBodyThatIsNoLoginIsToldSo(String body) throws Exception {
        assertThat(browser.post("/hawtio/auth/login", body).statusCode()).isEqualTo(400);
    }

    @Test
    void anUnknownBrowserIsLedToTheLoginPageAndAProgramToldWhatIsMissing() throws Exception {
        HttpResponse<String> page = browser.get("/hawtio/jmx?x=1", "Accept", "text/html,*/*;q=0.8");
        HttpResponse<String> call = browser.get("/hawtio/jmx", "Accept", "application/json");
        HttpResponse<String> api = browser.get("/api/v1/users", "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).contains("/hawtio/login");
        assertThat(call.statusCode()).isEqualTo(401);
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/session", "/hawtio/auth/config/login", "/nowhere", "/hawtio/login"})
    void everyAnswerTellsTheBrowserWhatNotToDo(String path) throws Exception {
        var headers = browser.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void theLoginPageLearnsWhatItNeeds() throws Exception {
        assertThat(browser.get("/hawtio/auth/config/login").body())
                .contains("\"method\":\"form\"", "\"url\":\"/hawtio/auth/login\"", "\"userField\":\"username\"");
        assertThat(browser.get("/hawtio/auth/config/session-timeout?t=12").body())
                .matches("\\{\"req\":12,\"now\":\\d+,\"timeout\":1800}");
        assertThat(browser.get("/hawtio/auth/config/oidc").body()).isEqualTo("[]");
        assertThat(browser.get("/hawtio/keycloak/enabled").body()).isEqualTo("false");
        assertThat(browser.get("/hawtio/refresh").statusCode()).isEqualTo(401);
    }

    @Test
    void aBadTokenIsOnRecordWithoutItsText() throws Exception {
        browser.get("/api/v1/session", "Authorization", "Bearer serai_guessed");

        assertThat(acts()).containsExactly("token.use  REFUSED");
        assertThat(server.acts.toString()).doesNotContain("guessed");
    }

    private static List<String> acts() {
        return server.acts.stream()
                .map(act -> act.action() + " " + act.subject() + " " + act.outcome())
                .toList();
    }
}
