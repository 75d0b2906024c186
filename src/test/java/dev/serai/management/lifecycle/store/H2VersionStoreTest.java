package dev.serai.management.lifecycle.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.database.Database;
import dev.serai.foundation.settings.Secret;
import dev.serai.foundation.settings.StoreSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2VersionStoreTest extends VersionStoreContract {

    private static final StoreSettings EMBEDDED = new StoreSettings("", "", Secret.NONE);

    private Path state;
    private Database database;

    @BeforeEach
    void open(@TempDir Path folder) {
        state = folder;
        database = Database.open(EMBEDDED, state);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    VersionStore store() {
        return new JdbiVersionStore(database);
    }

    @Test
    void equalContentIsStoredOnce() {
        store().append(version("orders", "one"));
        store().append(version("billing", "one"));

        assertThat(count("serai_content")).isEqualTo(4);
        assertThat(count("serai_version_part")).isEqualTo(8);
    }

    @Test
    void onlyTheNewestReceiptsAreKept() {
        for (int i = 1; i <= JdbiVersionStore.RECEIPTS_KEPT + 5; i++) {
            store().decide(desired("orders", i), receipt("orders", i));
        }

        assertThat(count("serai_receipt")).isEqualTo(JdbiVersionStore.RECEIPTS_KEPT);
        assertThat(store().receipt("orders")).isEqualTo(Optional.of(receipt("orders", 105)));
    }

    @Test
    void anotherRuntimeFindsEverythingAfterARestart() {
        store().append(version("orders", "one"));
        store().decide(desired("orders", 1), receipt("orders", 1));
        database.close();

        database = Database.open(EMBEDDED, state);

        assertThat(store().desired()).containsExactly(desired("orders", 1));
        assertThat(store().version("orders", 1)).isPresent();
    }

    private int count(String table) {
        return database.read(handle -> handle.select("SELECT COUNT(*) FROM " + table)
                .mapTo(Integer.class)
                .one());
    }
}
