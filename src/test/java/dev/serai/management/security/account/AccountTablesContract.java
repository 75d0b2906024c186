package dev.serai.management.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.database.Database;
import dev.serai.foundation.settings.StoreSettings;
import dev.serai.management.security.Permission;
import dev.serai.management.security.Role;
import dev.serai.management.security.token.ApiToken;
import dev.serai.management.security.token.TokenTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users and tokens in a database; the same for each of them. */
abstract class AccountTablesContract {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00.123456Z");

    private Database database;

    abstract StoreSettings settings();

    @BeforeEach
    void open(@TempDir Path state) {
        database = Database.open(settings(), state);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void usersAreKeptAsTheyAre() {
        UserTable users = new UserTable(database);
        User ada = new User("ada", "hash", Set.of(Role.VIEWER, Role.OPERATOR), THEN, THEN);

        assertThat(users.insert(ada)).isTrue();
        assertThat(users.insert(ada)).isFalse();
        assertThat(users.find("ada")).contains(ada);

        User changed = new User("ada", "other", Set.of(Role.ADMIN), THEN, THEN.plusNanos(1000));
        assertThat(users.update(changed)).isTrue();
        assertThat(users.all()).containsExactly(changed);
        assertThat(users.remove("ada")).isTrue();
        assertThat(users.remove("ada")).isFalse();
        assertThat(users.update(changed)).isFalse();
    }

    @Test
    void tokensAreFoundByTheirHash() {
        TokenTable tokens = new TokenTable(database);
        ApiToken token = new ApiToken(0, "ci", Set.of(Role.VIEWER), Set.of(Permission.AUDIT), THEN, "ada", THEN, null);
        long first = tokens.insert(token, "a".repeat(64));
        long second = tokens.insert(
                new ApiToken(0, "ci", Set.of(), Set.of(Permission.VIEW), THEN, "ada", null, null), "b".repeat(64));

        tokens.used(first, THEN.plusSeconds(60));

        assertThat(tokens.find("a".repeat(64)))
                .contains(new ApiToken(
                        first,
                        "ci",
                        Set.of(Role.VIEWER),
                        Set.of(Permission.AUDIT),
                        THEN,
                        "ada",
                        THEN,
                        THEN.plusSeconds(60)));
        assertThat(tokens.all()).extracting(ApiToken::id).containsExactly(second, first);
        assertThat(tokens.remove(first)).isPresent();
        assertThat(tokens.remove(first)).isEmpty();
        assertThat(tokens.find("a".repeat(64))).isEmpty();
    }
}
