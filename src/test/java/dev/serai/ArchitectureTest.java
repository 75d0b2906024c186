package dev.serai;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.serai.Architecture.Exemption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The product keeps the rules of the house, and every rule has a twin that shows it can fail. */
class ArchitectureTest {

    private static final List<Exemption> ALLOWED = List.of(
            new Exemption("engine.enterprise", "engine.database", "the event log is a table of the one database"),
            new Exemption("engine.enterprise", "engine.message", "how a message crosses integrations is said once"),
            new Exemption("engine.mesh", "engine.message", "how a message crosses integrations is said once"));

    @TestFactory
    Stream<DynamicTest> theProductKeepsTheRules() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.serai");

        return new Architecture("dev.serai", ALLOWED)
                .rules().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(product)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleCanFail() {
        JavaClasses broken = new ClassFileImporter().importPackages("dev.serai.fixture.broken");

        return new Architecture("dev.serai.fixture.broken", List.of())
                .rules().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                            EvaluationResult result = rule.getValue().evaluate(broken);

                            assertThat(result.hasViolation()).isTrue();
                        }));
    }
}
