package dev.serai.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeFileTest {

    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    @TempDir
    Path state;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        RuntimeFile file = file(ProcessHandle.current().pid(), Instant.now());

        file.write(state);

        assertThat(RuntimeFile.read(state)).contains(file);
        assertThat(file.isAlive()).isTrue();
    }

    @Test
    void onlyItsOwnerCanReadItAndNoDraftStays() throws IOException {
        file(1, LONG_AGO).write(state);

        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(RuntimeFile.in(state)));
        assertThat(permissions).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(state)) {
            assertThat(files).containsExactly(RuntimeFile.in(state));
        }
    }

    @Test
    void aDeadProcessAndOneThatTookItsNumberAreNotAlive() {
        long free = Stream.iterate(4_000_000L, pid -> pid - 1)
                .filter(pid -> ProcessHandle.of(pid).isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(file(free, Instant.now()).isAlive()).isFalse();
        assertThat(file(ProcessHandle.current().pid(), LONG_AGO).isAlive()).isFalse();
    }

    @Test
    void aHomeWithoutARuntimeHasNone() throws IOException {
        assertThat(RuntimeFile.read(state)).isEmpty();
        assertThat(RuntimeFile.read(state.resolve("missing"))).isEmpty();
    }

    @Test
    void aFileThatIsNotWholeIsToldSo() throws IOException {
        for (String text : List.of("", "{", "{\"pid\": 1}", "[]", "{\"pid\":\"x\"}")) {
            Files.writeString(RuntimeFile.in(state), text);

            assertThatThrownBy(() -> RuntimeFile.read(state))
                    .as(text)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("runtime.json is not whole");
        }
    }

    @Test
    void aRuntimeRemovesOnlyItsOwnFile() throws IOException {
        RuntimeFile mine = file(1, LONG_AGO);
        RuntimeFile other = file(2, LONG_AGO);
        other.write(state);

        mine.remove(state);
        assertThat(RuntimeFile.read(state)).contains(other);

        other.remove(state);
        assertThat(RuntimeFile.read(state)).isEmpty();
    }

    @Test
    void theTokenIsNeverPrinted() {
        assertThat(file(1, LONG_AGO).toString()).doesNotContain("secret");
    }

    private static RuntimeFile file(long pid, Instant startedAt) {
        return new RuntimeFile(pid, "http://127.0.0.1:9876", "http://127.0.0.1:8080", "secret", startedAt);
    }
}
