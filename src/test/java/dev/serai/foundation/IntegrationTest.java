package dev.serai.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.foundation.configuration.Configuration;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of src/docs/configuration.md, and its edges. */
class IntegrationTest {

    private final Path home;

    IntegrationTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void integrationWrittenInJavaBecomesABundleWithItsConfiguration() {
        ConfigurationValues values =
                Configuration.layer(ConfigurationLayer.INTEGRATION).set("greeting", "Hello");
        Integration integration = Integration.named("greet")
                .file("greet.camel.yaml", "- from: {uri: 'timer:t', steps: [{log: '{{greeting}} {{who}}'}]}")
                .configure(values)
                .configure(layer -> layer.set("who", "world"));

        Bundle bundle = integration.bundle();

        assertThat(bundle.paths()).containsExactly("application.properties", "greet.camel.yaml");
        assertThat(bundle.text("application.properties")).isEqualTo("greeting=Hello\nwho=world\n");
    }

    @Test
    void valuesSurviveTheirWayThroughThePropertiesFile() {
        Integration integration =
                Integration.named("odd").configure(layer -> layer.set("a key:=#", " C:\\orders\nsecond line"));

        Map<String, String> properties = Configuration.load(home, "", Map.of(), new Properties(), Map.of())
                .propertiesFor(integration.bundle());

        assertThat(properties).containsEntry("a key:=#", "C:\\orders\nsecond line");
    }

    @Test
    void valuesOfAnotherLayerAreRefused() {
        ConfigurationValues values = Configuration.layer(ConfigurationLayer.APPLICATION);

        assertThatThrownBy(() -> Integration.named("greet").configure(values))
                .hasMessage("integration greet was given values of the layer APPLICATION; expected INTEGRATION");
    }

    @Test
    void nameThatIsNoNameIsRefused() {
        assertThatThrownBy(() -> Integration.named("../evil"))
                .hasMessageContaining("expected letters, digits, dot, dash and underscore");
    }
}
