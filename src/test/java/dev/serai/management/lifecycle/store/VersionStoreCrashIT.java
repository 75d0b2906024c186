package dev.serai.management.lifecycle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.engine.database.Database;
import dev.serai.fixture.ChildProcess;
import dev.serai.foundation.HistoryEntry;
import dev.serai.foundation.Version;
import dev.serai.foundation.settings.Secret;
import dev.serai.foundation.settings.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that stores versions is killed again and again; whatever it was told is stored, is stored. */
final class VersionStoreCrashIT {

    private static final StoreSettings EMBEDDED = new StoreSettings("", "", Secret.NONE);
    private static final int CRASHES = 6;

    @Test
    void everyCallThatHadReturnedIsThereAndNothingIsHalf(@TempDir Path state) {
        for (int crash = 1; crash <= CRASHES; crash++) {
            List<String> told = killAfter(state, 7 * crash);

            try (Database database = Database.open(EMBEDDED, state)) {
                assertNothingIsLost(new JdbiVersionStore(database), told);
            }
        }
    }

    private static List<String> killAfter(Path state, int calls) {
        try (ChildProcess child = ChildProcess.start(Writer.class, state.toString())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> told(child).size() >= calls || !child.isAlive());
            assertThat(child.isAlive()).as("%s", child.lines()).isTrue();
            child.kill();
            return told(child);
        }
    }

    private static List<String> told(ChildProcess child) {
        return child.lines().stream()
                .filter(line -> line.startsWith("appended ") || line.startsWith("decided "))
                .toList();
    }

    private static void assertNothingIsLost(VersionStore store, List<String> told) {
        List<Integer> numbers = store.history("orders").stream()
                .map(HistoryEntry::version)
                .sorted()
                .toList();
        int newest = numbers.size();
        int decided = store.desired("orders").map(Desired::activeVersion).orElse(0);

        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, newest).boxed().toList());
        assertThat(newest).isGreaterThanOrEqualTo(last(told, "appended "));
        assertThat(decided).isBetween(last(told, "decided "), newest);
        assertThat(store.receipt("orders").orElseThrow().version()).isEqualTo(decided);
        for (int number : numbers) {
            StoredVersion version = store.version("orders", number).orElseThrow();
            assertThat(version.bundle().hash()).isEqualTo(version.version().hash());
            assertThat(version.classes().byName()).hasSize(1);
        }
    }

    private static int last(List<String> told, String what) {
        return told.stream()
                .filter(line -> line.startsWith(what))
                .mapToInt(line -> Integer.parseInt(line.substring(what.length())))
                .max()
                .orElse(0);
    }

    /** Stores versions until it is killed, and prints what was done. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) {
            Database database = Database.open(EMBEDDED, Path.of(args[0]));
            VersionStore store = new JdbiVersionStore(database);
            for (long i = System.nanoTime(); ; i++) {
                Version version = store.append(VersionStoreContract.version("orders", "content " + i));
                System.out.println("appended " + version.number());
                store.decide(
                        VersionStoreContract.desired("orders", version.number()),
                        VersionStoreContract.receipt("orders", version.number()));
                System.out.println("decided " + version.number());
            }
        }
    }
}
