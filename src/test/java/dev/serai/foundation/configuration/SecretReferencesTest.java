package dev.serai.foundation.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.foundation.Finding;
import dev.serai.foundation.secret.Secrets;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferencesTest {

    @TempDir
    Path home;

    @Test
    void anEncryptedValueIsReadByTheConfigurationAndByRoutes() throws Exception {
        write("config/application.properties", "serai.store.password={{secret:db}}\ncrm.token={{secret:crm}}\n");
        new Secrets(home, Map.of()).put("db", "planted-db-1");
        new Secrets(home, Map.of()).put("crm", "planted-crm-1");
        Configuration configuration = load(Map.of());

        assertThat(configuration.settings().store().password().value()).isEqualTo("planted-db-1");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            configuration.attach(context);
            assertThat(context.resolvePropertyPlaceholders("Bearer {{secret:crm}}"))
                    .isEqualTo("Bearer planted-crm-1");
        }
        assertThat(configuration.explain("crm.token").winner().orElseThrow().value())
                .isEqualTo("{{secret:crm}}");
    }

    @Test
    void aWrongKeyIsToldAtTheStartWithTheSecretsName() throws IOException {
        new Secrets(home, Map.of()).put("crm", "planted-crm-1");
        Map<String, String> wrong = Map.of("SERAI_SECRET_KEY", "ICECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

        Configuration configuration = Configuration.read(home, "", wrong, new Properties(), Map.of());

        assertThat(configuration.findings()).hasSize(1);
        assertThat(configuration.findings().get(0).sentence())
                .startsWith("config/secrets.properties:2: secret \"crm\" was encrypted with another key")
                .endsWith("give the key it was made with, or set it again: serai secret set crm");
    }

    @Test
    void aSecretAmongTheArgumentsIsRefused() {
        Configuration configuration = Configuration.read(
                home, "", Map.of(), new Properties(), Map.of("serai.store.password", "planted-argument-1"));

        assertThat(configuration.findings())
                .extracting(Finding::sentence)
                .containsExactly(
                        "--set: key \"serai.store.password\" holds a secret in clear text; expected a reference such as"
                                + " {{secret:NAME}}, {{env:NAME}} or {{file:/path}}");
    }

    /** Camel alone would take {@code {{aws:password}}} for the key aws with the default "password". */
    @Test
    void aVaultWithoutItsComponentIsAnErrorThatNamesIt() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            load(Map.of()).attach(context);
            Map<String, String> components = Map.of(
                    "aws:db", "camel-aws-secrets-manager",
                    "azure:db", "camel-azure-key-vault",
                    "gcp:db", "camel-google-secret-manager",
                    "hashicorp:secret:db", "camel-hashicorp-vault",
                    "secret:db/password", "camel-kubernetes");
            components.forEach((reference, component) -> assertThatThrownBy(
                            () -> context.resolvePropertyPlaceholders("{{" + reference + "}}"))
                    .as(reference)
                    .hasStackTraceContaining("needs the component " + component + ", which is not here"));
        }
    }

    @Test
    void aVaultWithItsComponentIsAsked() throws Exception {
        write(
                "jar/META-INF/services/org/apache/camel/properties-function/cyberark",
                "class=" + Vault.class.getName() + "\n");
        URL[] jar = {home.resolve("jar").toUri().toURL()};
        try (DefaultCamelContext context = new DefaultCamelContext();
                URLClassLoader loader = new URLClassLoader(jar, getClass().getClassLoader())) {
            context.setApplicationContextClassLoader(loader);
            load(Map.of()).attach(context);

            assertThat(context.resolvePropertyPlaceholders("{{cyberark:db#password}}"))
                    .isEqualTo("vault's db#password");
            assertThat(load(Map.of()).resolve("pw={{cyberark:db}}", context)).isEqualTo("pw=vault's db");
        }
    }

    @Test
    void aVaultIsNotAskedForSeraisOwnKeys() throws IOException {
        write("config/application.properties", "serai.store.password={{aws:db}}\n");

        Configuration configuration = Configuration.read(home, "", Map.of(), new Properties(), Map.of());

        assertThat(configuration.findings().get(0).sentence())
                .contains("{{aws:db}} is asked of a vault, which is not possible here");
    }

    /** Stands for a vault's component, as its jar would be found by Camel. */
    public static final class Vault implements PropertiesFunction {

        @Override
        public String getName() {
            return "cyberark";
        }

        @Override
        public String apply(String remainder) {
            return "vault's " + remainder;
        }
    }

    private Configuration load(Map<String, String> environment) {
        return Configuration.load(home, "", environment, new Properties(), Map.of());
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
