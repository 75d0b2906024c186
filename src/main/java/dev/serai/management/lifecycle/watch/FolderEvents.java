package dev.serai.management.lifecycle.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The operating system's file events for a folder and the folders below it; they only wake, the scan decides. */
final class FolderEvents implements AutoCloseable {

    private final Path root;
    private final WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();

    FolderEvents(Path root) throws IOException {
        this.root = root;
        this.service = root.getFileSystem().newWatchService();
        follow();
    }

    /** Waits for an event, but no longer than this; all events that are there are taken together. */
    void await(Duration longest) throws InterruptedException {
        WatchKey key = service.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = service.poll();
        }
    }

    /** Follows folders that are new, and lets go of those that went. */
    void follow() throws IOException {
        keys.values().removeIf(key -> !key.isValid());
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                boolean foreign = !folder.equals(root)
                        && Units.isTemporary(folder.getFileName().toString())
                        && !folder.getFileName().toString().startsWith("..");
                if (foreign) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!keys.containsKey(folder)) {
                    keys.put(folder, register(folder));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private WatchKey register(Path folder) throws IOException {
        return folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
