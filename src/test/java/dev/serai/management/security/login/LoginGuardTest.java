package dev.serai.management.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.fixture.HandClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginGuardTest {

    private final HandClock clock = new HandClock();
    private final LoginGuard guard = new LoginGuard(clock);

    @Test
    void fiveFailuresAreFreeAndThenTheWaitDoubles() {
        for (int i = 0; i < 5; i++) {
            assertThat(guard.attempt("ada", "here").isGranted()).isTrue();
        }

        assertThat(guard.attempt("ada", "here").delay()).isEqualTo(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        assertThat(guard.attempt("ada", "here").isGranted()).isTrue();
        assertThat(guard.attempt("ada", "here").delay()).isEqualTo(Duration.ofSeconds(2));
        clock.pass(Duration.ofSeconds(2));
        assertThat(guard.attempt("ada", "here").isGranted()).isTrue();
        assertThat(guard.attempt("ada", "here").delay()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void theWaitHasABound() {
        for (int i = 0; i < 60; i++) {
            clock.pass(Duration.ofMinutes(5));
            assertThat(guard.attempt("ada", "here" + i).isGranted()).isTrue();
        }

        assertThat(guard.attempt("ada", "there").delay()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void anotherAddressDoesNotHelpAndAnotherUserDoesNotSuffer() {
        for (int i = 0; i < 5; i++) {
            guard.attempt("ada", "address " + i);
        }

        assertThat(guard.attempt("ada", "fresh").isGranted()).isFalse();
        assertThat(guard.attempt("berta", "address 1").isGranted()).isTrue();
    }

    @Test
    void oneAddressThatTriesManyUsersIsSlowed() {
        for (int i = 0; i < 20; i++) {
            assertThat(guard.attempt("user" + i, "here").isGranted()).isTrue();
        }

        assertThat(guard.attempt("another", "here").isGranted()).isFalse();
        assertThat(guard.attempt("another", "elsewhere").isGranted()).isTrue();
    }

    @Test
    void successForgivesTheUser() {
        for (int i = 0; i < 5; i++) {
            guard.attempt("ada", "here");
        }
        guard.succeeded("ada", "here");

        assertThat(guard.attempt("ada", "here").isGranted()).isTrue();
    }

    @Test
    void aQuietHalfHourForgivesAll() {
        for (int i = 0; i < 5; i++) {
            guard.attempt("ada", "here");
        }
        clock.pass(Duration.ofMinutes(31));

        for (int i = 0; i < 5; i++) {
            assertThat(guard.attempt("ada", "here").isGranted()).isTrue();
        }
    }

    @Test
    void theBeginningOfAWaitIsToldOnce() {
        for (int i = 0; i < 5; i++) {
            guard.attempt("ada", "here");
        }

        assertThat(guard.attempt("ada", "here").begins()).isTrue();
        assertThat(guard.attempt("ada", "here").begins()).isFalse();
    }

    @Test
    void manyNamesDoNotMakeItForgetTheAddress() {
        for (int i = 0; i < 50_000; i++) {
            guard.attempt("user" + i, "here");
        }

        assertThat(guard.attempt("ada", "here").isGranted()).isFalse();
    }
}
