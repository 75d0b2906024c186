package dev.serai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.WholeRuntime;
import dev.serai.foundation.IntegrationMode;
import dev.serai.foundation.Receipt;
import dev.serai.management.lifecycle.pipeline.Monitoring;
import dev.serai.management.lifecycle.pipeline.Optimization;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaApiLiveIT {

    @TempDir
    Path home;

    @Test
    void pipelineMadeInJavaMovesFilesAndIsAnIntegrationLikeAnyOther() throws Exception {
        try (WholeRuntime runtime = WholeRuntime.start(home, Map.of())) {
            Files.createDirectories(home.resolve("in"));

            Receipt receipt = runtime.serai()
                    .integrations("ada")
                    .integrate(
                            "file:" + home.resolve("in") + "?initialDelay=0&delay=50",
                            "file:" + home.resolve("out"),
                            IntegrationMode.DIRECT,
                            Optimization.NONE,
                            Monitoring.NONE);
            Files.writeString(home.resolve("in/one.txt"), "hello");

            assertThat(receipt.accepted()).as(receipt.findings().toString()).isTrue();
            await().atMost(10, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(home.resolve("out/one.txt")).hasContent("hello"));
            assertThat(runtime.serai().manager().history(receipt.name()))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.by()).isEqualTo("ada"));
        }
    }

    @Test
    void javaServiceAnswersAnIntegrationAndCallsOne() throws Exception {
        try (WholeRuntime runtime = WholeRuntime.start(home, Map.of())) {
            IntegrationHub hub = runtime.serai().hub();
            hub.register("twice", Integer.class, number -> number * 2);
            runtime.save("shop.camel.yaml", """
                    - route:
                        id: shop
                        from:
                          uri: platform-http:/twice
                          steps:
                            - to: service:twice
                    - route:
                        id: shop-greeting
                        from:
                          uri: service:greeting
                          steps:
                            - setBody:
                                simple: "hello ${body}"
                    """);
            runtime.decided("shop");

            assertThat(runtime.post("/twice", "text/plain", "21").body()).isEqualTo("42");
            assertThat(hub.call("greeting", "ada", String.class)).isEqualTo("hello ada");
        }
    }
}
