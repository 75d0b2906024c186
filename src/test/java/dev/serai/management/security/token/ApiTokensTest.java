package dev.serai.management.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.console.fixture.InMemoryTokens;
import dev.serai.fixture.HandClock;
import dev.serai.management.security.Permission;
import dev.serai.management.security.Role;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiTokensTest {

    private final HandClock clock = new HandClock();
    private final InMemoryTokens store = new InMemoryTokens();
    private final ApiTokens tokens = new ApiTokens(store, clock);

    @Test
    void aTokenOpensUntilItExpires() {
        ApiTokens.Made made =
                tokens.make(new ApiTokens.Wish("ci", Set.of(Role.DEPLOYER), Set.of(), Duration.ofDays(30)), "ada");

        assertThat(made.text()).matches("serai_[A-Za-z0-9_-]{43}");
        assertThat(made.toString()).doesNotContain(made.text());
        assertThat(tokens.find(made.text()).orElseThrow().scope()).isEqualTo(Role.DEPLOYER.permissions());
        clock.pass(Duration.ofDays(30));
        assertThat(tokens.find(made.text())).isEmpty();
    }

    @Test
    void aRevokedTokenOpensNothing() {
        ApiTokens.Made made = tokens.make(
                new ApiTokens.Wish("ci", Set.of(), Set.of(Permission.VIEW, Permission.OPERATE), null), "ada");
        assertThat(tokens.find(made.text()).orElseThrow().scope())
                .containsExactlyInAnyOrder(Permission.VIEW, Permission.OPERATE);

        assertThat(tokens.revoke(made.token().id())).isPresent();

        assertThat(tokens.find(made.text())).isEmpty();
        assertThat(tokens.revoke(made.token().id())).isEmpty();
    }

    @Test
    void theLastUseIsKnownToTheMinute() {
        ApiTokens.Made made = tokens.make(new ApiTokens.Wish("ci", Set.of(Role.VIEWER), Set.of(), null), "ada");

        tokens.find(made.text());
        var first = store.all().get(0).lastUsedAt();
        clock.pass(Duration.ofSeconds(30));
        tokens.find(made.text());
        var second = store.all().get(0).lastUsedAt();
        clock.pass(Duration.ofSeconds(31));
        tokens.find(made.text());

        assertThat(first).isNotNull().isEqualTo(second);
        assertThat(store.all().get(0).lastUsedAt()).isEqualTo(clock.instant());
    }

    @Test
    void aTokenWithoutScopeIsRefused() {
        assertThatThrownBy(() -> new ApiTokens.Wish("ci", Set.of(), Set.of(), null))
                .hasMessage("the token has no role and no permission; expected one at least, such as viewer");
    }
}
