package dev.serai.management.monitoring.health;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.health.HealthCheck.State;

/**
 * How the node and its integrations are.
 *
 * @param at when it was looked at
 * @param live whether the process works at all; only a restart helps one that does not
 * @param ready whether the node can take its work
 * @param checks everything that was looked at, by name
 */
public record Health(Instant at, boolean live, boolean ready, List<CheckResult> checks) {

    public Health {
        checks = List.copyOf(checks);
    }

    public State status() {
        return live && ready ? State.UP : State.DOWN;
    }

    /** The same with one check more, which decides nothing. */
    public Health with(CheckResult more) {
        return new Health(
                at, live, ready, Stream.concat(checks.stream(), Stream.of(more)).toList());
    }

    /** What is down. */
    public List<CheckResult> down() {
        return checks.stream().filter(CheckResult::isDown).toList();
    }

    /** DOWN when any check of the integration is, UP when any is up, UNKNOWN without one. */
    public State of(String integration) {
        List<State> states = checks.stream()
                .filter(check -> integration.equals(check.integration()))
                .map(CheckResult::status)
                .toList();
        if (states.contains(State.DOWN)) {
            return State.DOWN;
        }
        return states.contains(State.UP) ? State.UP : State.UNKNOWN;
    }
}
