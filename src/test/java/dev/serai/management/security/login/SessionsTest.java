package dev.serai.management.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.console.fixture.InMemoryUsers;
import dev.serai.fixture.HandClock;
import dev.serai.management.security.Role;
import dev.serai.management.security.account.User;
import dev.serai.management.security.account.Users;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final HandClock clock = new HandClock();
    private final InMemoryUsers store = new InMemoryUsers();
    private final Users users = new Users(store, clock);
    private final Sessions sessions = new Sessions(users, Duration.ofMinutes(30), Duration.ofHours(12), clock);
    private final User ada = new User("ada", "no hash", Set.of(Role.VIEWER), clock.instant(), clock.instant());

    @Test
    void aSessionEndsWhenNobodyDoesAnything() {
        String id = open();

        clock.pass(Duration.ofMinutes(29));
        assertThat(sessions.find(id)).isPresent();
        sessions.touch(id);
        clock.pass(Duration.ofMinutes(29));
        assertThat(sessions.find(id)).isPresent();
        clock.pass(Duration.ofMinutes(2));
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void aSessionEndsAtLastWhateverIsDone() {
        String id = open();

        for (int i = 0; i < 30; i++) {
            clock.pass(Duration.ofMinutes(25));
            sessions.touch(id);
        }

        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void aUserThatWasRemovedOrChangedIsOut() {
        String removed = open();
        store.remove("ada");
        assertThat(sessions.find(removed)).isEmpty();

        String changed = open();
        users.change("ada", Optional.empty(), Optional.of(Set.of(Role.ADMIN)));
        assertThat(sessions.find(changed)).isEmpty();
    }

    @Test
    void aGuessedOrEndedSessionOpensNothing() {
        String id = open();
        sessions.end(id);

        assertThat(sessions.find(id)).isEmpty();
        assertThat(sessions.find("")).isEmpty();
    }

    private String open() {
        store.remove("ada");
        store.insert(ada);
        return sessions.open(ada, Role.VIEWER.permissions());
    }
}
