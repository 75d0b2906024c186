package dev.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.console.fixture.ManagementFixture;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serai user} and {@code serai token} against a management server. */
class AccessCommandsIT {

    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path home;

    private final InputStream in = System.in;
    private ManagementFixture server;
    private CommandLineFixture cli;

    @BeforeEach
    void start() throws IOException {
        server = ManagementFixture.start(home);
        cli = new CommandLineFixture(home);
    }

    @AfterEach
    void stop() {
        System.setIn(in);
        server.close();
    }

    @Test
    void usersAreAddedChangedListedAndRemoved() {
        type(PASSWORD);
        assertThat(cli.run("user", "add", "ada", "--role", "operator").isFine().out())
                .isEqualTo("user ada may log in as operator\n");
        assertThat(server.access.users.authenticate("ada", PASSWORD)).isPresent();

        type("another horse battery");
        cli.run("user", "password", "ada").isFine();
        cli.run("user", "role", "ada", "deployer", "viewer").isFine();

        assertThat(server.access.users.authenticate("ada", PASSWORD)).isEmpty();
        assertThat(cli.run("user", "list").isFine().out()).containsPattern("ada +viewer, deployer +20\\d\\d-");
        assertThat(cli.run("user", "remove", "ada").isFine().out()).isEqualTo("user ada is removed\n");
        assertThat(cli.run("user", "list").isFine().out()).isEqualTo("no users\n");
        assertThat(server.acts)
                .filteredOn(act -> act.outcome() == Outcome.DONE)
                .extracting(act -> act.action() + " " + act.subject() + " " + act.detail())
                .containsExactly(
                        "user.add ada operator",
                        "user.change ada password",
                        "user.change ada roles viewer,deployer",
                        "user.remove ada ");
        assertThat(server.acts.toString()).doesNotContain("battery");
    }

    @Test
    void whatCannotBeIsToldWithAWayOn() {
        type("short");
        assertThat(cli.run("user", "add", "ada", "--role", "viewer").fails(1).err())
                .isEqualTo("serai: the password has 5 characters; expected 12 to 256; see: serai user --help\n");
        type("");
        assertThat(cli.run("user", "add", "ada", "--role", "viewer").fails(1).err())
                .startsWith("serai: no password was given; type it on a terminal");
        type(PASSWORD);
        assertThat(cli.run("user", "add", "ada", "--role", "boss").fails(1).err())
                .isEqualTo("serai: \"boss\" in roles is unknown; expected viewer, operator, deployer or admin\n");
        assertThat(cli.run("user", "remove", "ada").fails(1).err())
                .isEqualTo("serai: there is no user \"ada\"; see: serai user list\n");
        assertThat(cli.run("user").fails(2).err()).contains("user needs a command of its own");
        assertThat(cli.run("token", "create", "ci").fails(1).err()).contains("no role and no permission");
        assertThat(cli.run("token", "create", "ci", "--role", "viewer", "--expires", "soon")
                        .fails(1)
                        .err())
                .contains("expires is \"soon\"; expected a duration such as 12h or 30d, or never");
    }

    @Test
    void aTokenIsShownOnceAndOpensUntilItIsRevoked() throws Exception {
        JsonNode made = cli.run("token", "create", "ci", "--role", "viewer", "--expires", "30d", "--output", "json")
                .isFine()
                .json();
        String token = made.path("token").asText();

        assertThat(status(token)).isEqualTo(200);
        assertThat(cli.run("token", "list").isFine().out())
                .containsPattern("1 +ci +20\\d\\d-.* view")
                .doesNotContain(token);
        cli.run("token", "revoke", "1").isFine();
        assertThat(status(token)).isEqualTo(401);
        assertThat(cli.run("token", "create", "ci", "--permission", "view,operate", "--expires", "never")
                        .isFine()
                        .out())
                .matches("serai_[A-Za-z0-9_-]{43}\ntoken 2, shown only now; it never expires\n");
        assertThat(server.acts.toString()).doesNotContain(token);
    }

    private int status(String token) throws Exception {
        return server.send(server.unauthorized("/session").header("Authorization", "Bearer " + token))
                .statusCode();
    }

    private static void type(String line) {
        System.setIn(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
