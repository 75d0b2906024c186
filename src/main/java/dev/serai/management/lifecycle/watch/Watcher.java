package dev.serai.management.lifecycle.watch;

import dev.serai.foundation.settings.WatchSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a watched folder: file events wake it at once, a periodic scan finds what events miss (network drives, mounted
 * ConfigMaps). What it tells, it tells once it is quiet.
 */
public final class Watcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    private static final Duration POLL = Duration.ofMillis(20);

    private final WatchedFolder folder;
    private final WatchSettings settings;
    private final FolderState state;
    private final FolderEvents events;
    private final Thread thread;
    private volatile boolean running = true;
    private String trouble = "";

    /**
     * @param known names and sources of what stood there before
     * @throws UncheckedIOException when the folder cannot be watched
     */
    public Watcher(WatchedFolder folder, WatchSettings settings, Changes changes, Collection<Known> known) {
        this.folder = folder;
        this.settings = settings;
        this.state = new FolderState(folder, settings, changes, known);
        try {
            this.events = new FolderEvents(folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch " + folder.path() + ": " + e.getMessage(), e);
        }
        this.thread = new Thread(this::loop, folder.watcher());
        thread.setDaemon(true);
    }

    /**
     * What is known from before.
     *
     * @param name its name
     * @param source its file or folder
     */
    public record Known(String name, String source) {}

    /** Reads what stands there now, without waiting for quiet, and follows it from then on, unless that is switched off. */
    public void start() {
        scan(true);
        if (settings.enabled()) {
            thread.start();
        }
    }

    private void loop() {
        while (running) {
            try {
                events.await(state.isUnsettled() ? POLL : settings.scan());
            } catch (InterruptedException e) {
                return;
            }
            scan(false);
        }
    }

    private void scan(boolean first) {
        try {
            state.scan(first);
            events.follow();
            trouble = "";
        } catch (IOException | RuntimeException e) {
            if (!String.valueOf(e.getMessage()).equals(trouble)) {
                trouble = String.valueOf(e.getMessage());
                LOG.warn(
                        "{} cannot be read now ({}: {}); what runs goes on",
                        folder.path(),
                        e.getClass().getSimpleName(),
                        trouble);
            }
        }
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        events.close();
    }
}
