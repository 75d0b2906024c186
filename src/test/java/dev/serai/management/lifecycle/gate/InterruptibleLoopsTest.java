package dev.serai.management.lifecycle.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.foundation.Bundle;
import dev.serai.management.lifecycle.Landscape;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptibleLoopsTest {

    private static final Gate GATE = new Gate(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static { while (!Thread.currentThread().getName().isEmpty()) {} }",
                "static { int i = 0; do { i++; try { Integer.parseInt(\"x\"); } catch (RuntimeException e) { i--; } } while (i > -1); }",
                "{ for (int i = 0; i >= 0; i = (i + 1) % 10) { String.valueOf(i); } }",
            })
    void endlessLoopInTheSetUpEndsWhenItsThreadIsInterrupted(String loop) throws Exception {
        Class<?> endless = compiled("Endless", "public class Endless { " + loop + " }");
        Thread thread = new Thread(() -> instantiate(endless));
        thread.setDaemon(true);
        thread.start();

        thread.interrupt();

        thread.join(Duration.ofSeconds(10).toMillis());
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void loopThatIsNotInterruptedRunsToItsEnd() throws Exception {
        Class<?> type = compiled(
                "Counting",
                "public class Counting { public static int sum; static { for (int i = 0; i < 1000; i++) { sum += i; } } }");

        assertThat(type.getField("sum").getInt(null)).isEqualTo(499500);
    }

    private static Class<?> compiled(String name, String java) throws ClassNotFoundException {
        Map<String, byte[]> files = Map.of(
                name + ".java",
                java.getBytes(StandardCharsets.UTF_8),
                "route.camel.yaml",
                "- from:\n    uri: timer:a\n    steps:\n      - log: a\n".getBytes(StandardCharsets.UTF_8));
        byte[] bytecode = Objects.requireNonNull(GATE.check(new Bundle("loops", "loops/", files), Landscape.EMPTY)
                .classes()
                .byName()
                .get(name));
        return new ClassLoader(InterruptibleLoopsTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String wanted) {
                return defineClass(wanted, bytecode, 0, bytecode.length);
            }
        }.loadClass(name);
    }

    private static void instantiate(Class<?> type) {
        assertThatThrownBy(() -> type.getDeclaredConstructor().newInstance())
                .satisfiesAnyOf(
                        error -> assertThat(error).isInstanceOf(InterruptionPoint.InterruptedSetup.class),
                        error -> assertThat(error).hasRootCauseInstanceOf(InterruptionPoint.InterruptedSetup.class));
    }
}
