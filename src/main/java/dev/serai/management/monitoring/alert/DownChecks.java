package dev.serai.management.monitoring.alert;

import dev.serai.management.monitoring.alert.Alert.Severity;
import dev.serai.management.monitoring.health.CheckResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Health checks that are down: each stalled route is an alert, the rest are one for each integration. */
final class DownChecks implements AlertSource {

    @Override
    public Stream<Condition> look(Situation situation) {
        List<CheckResult> down = situation.health().down().stream()
                .filter(check -> !check.name().endsWith("/state"))
                .toList();
        Map<String, List<CheckResult>> others = down.stream()
                .filter(check -> check.integration() != null && !check.isProgress())
                .collect(Collectors.groupingBy(check -> String.valueOf(check.integration())));
        return Stream.of(
                        down.stream()
                                .filter(check -> check.integration() == null)
                                .map(DownChecks::node),
                        down.stream().filter(CheckResult::isProgress).map(DownChecks::stalled),
                        others.entrySet().stream().map(entry -> integration(entry.getKey(), entry.getValue())))
                .flatMap(conditions -> conditions);
    }

    private static Condition node(CheckResult check) {
        return new Condition(Severity.critical, "node", check.name(), null, null, check.message(), "see: serai health");
    }

    private static Condition stalled(CheckResult check) {
        return new Condition(
                severity(check),
                "stalled",
                check.name().replace("/progress:", "/"),
                check.integration(),
                null,
                check.message(),
                "see: serai logs " + check.integration() + "; a redeploy ends what hangs, serai.health.stalled-after"
                        + " allows slower steps");
    }

    private static Condition integration(String name, List<CheckResult> checks) {
        return new Condition(
                severity(checks.get(0)),
                "health",
                name,
                name,
                null,
                checks.stream().map(CheckResult::message).distinct().collect(Collectors.joining("; ")),
                "see: serai health " + name + " and serai logs " + name);
    }

    private static Severity severity(CheckResult check) {
        return check.critical() ? Severity.critical : Severity.warning;
    }
}
