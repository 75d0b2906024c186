package dev.serai.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.foundation.settings.Key;
import dev.serai.foundation.settings.Settings;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConfigurationManualTest {

    @Test
    void tableOfKeysIsWhatTheCodeSays() throws IOException {
        StringBuilder table =
                new StringBuilder("| key | kind | default | what it decides | consequence |\n|---|---|---|---|---|\n");
        Settings.KEYS.forEach(key -> table.append(row(key)));

        String present = new GeneratedPart("src/docs/configuration.md", "keys").checkedAgainst(table.toString());

        assertThat(present).as("run the test with UPDATE_DOCS=true").isEqualTo(table.toString());
    }

    private static String row(Key<?> key) {
        String name = "`" + key.name() + "`" + (key.scope() == Key.Scope.INTEGRATION ? " *" : "");
        String standard = key.defaultValue().isEmpty() ? "" : "`" + key.defaultValue() + "`";
        return "| " + String.join(" | ", name, key.kind().title(), standard, key.meaning(), key.consequence()) + " |\n";
    }
}
