package dev.serai.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.mesh.ServiceRegistry;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.ConfigurationLayer;
import dev.serai.foundation.Integration;
import dev.serai.foundation.IntegrationMode;
import dev.serai.foundation.Receipt;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.management.lifecycle.IntegrationManager;
import dev.serai.management.lifecycle.pipeline.Monitoring;
import dev.serai.management.lifecycle.pipeline.Optimization;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of the page about the Java API stand here word for word, so that they compile and run. */
class JavaApiDocumentTest {

    private final List<Bundle> deployed = new ArrayList<>();
    private final IntegrationManager manager = (IntegrationManager) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {IntegrationManager.class}, (proxy, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("deploy");
                return accepted((Bundle) arguments[0]);
            });

    @Test
    void joinsTwoEndpoints() throws IOException {
        // example
        Integrations integrations = new Integrations(manager, "ada");

        Receipt receipt = integrations.integrate(
                "file:inbox/invoices",
                "orders-db:insert into invoices values (#)",
                IntegrationMode.BATCH,
                Optimization.NONE.withBatch(500, Duration.ofSeconds(5)),
                Monitoring.SUMMARY);
        // end

        assertThat(receipt.accepted()).isTrue();
        assertThat(deployed.get(0).text(receipt.name() + ".camel.yaml"))
                .contains("completionSize: 500", "completionInterval: 5000");
    }

    @Test
    void configuresAnIntegration() {
        String route = "- from: { uri: \"timer:tick\", steps: [ { log: \"{{greeting}}\" } ] }";

        // example
        Integration integration = Integration.named("greet")
                .file("greet.camel.yaml", route)
                .configure(Configuration.layer(ConfigurationLayer.INTEGRATION).set("greeting", "Hello"));

        Receipt receipt = manager.deploy(integration.bundle(), "ada");
        // end

        assertThat(receipt.accepted()).isTrue();
        assertThat(deployed.get(0).text("application.properties")).contains("greeting=Hello");
    }

    @Test
    void sharesServices() {
        ServiceRegistry services = new ServiceRegistry();

        // example
        IntegrationHub hub = IntegrationHub.open(services);

        hub.register(new PriceList());
        hub.register("vat", Integer.class, net -> net * 20 / 100);

        Integer price = hub.call("price-list", "tea", Integer.class);
        // end

        assertThat(price).isEqualTo(3);
        assertThat(hub.call("vat", 50, Integer.class)).isEqualTo(10);
        hub.close();
    }

    @Test
    void theExamplesOnThePageAreTheseHere() throws IOException {
        String page = Files.readString(Path.of("src/docs/java-api.md"));
        String here = Files.readString(Path.of("src/test/java/dev/serai/api/JavaApiDocumentTest.java"));

        for (String example : here.split("// example\n", -1)) {
            int end = example.indexOf("        // end\n");
            if (end > 0) {
                assertThat(words(page)).contains(words(example.substring(0, end)));
            }
        }
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    private Receipt accepted(Bundle bundle) {
        deployed.add(bundle);
        return new Receipt(bundle.name(), true, 1, bundle.hash(), 1, Instant.EPOCH, List.of());
    }

    /** What things cost. */
    public static final class PriceList {
        public int find(String article) {
            return article.length();
        }
    }
}
