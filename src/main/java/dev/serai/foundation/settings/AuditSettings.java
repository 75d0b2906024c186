package dev.serai.foundation.settings;

import java.time.Duration;
import java.util.List;

/**
 * The audit trail, {@code serai.audit.*}.
 *
 * @param retention see {@link #RETENTION}
 * @param maxSize in bytes, see {@link #MAX_SIZE}
 */
public record AuditSettings(Duration retention, long maxSize) {

    public static final Key<Duration> RETENTION = Key.of(
            "serai.audit.retention",
            Kind.POSITIVE_DURATION,
            "400d",
            "How long the audit trail is kept",
            "Older segments are removed as a whole; a sealed mark stays, so that the rest can still be verified");
    public static final Key<Long> MAX_SIZE = Key.of(
            "serai.audit.max-size",
            Kind.SIZE,
            "4GB",
            "Size of the audit trail above which its oldest segments are removed",
            "4GB hold some ten million acts; the newest segment always stays");

    public static final List<Key<?>> KEYS = List.of(RETENTION, MAX_SIZE);

    public AuditSettings {
        RETENTION.check(retention);
        MAX_SIZE.check(maxSize);
    }

    public static AuditSettings from(Values values) {
        return new AuditSettings(values.get(RETENTION), values.get(MAX_SIZE));
    }
}
