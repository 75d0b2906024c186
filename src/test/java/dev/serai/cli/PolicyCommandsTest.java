package dev.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandsTest {

    private final Path policies;
    private final CommandLineFixture serai;

    PolicyCommandsTest(@TempDir Path home) {
        this.policies = home.resolve("config/policies");
        this.serai = new CommandLineFixture(home);
    }

    @BeforeEach
    void ship() throws IOException {
        Files.createDirectories(policies);
        Files.copy(Path.of("config/policies/owner-required.yaml"), policies.resolve("owner-required.yaml"));
    }

    @Test
    void thePoliciesAreListedWithoutARunningSerai() {
        assertThat(serai.run("policy", "list").isFine().out())
                .containsPattern("owner-required +off \\(warn\\) +gate +integration +Somebody answers");
    }

    @Test
    void everyPolicyIsShownItsExamples() {
        assertThat(serai.run("policy", "test").isFine().out())
                .contains("owner-required: a folder that names its owner", "2 examples, 0 failed");
    }

    @Test
    void anExampleThatIsJudgedOtherwiseFailsWithItsPlace() throws IOException {
        Path file = policies.resolve("owner-required.yaml");
        Files.writeString(file, Files.readString(file).replace("holds: false", "holds: true"));

        assertThat(serai.run("policy", "test").fails(1).out())
                .containsPattern("config/policies/owner-required.yaml:\\d+: it was not let pass")
                .contains("2 examples, 1 failed");
    }

    @Test
    void anExplanationShowsWhatTheRuleNames() {
        assertThat(serai.run("policy", "explain", "owner-required", "orders")
                        .isFine()
                        .out())
                .contains("broken  routes/orders/:1: integration orders", "integration.owner = ");
    }
}
