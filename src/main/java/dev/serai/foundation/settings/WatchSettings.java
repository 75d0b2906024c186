package dev.serai.foundation.settings;

import java.time.Duration;
import java.util.List;

/**
 * The watched folder, {@code serai.watch.*}.
 *
 * @param enabled see {@link #ENABLED}
 * @param quiet see {@link #QUIET}
 * @param growing see {@link #GROWING}
 * @param scan see {@link #SCAN}
 */
public record WatchSettings(boolean enabled, Duration quiet, Duration growing, Duration scan) {

    public static final Key<Boolean> ENABLED = Key.of(
            "serai.watch.enabled",
            Kind.FLAG,
            "true",
            "Whether changes in routes/ and config/connections/ are followed",
            "false for immutable images: what is there at start runs until the end");
    public static final Key<Duration> QUIET = Key.of(
            "serai.watch.quiet",
            Kind.DURATION,
            "80ms",
            "How long a file must not change before it is read",
            "Shorter may read half a file, longer delays every change");
    public static final Key<Duration> GROWING = Key.of(
            "serai.watch.growing",
            Kind.DURATION,
            "600ms",
            "The same for a file that was seen growing or does not end with a line break",
            "Raise it for slow network drives");
    public static final Key<Duration> SCAN = Key.of(
            "serai.watch.scan",
            Kind.POSITIVE_DURATION,
            "2s",
            "How often the whole folder is compared by content",
            "Finds changes on mounts that send no file events; longer saves reads");

    public static final List<Key<?>> KEYS = List.of(ENABLED, QUIET, GROWING, SCAN);

    public WatchSettings {
        QUIET.check(quiet);
        GROWING.check(growing);
        SCAN.check(scan);
    }

    public static WatchSettings from(Values values) {
        return new WatchSettings(values.get(ENABLED), values.get(QUIET), values.get(GROWING), values.get(SCAN));
    }
}
