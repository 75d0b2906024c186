package dev.serai.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.serai.foundation.CanaryStatus;
import dev.serai.foundation.Finding;
import dev.serai.foundation.HistoryEntry;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.Receipt;
import dev.serai.foundation.RouteStatus;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The JSON shapes are API: this test pins names, order, nulls and instants. */
class JsonShapesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-11-22T08:30:00.125Z");

    @Test
    void theShapesAreThoseOfTheGoldenFile() throws IOException {
        Finding finding = Finding.error(
                "routes/orders/orders.camel.yaml",
                14,
                9,
                "endpoint-options",
                "kafka option \"brokes\" is unknown",
                "did you mean \"brokers\"?");
        Receipt refused = new Receipt("orders", false, null, "beef", 6, AT, List.of(finding));
        Receipt accepted = new Receipt("orders", true, 7, "cafe", 7, AT, List.of());
        Map<String, Object> shapes = new LinkedHashMap<>();
        shapes.put("refused", refused);
        shapes.put("accepted", accepted);
        shapes.put("status", List.of(serving(refused), stopped()));
        shapes.put("history", List.of(new HistoryEntry(6, "cafe", AT, "file", true, null)));
        shapes.put("validation", Validation.of("orders", "beef", List.of(finding)));

        String written = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(Wire.text(shapes)));

        assertThat(written).isEqualTo(golden());
    }

    private static IntegrationStatus serving(Receipt receipt) {
        return new IntegrationStatus(
                "orders",
                6,
                "cafe",
                IntegrationState.REFUSED,
                AT,
                "routes/orders/",
                true,
                List.of(new RouteStatus("orders", "platform-http:/orders", "Started")),
                List.of("POST /orders"),
                receipt,
                "warehouse team",
                "Takes orders",
                new CanaryStatus(7, "cafe", 10, AT, AT, 120, 3, 8.5));
    }

    private static IntegrationStatus stopped() {
        return new IntegrationStatus(
                "greet",
                null,
                "",
                IntegrationState.STOPPED,
                AT,
                "routes/greet.camel.yaml",
                false,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null);
    }

    private static String golden() throws IOException {
        try (InputStream in = JsonShapesTest.class.getResourceAsStream("/console/shapes.json")) {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(in));
        }
    }
}
