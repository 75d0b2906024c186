package dev.serai.foundation;

import java.time.Instant;

/**
 * A version on probation.
 *
 * @param version its number
 * @param hash its content hash
 * @param share per cent of the HTTP requests that it takes
 * @param since when its probation began
 * @param until when its probation ends
 * @param requests what it has answered
 * @param failed how many of them failed
 * @param p95Millis what 95 per cent of them stay below
 */
public record CanaryStatus(
        int version,
        String hash,
        int share,
        Instant since,
        Instant until,
        long requests,
        long failed,
        double p95Millis) {}
