package dev.serai.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OrdersSampleTest {

    @Test
    void shippedSampleIsWhatItsScriptWrites() {
        assertThat(Path.of("samples/orders-1000.csv")).hasContent(OrdersSample.text());
    }
}
