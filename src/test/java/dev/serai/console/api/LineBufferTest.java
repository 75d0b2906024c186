package dev.serai.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBufferTest {

    private final LineBuffer buffer = new LineBuffer();

    @Test
    void linesThatTheReaderAlreadyHasComeOnlyOnce() throws InterruptedException {
        buffer.add("b");
        buffer.add("c");
        buffer.add("d");

        buffer.skip(List.of("a", "b", "c"));

        assertThat(buffer.next()).isEqualTo("d");
    }

    @Test
    void linesThatOnlyLookAlikeStay() throws InterruptedException {
        buffer.add("a");

        buffer.skip(List.of("a", "b"));

        assertThat(buffer.next()).isEqualTo("a");
    }

    @Test
    void aReaderThatWasTooSlowLearnsHowManyLinesItLost() throws InterruptedException {
        for (int line = 0; line < 10_003; line++) {
            buffer.add("line " + line);
        }
        for (int line = 0; line < 10_000; line++) {
            assertThat(buffer.next()).isEqualTo("line " + line);
        }

        assertThat(buffer.next()).isEqualTo("… 3 lines left out, they came faster than they were read");
    }
}
