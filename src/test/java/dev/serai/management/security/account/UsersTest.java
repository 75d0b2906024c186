package dev.serai.management.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.console.fixture.InMemoryUsers;
import dev.serai.fixture.HandClock;
import dev.serai.management.security.Role;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersTest {

    private static final String PASSWORD = "correct horse battery";

    private final Users users = new Users(new InMemoryUsers(), new HandClock());

    @Test
    void aPasswordIsKeptAsArgon2idAndOpensOnlyItsUser() {
        User ada = users.add("ada", PASSWORD, Set.of(Role.VIEWER)).orElseThrow();

        assertThat(ada.passwordHash())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(PASSWORD);
        assertThat(ada.toString()).doesNotContain("argon2id");
        assertThat(users.authenticate("ADA", PASSWORD)).contains(ada);
        assertThat(users.authenticate("ada", PASSWORD + " ")).isEmpty();
        assertThat(users.authenticate("berta", PASSWORD)).isEmpty();
    }

    @Test
    void theHashIsTheOneThatOthersCompute() {
        String byTheReferenceImplementation =
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

        assertThat(new Passwords().matches("password", byTheReferenceImplementation))
                .isTrue();
        assertThat(new Passwords().matches("Password", byTheReferenceImplementation))
                .isFalse();
    }

    @Test
    void everyChangeHasAnInstantOfItsOwn() {
        User added = users.add("ada", PASSWORD, Set.of(Role.VIEWER)).orElseThrow();

        User changed = users.change("ada", Optional.empty(), Optional.of(Set.of(Role.ADMIN)))
                .orElseThrow();

        assertThat(changed.changedAt()).isAfter(added.changedAt());
        assertThat(changed.passwordHash()).isEqualTo(added.passwordHash());
        assertThat(users.isLastAdmin("ada")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada     | correct horse battery | the user's name is \"Ada\"; expected up to 64 small letters",
                "../ada  | correct horse battery | the user's name is \"../ada\"",
                "ada     | short                 | the password has 5 characters; expected 12 to 256",
                "adam    | adam-adam-adam        | the password contains the user's name"
            })
    void whatCannotBeIsToldWithWhatWasExpected(String name, String password, String message) {
        assertThatThrownBy(() -> users.add(name, password, Set.of(Role.VIEWER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
        assertThatThrownBy(() -> users.add("ada", PASSWORD, Set.of())).hasMessageStartingWith("no role was given");
    }

    @Test
    void aGeneratedPasswordIsAccepted() {
        String password = Users.randomPassword();

        assertThat(password).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
        assertThat(users.add(Users.ADMIN, password, Set.of(Role.ADMIN))).isPresent();
        assertThat(users.add(Users.ADMIN, password, Set.of(Role.ADMIN))).isEmpty();
    }
}
