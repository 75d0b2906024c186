package dev.serai.management.monitoring.alert;

import dev.serai.management.monitoring.alert.Alert.Severity;
import dev.serai.management.monitoring.health.Durations;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Messages that were kept as dead letters just now. */
final class NewDeadLetters implements AlertSource {

    private final Supplier<Map<String, Long>> kept;
    private final Duration window;

    /** @param kept how many still wait of those that were kept within the window, by integration */
    NewDeadLetters(Supplier<Map<String, Long>> kept, Duration window) {
        this.kept = kept;
        this.window = window;
    }

    @Override
    public Stream<Condition> look(Situation situation) {
        return kept.get().entrySet().stream()
                .map(entry -> new Condition(
                        Severity.warning,
                        "dead-letters",
                        entry.getKey(),
                        entry.getKey(),
                        null,
                        entry.getKey() + " kept " + entry.getValue()
                                + (entry.getValue() == 1 ? " message" : " messages") + " as dead letters within "
                                + Durations.text(window),
                        "see: serai deadletter list --integration " + entry.getKey() + " --state KEPT"));
    }
}
