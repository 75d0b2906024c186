package dev.serai.service.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.cloud.pack.Packs;
import dev.serai.foundation.Finding;
import dev.serai.service.governance.model.Surroundings;
import dev.serai.service.governance.policy.ExampleResult;
import dev.serai.service.governance.policy.Policies;
import dev.serai.service.governance.policy.PolicySheet;
import dev.serai.service.governance.rule.PackedRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every shipped policy refuses what it is there to refuse, and lets the rest pass: its own examples show both. */
class ShippedPoliciesTest {

    private static final Packs PACKS = new Packs(Path.of("connectors"), Path.of("target/packs"));
    private static final Policies POLICIES =
            new Policies(Path.of("config/policies"), new PackedRules(PACKS), Surroundings.NONE);

    @AfterAll
    static void close() {
        PACKS.close();
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsJudgedAsItsFileSays() {
        assertThat(POLICIES.findings()).extracting(Finding::sentence).isEmpty();
        return POLICIES.test().stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.policy() + ": " + result.example(), () -> assertThat(result.passed())
                                .as(result.place() + ": " + result.detail())
                                .isTrue()));
    }

    @Test
    void everyPolicyShowsOneExampleThatHoldsAndOneThatIsRefused() {
        Map<String, Set<Boolean>> shown = POLICIES.current().policies().isEmpty() ? read() : read();

        assertThat(shown)
                .isNotEmpty()
                .allSatisfy((policy, holds) -> assertThat(holds).as(policy).containsExactlyInAnyOrder(true, false));
    }

    private static Map<String, Set<Boolean>> read() {
        POLICIES.read();
        return POLICIES.current().policies().stream()
                .collect(Collectors.toMap(policy -> policy.name(), policy -> policy.examples().stream()
                        .map(example -> example.holds())
                        .collect(Collectors.toSet())));
    }

    @Test
    void noneStandsInTheWayOfTheFirstHour() {
        List<PolicySheet> sheets = POLICIES.sheets();

        assertThat(sheets).hasSizeGreaterThanOrEqualTo(14).noneMatch(PolicySheet::enabled);
    }

    @Test
    void everyResultNamesItsPlace() {
        assertThat(POLICIES.test())
                .extracting(ExampleResult::place)
                .allMatch(place -> place.matches("config/policies/[a-z-]+\\.yaml:\\d+"));
    }
}
