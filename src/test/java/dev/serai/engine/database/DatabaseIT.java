package dev.serai.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.foundation.settings.Secret;
import dev.serai.foundation.settings.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseIT {

    private static final StoreSettings EMBEDDED = new StoreSettings("", "", Secret.NONE);

    private Path state;

    @BeforeEach
    void choose(@TempDir Path folder) {
        state = folder.resolve("state");
    }

    @Test
    void aSecondRuntimeOnTheSameHomeIsRefusedAndTheFirstGoesOn() {
        try (Database first = Database.open(EMBEDDED, state)) {
            assertThatThrownBy(() -> Database.open(EMBEDDED, state))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("another Serai runs on the home of " + state + " (pid "
                            + ProcessHandle.current().pid()
                            + "); stop it first, or choose another home with --home");

            assertThat(tables(first)).isPositive();
        }
        Database.open(EMBEDDED, state).close();
    }

    @Test
    void aStoreOfANewerVersionIsLeftAlone() {
        try (Database database = Database.open(EMBEDDED, state)) {
            database.write(handle ->
                    handle.execute("UPDATE \"serai_schema_history\" SET \"version\" = '99' WHERE \"version\" = '1'"));
        }

        assertThatThrownBy(() -> Database.open(EMBEDDED, state))
                .hasMessage("the store of " + state + " was written by a newer Serai (form 99, this one knows up to "
                        + Migrations.NEWEST + "); run that version, or choose another home with --home");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(state, "a file where the folder should be", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Database.open(EMBEDDED, state))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(state + " cannot be written (")
                .hasMessageContaining("make the folder writable for this user");
    }

    @Test
    void anUnknownKindOfDatabaseIsSaidWithoutItsPassword() {
        assertThatThrownBy(
                        () -> new StoreSettings("jdbc:oracle:thin://scott:tiger@db/x?password=tiger", "", Secret.NONE))
                .hasMessageContaining("serai.store.url is jdbc:oracle:thin://db/x;")
                .hasMessageNotContaining("tiger");
    }

    @Test
    void wrongCredentialsAreSaidWithoutThem() {
        String url = "jdbc:h2:file:" + state.resolve("own");
        Database.open(new StoreSettings(url, "serai", new Secret("right")), state)
                .close();

        assertThatThrownBy(() -> Database.open(new StoreSettings(url, "serai", new Secret("hunter2")), state))
                .hasMessage("the store " + url + " cannot be opened: user \"serai\" was refused; check"
                        + " serai.store.user and serai.store.password");
    }

    @Test
    void aRefusedOpeningLeavesTheHomeFree() {
        String url = "jdbc:postgresql://localhost:1/nowhere";

        assertThatThrownBy(() -> Database.open(new StoreSettings(url, "serai", Secret.NONE), state))
                .hasMessage("the store " + url + " cannot be opened: nobody answers there; check serai.store.url and"
                        + " that the database runs");

        Database.open(EMBEDDED, state).close();
    }

    @Test
    void theNewestFormIsTheNewestMigration() throws IOException {
        try (Stream<Path> folder = Files.list(Path.of("src/main/resources/db/store"))) {
            assertThat(folder.map(file -> file.getFileName().toString().replaceFirst("__.*", "")))
                    .contains("V" + Migrations.NEWEST)
                    .doesNotContain("V" + (Migrations.NEWEST + 1));
        }
    }

    private static int tables(Database database) {
        return database.read(handle -> handle.select(
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA")
                .mapTo(Integer.class)
                .one());
    }
}
