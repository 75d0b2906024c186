package dev.serai.engine.cloud.connection;

import dev.serai.foundation.CircuitSettings;
import dev.serai.foundation.settings.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code circuit:} in a connection's file. What it leaves out has its default; left out as a whole there is none. */
final class CircuitSection {

    static final List<String> KEYS = List.of("failure-percent", "calls", "minimum-calls", "pause", "trials");

    private final YamlSection section;

    private CircuitSection(YamlSection section) {
        this.section = section;
    }

    static Optional<CircuitSettings> read(YamlSection root) {
        return root.keys().contains("circuit")
                ? new CircuitSection(root.section("circuit")).settings()
                : Optional.empty();
    }

    private Optional<CircuitSettings> settings() {
        section.expectOnly(KEYS, "key of a circuit");
        CircuitSettings usual = CircuitSettings.DEFAULT;
        int calls = number("calls", usual.calls());
        try {
            return Optional.of(new CircuitSettings(
                    number("failure-percent", usual.failurePercent()),
                    calls,
                    number("minimum-calls", Math.min(calls, usual.minimumCalls())),
                    value("pause", usual.pause(), Kind.POSITIVE_DURATION::read),
                    number("trials", usual.trials())));
        } catch (IllegalArgumentException e) {
            section.complain(String.valueOf(e.getMessage()), "");
            return Optional.empty();
        }
    }

    private int number(String key, int usual) {
        return value(key, usual, Integer::valueOf);
    }

    private <T> T value(String key, T usual, Function<String, T> read) {
        Optional<String> text = section.text(key);
        try {
            return text.map(read).orElse(usual);
        } catch (IllegalArgumentException e) {
            String expected = usual instanceof Duration ? "a duration such as 30s" : "a whole number";
            section.report(key, key + " is \"" + text.orElse("") + "\"; expected " + expected, "");
            return usual;
        }
    }
}
