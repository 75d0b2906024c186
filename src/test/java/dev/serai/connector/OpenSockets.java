package dev.serai.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Connections of this process, as Linux tells them. */
final class OpenSockets {

    private static final Path OWN = Path.of("/proc/self/fd");
    private static final List<Path> TABLES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));
    private static final String ESTABLISHED = "01";

    private OpenSockets() {}

    /** How many lead to a port. */
    static long to(int port) {
        Set<String> own = inodes();
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        return TABLES.stream()
                .filter(Files::exists)
                .flatMap(OpenSockets::rows)
                .map(row -> row.strip().split("\\s+"))
                .filter(row -> row[2].endsWith(suffix) && row[3].equals(ESTABLISHED) && own.contains(row[9]))
                .count();
    }

    private static Stream<String> rows(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> inodes() {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(OWN)) {
            files.map(OpenSockets::target)
                    .filter(target -> target.startsWith("socket:["))
                    .forEach(target -> inodes.add(target.substring("socket:[".length(), target.length() - 1)));
            return inodes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file may have been closed since it was listed. */
    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
