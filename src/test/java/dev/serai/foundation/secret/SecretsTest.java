package dev.serai.foundation.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER_KEY = "ICECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    Path home;

    @Test
    void aValueIsEncryptedAndOpened() throws IOException {
        boolean newKey = plain().put("orders-db", "grün & \"4711\"");
        boolean again = plain().put("crm", "second");

        assertThat(newKey).isTrue();
        assertThat(again).isFalse();
        assertThat(plain().value("orders-db")).isEqualTo("grün & \"4711\"");
        assertThat(plain().names()).containsExactly("crm", "orders-db");
        assertThat(Files.readString(file())).doesNotContain("4711", "second").startsWith("#");
    }

    @Test
    void aSecondValueTakesThePlaceOfTheFirst() throws IOException {
        plain().put("crm", "first");
        Files.writeString(file(), Files.readString(file()) + "# a comment that stays\n");
        plain().put("orders-db", "other");

        plain().put("crm", "second");

        assertThat(plain().value("crm")).isEqualTo("second");
        assertThat(plain().value("orders-db")).isEqualTo("other");
        assertThat(Files.readAllLines(file())).hasSize(4).contains("# a comment that stays");
    }

    @Test
    void theKeyItMakesIsItsOwners() throws IOException {
        plain().put("crm", "value");

        Path key = home.resolve("state/secret.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void theKeyComesFromTheEnvironmentBeforeTheFile() throws IOException {
        Path named = Files.writeString(home.resolve("master.key"), OTHER_KEY + "\n");
        Secrets given = new Secrets(home, Map.of("SERAI_SECRET_KEY", KEY, "SERAI_SECRET_KEY_FILE", "master.key"));
        given.put("crm", "value");

        assertThat(Files.exists(home.resolve("state/secret.key"))).isFalse();
        assertThat(given.value("crm")).isEqualTo("value");
        assertThatThrownBy(() -> new Secrets(home, Map.of("SERAI_SECRET_KEY_FILE", named.toString())).value("crm"))
                .hasMessageMatching("secret \"crm\" was encrypted with another key \\([0-9a-f]{8}\\) than that of "
                        + named + " \\([0-9a-f]{8}\\)");
    }

    @Test
    void aMissingKeyIsNamedAndNotReplaced() throws IOException {
        plain().put("crm", "value");
        Files.delete(home.resolve("state/secret.key"));

        assertThatThrownBy(() -> plain().value("crm"))
                .hasMessage("secret \"crm\" is encrypted, and its key is not here")
                .extracting(e -> ((SecretException) e).hint())
                .asString()
                .contains("SERAI_SECRET_KEY");
        assertThatThrownBy(() -> plain().put("other", "value")).hasMessageContaining("its key is not here");
    }

    @Test
    void aValueThatWasChangedOrMovedDoesNotOpen() throws IOException {
        plain().put("crm", "value");
        plain().put("orders", "value");
        String text = Files.readString(file());

        Files.writeString(file(), text.replace("crm=", "shop="));
        assertThatThrownBy(() -> plain().value("shop"))
                .hasMessage("secret \"shop\" is not as it was encrypted: it was changed, or moved from another name");
        Files.writeString(file(), text.substring(0, text.length() - 6) + "AAAA=\n");
        assertThatThrownBy(() -> plain().value("orders")).hasMessageContaining("it was changed");
        assertThat(plain().closed()).extracting(Secrets.Closed::line).containsExactly(3);
    }

    @Test
    void whatIsNoKeyIsToldWithoutShowingIt() {
        Secrets wrong = new Secrets(home, Map.of("SERAI_SECRET_KEY", "hunter2hunter2"));

        assertThatThrownBy(() -> wrong.put("crm", "value"))
                .hasMessage(
                        "environment variable SERAI_SECRET_KEY holds no key; expected 32 bytes in Base64, which are 44"
                                + " characters")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aNameThatCannotBeReferredToIsRefused() {
        assertThatThrownBy(() -> plain().put("a/b", "value")).hasMessageContaining("cannot be the name of a secret");
        assertThatThrownBy(() -> plain().value("nothing"))
                .hasMessage("there is no secret \"nothing\" in config/secrets.properties");
    }

    @Test
    void openedValuesAreCleanedOutOfTextsHoweverTheyAreWritten() {
        plain().put("odd", "p\"ß/4711 & more");
        plain().value("odd");

        assertThat(Redaction.clean("log p\"ß/4711 & more end")).isEqualTo("log •••• end");
        assertThat(Redaction.clean("{\"a\":\"p\\\"ß/4711 & more\"}")).isEqualTo("{\"a\":\"••••\"}");
        assertThat(Redaction.clean("<a>p&quot;ß/4711 &amp; more</a>")).isEqualTo("<a>••••</a>");
        assertThat(Redaction.clean("?a=p%22%C3%9F%2F4711+%26+more")).isEqualTo("?a=••••");
        assertThat(Redaction.clean("?a=p%22%C3%9F%2F4711%20%26%20more")).isEqualTo("?a=••••");
    }

    @Test
    void shortValuesAndPlainWordsAreLeftAlone() {
        Redaction.keep("short1");
        Redaction.keep("postgres");

        assertThat(Redaction.clean("postgres short1")).isEqualTo("postgres short1");
    }

    @Test
    void passwordsInAddressesAreFound() {
        SecretUris.keepSecretsOf(
                "ftp://anna:pl%40nted-in-ftp@host:21/in?delay=5&privateKeyPassphrase=RAW(pl&nted+raw)");

        assertThat(Redaction.clean("pl%40nted-in-ftp pl@nted-in-ftp pl&nted+raw"))
                .isEqualTo("•••• •••• ••••");
    }

    private Secrets plain() {
        return new Secrets(home, Map.of());
    }

    private Path file() {
        return home.resolve("config/secrets.properties");
    }
}
