package dev.serai.management.security.audit;

import org.jspecify.annotations.Nullable;

/**
 * What came of verifying the log.
 *
 * @param valid whether every record that was sealed is there as it was written
 * @param records how many records were found right, from the first that is kept
 * @param firstWrong number of the first record that is not; null when none is, or when it is not a record that is wrong
 * @param reason what is wrong; null when nothing is
 * @param last number of the newest record that was found right
 * @param hash its hash: whoever keeps both elsewhere can prove later that the log still holds them
 * @param unsealed lines behind the newest seal: no act among them was acknowledged; a crash leaves such lines, and a running Serai has them
 *     for a moment
 */
public record Verification(
        boolean valid,
        long records,
        @Nullable Long firstWrong,
        @Nullable String reason,
        long last,
        String hash,
        long unsealed) {

    static Verification broken(String reason) {
        return new Verification(false, 0, null, reason, 0, Digest.NOTHING, 0);
    }
}
