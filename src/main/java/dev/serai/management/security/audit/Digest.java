package dev.serai.management.security.audit;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 in hexadecimal letters, without a new object for each hash. For one thread. */
final class Digest {

    /** What the first record has for the hash of the one before. */
    static final String NOTHING = "0".repeat(64);

    static final int LETTERS = 64;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest sha;
    private final byte[] hash = new byte[32];

    Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String of(byte[] bytes, int from, int to) {
        compute(bytes, from, to);
        byte[] letters = new byte[LETTERS];
        for (int i = 0; i < hash.length; i++) {
            letters[2 * i] = HEX[(hash[i] >> 4) & 15];
            letters[2 * i + 1] = HEX[hash[i] & 15];
        }
        return new String(letters, StandardCharsets.US_ASCII);
    }

    /** Whether the letters at a place are the hash of a range. */
    boolean matches(byte[] bytes, int from, int to, int place) {
        compute(bytes, from, to);
        for (int i = 0; i < hash.length; i++) {
            if (bytes[place + 2 * i] != HEX[(hash[i] >> 4) & 15] || bytes[place + 2 * i + 1] != HEX[hash[i] & 15]) {
                return false;
            }
        }
        return true;
    }

    private void compute(byte[] bytes, int from, int to) {
        try {
            sha.update(bytes, from, to - from);
            sha.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 has 32 bytes", e);
        }
    }
}
