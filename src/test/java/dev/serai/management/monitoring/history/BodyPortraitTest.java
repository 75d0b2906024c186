package dev.serai.management.monitoring.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.message.Masking;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.converter.stream.ByteArrayInputStreamCache;
import org.junit.jupiter.api.Test;

class BodyPortraitTest {

    private final BodyPortrait portrait = new BodyPortrait(Masking.standard(), 40);

    @Test
    void showsTextMaskedAndCutOff() {
        assertThat(portrait.of(null)).isNull();
        assertThat(portrait.of("{\"password\": \"hunter2\"}")).isEqualTo("{\"password\": \"••••\"}");
        assertThat(portrait.of("x".repeat(1_000))).isEqualTo("x".repeat(40) + "… (1000 characters)");
    }

    @Test
    void showsBytesThatAreTextAndTheNumberOfOthers() {
        assertThat(portrait.of("grüße".getBytes(StandardCharsets.UTF_8))).isEqualTo("grüße");
        assertThat(portrait.of(new byte[] {1, 0, (byte) 0xff})).isEqualTo("(3 bytes)");
        assertThat(portrait.of("ü".repeat(500).getBytes(StandardCharsets.UTF_8)))
                .startsWith("üüü")
                .endsWith("… (1000 bytes)");
    }

    @Test
    void leavesACachedStreamReadable() throws Exception {
        byte[] bytes = "y".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStreamCache cache = new ByteArrayInputStreamCache(new ByteArrayInputStream(bytes));

        String shown = portrait.of(cache);

        assertThat(shown).isEqualTo("y".repeat(40) + "… (5000 bytes)");
        assertThat(cache.readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void doesNotReadAStreamThatCanBeReadOnlyOnce() throws Exception {
        InputStream once = new ByteArrayInputStream(new byte[] {1, 2, 3});

        assertThat(portrait.of(once)).isEqualTo("(java.io.ByteArrayInputStream)");
        assertThat(once.available()).isEqualTo(3);
    }

    @Test
    void showsMapsAndListsAsJson() {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("id", 7);
        order.put("token", List.of("hunter2"));
        order.put("to", Arrays.asList("a\"b", null, new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("nobody may ask");
            }
        }));

        assertThat(new BodyPortrait(Masking.standard(), 500).of(order))
                .startsWith("{\"id\": 7, \"token\": \"••••\", \"to\": [\"a\\\"b\", null, \"(dev.serai.");
        assertThat(portrait.of(order)).hasSize(41).endsWith("…");
    }

    @Test
    void asksNoObjectForItsContent() {
        assertThat(portrait.of(new Object() {
                    @Override
                    public String toString() {
                        throw new IllegalStateException("nobody may ask");
                    }
                }))
                .startsWith("(dev.serai.");
    }
}
