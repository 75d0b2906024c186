package dev.serai.adapter.database.cdc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.MemoryOffsetBackingStore;

/**
 * Keeps the place in the database's log in a file that is there as a whole or not at all: what is new is written beside it, forced to the disk,
 * and put in its place. The store that Kafka Connect has for files overwrites it, so that an end in the middle leaves half of one.
 */
public final class DurableOffsets extends MemoryOffsetBackingStore {

    private static final String FILE = "offset.storage.file.filename";

    private Path file = Path.of("offsets");

    @Override
    public void configure(WorkerConfig config) {
        super.configure(config);
        file = Path.of(String.valueOf(config.originals().get(FILE)));
    }

    @Override
    public synchronized void start() {
        super.start();
        if (Files.exists(file)) {
            read();
        }
    }

    private void read() {
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ", 2);
                data.put(decoded(words[0]), decoded(words[1]));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    file
                            + " holds no place in the log that can be read; restore it, or delete it to begin with a snapshot",
                    e);
        }
    }

    @Override
    protected void save() {
        String lines = data.entrySet().stream()
                .filter(entry -> entry.getKey() != null && entry.getValue() != null)
                .map(entry -> encoded(entry.getKey()) + " " + encoded(entry.getValue()) + "\n")
                .sorted()
                .collect(Collectors.joining());
        try {
            replace(ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private void replace(ByteBuffer content) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path beside = folder.resolve(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String encoded(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }

    private static ByteBuffer decoded(String text) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(text));
    }

    @Override
    public Set<Map<String, Object>> connectorPartitions(String connector) {
        return Set.of();
    }
}
