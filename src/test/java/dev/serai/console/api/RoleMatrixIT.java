package dev.serai.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.console.fixture.ManagementFixture;
import dev.serai.management.security.Permission;
import dev.serai.management.security.Role;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the API for every kind of caller. */
class RoleMatrixIT {

    @TempDir
    static Path home;

    private static ManagementFixture server;

    @BeforeAll
    static void start() throws Exception {
        server = ManagementFixture.start(home);
        server.access.reset();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> operations() {
        return server.api.routes().stream()
                .flatMap(route -> Arrays.stream(Role.values()).map(role -> Arguments.of(route.method(), route, role)));
    }

    static Stream<Route> routes() {
        return server.api.routes().stream();
    }

    @ParameterizedTest(name = "{0} {1} as {2}")
    @MethodSource("operations")
    void aRoleMayDoWhatItPermitsAndNothingElse(String method, Route route, Role role) throws Exception {
        server.acts.clear();

        int status = call(route, server.access.token(role));

        if (role.permissions().contains(route.permission())) {
            assertThat(status).isNotIn(401, 403);
        } else {
            assertThat(status).isEqualTo(403);
            assertThat(server.acts).singleElement().satisfies(act -> {
                assertThat(act.outcome()).isEqualTo(Outcome.DENIED);
                assertThat(act.caller().name()).isEqualTo(role.word());
            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void nobodyUnknownDoesAnything(Route route) throws Exception {
        server.acts.clear();

        assertThat(call(route, "")).isEqualTo(401);
        assertThat(call(route, server.access.expiredToken())).isEqualTo(401);
        assertThat(call(route, "serai_guess")).isEqualTo(401);

        assertThat(server.acts).noneMatch(act -> act.outcome() == Outcome.DONE);
    }

    @Test
    void aViewerSeesAndOnlyAnAdminAdministers() {
        Set<Permission> changes = EnumSet.of(
                Permission.OPERATE,
                Permission.DEPLOY,
                Permission.AUDIT,
                Permission.ADMINISTER,
                Permission.READ_MESSAGES);

        assertThat(Role.VIEWER.permissions()).doesNotContainAnyElementsOf(changes);
        assertThat(server.api.routes())
                .filteredOn(route -> !route.action().isEmpty())
                .extracting(Route::permission)
                .doesNotContain(Permission.VIEW);
        assertThat(server.api.routes())
                .filteredOn(route -> !route.method().equals("GET"))
                .filteredOn(route -> route.permission() == Permission.VIEW)
                .extracting(Route::template)
                .containsOnly("/integrations/{name}/validate");
    }

    private static int call(Route route, String token) throws Exception {
        String path = route.template()
                .replace("{name}", "nothing")
                .replace("{id}", "999")
                .replace("{version}", "9");
        HttpRequest.Builder request = server.unauthorized(path)
                .method(
                        route.method(),
                        route.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json");
        HttpResponse<String> response =
                server.send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
        return response.statusCode();
    }
}
