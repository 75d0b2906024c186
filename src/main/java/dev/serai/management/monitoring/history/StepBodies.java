package dev.serai.management.monitoring.history;

import org.jspecify.annotations.Nullable;

/** The bodies of one message's steps: one that a step leaves as it is is shown by the same text, and all together are bounded. */
final class StepBodies {

    /** Bodies of full length in one message; behind them none is shown. */
    private static final int MOST = 16;

    private final BodyPortrait portrait;
    private long room;
    private @Nullable Object last;
    private @Nullable String lastShown;

    StepBodies(BodyPortrait portrait) {
        this.portrait = portrait;
        this.room = (long) MOST * portrait.limit();
    }

    @Nullable
    String of(@Nullable Object body) {
        if (body == null || body != last && room <= 0) {
            return null;
        }
        if (body != last) {
            last = body;
            lastShown = portrait.of(body);
            room -= lastShown == null ? 0 : lastShown.length();
        }
        return lastShown;
    }
}
