package dev.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.console.fixture.ManagementFixture;
import dev.serai.fixture.CommandRun;
import dev.serai.foundation.secret.Secrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCommandIT {

    private final InputStream terminal = System.in;

    @TempDir
    Path home;

    @AfterEach
    void giveBackStandardInput() {
        System.setIn(terminal);
    }

    @Test
    void aValueFromStandardInputIsEncryptedWithoutARunningSerai() throws IOException {
        CommandRun set = piped("planted 4711\n", "secret", "set", "crm.token");

        assertThat(set.code()).as(set.err()).isZero();
        assertThat(set.out())
                .startsWith(
                        "encrypted in config/secrets.properties; write {{secret:crm.token}} where the value is needed")
                .contains("its key is new: state/secret.key");
        assertThat(new Secrets(home, Map.of()).value("crm.token")).isEqualTo("planted 4711");
        assertThat(CommandRun.of(home, "secret", "list").out()).isEqualTo("crm.token\n");
        assertThat(CommandRun.of(home, "secret", "list", "--output", "json").out())
                .isEqualTo("[\"crm.token\"]\n");
    }

    @Test
    void aRunningSeraiEncryptsItAndTakesItOnRecord() throws IOException {
        try (ManagementFixture server = ManagementFixture.start(home)) {
            CommandRun set = piped("planted 4712", "secret", "set", "crm.token", "--output", "json");

            assertThat(set.code()).as(set.err()).isZero();
            assertThat(set.json().path("reference").asText()).isEqualTo("{{secret:crm.token}}");
            assertThat(server.acts)
                    .extracting(act -> act.action() + " " + act.subject() + " " + act.outcome())
                    .containsExactly("secret.set crm.token DONE");
            assertThat(new Secrets(home, Map.of()).value("crm.token")).isEqualTo("planted 4712");
        }
    }

    @Test
    void noValueAndNoNameAreToldWhatToDo() throws IOException {
        assertThat(piped("", "secret", "set", "crm.token").err())
                .isEqualTo("serai: no value was given for \"crm.token\"; type it, or pipe it in\n");
        assertThat(piped("x", "secret", "set", "a b").err()).contains("\"a b\" cannot be the name of a secret");
        assertThat(Files.exists(home.resolve("config/secrets.properties"))).isFalse();
    }

    private CommandRun piped(String text, String... arguments) {
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return CommandRun.of(home, arguments);
    }
}
