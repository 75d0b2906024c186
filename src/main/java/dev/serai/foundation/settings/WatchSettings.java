package dev.serai.foundation.settings;

import java.time.Duration;

/**
 * The watched folder, {@code serai.watch.*}.
 *
 * @param enabled whether changes in {@code routes/} are followed, default true; off for immutable images
 * @param quiet how long a file must not change before it is read, default 80ms
 * @param growing the same for a file that is seen growing or does not end with a line break, default 600ms
 * @param scan how often the whole folder is compared by content, for mounts without file events, default 2s
 */
public record WatchSettings(boolean enabled, Duration quiet, Duration growing, Duration scan) {}
