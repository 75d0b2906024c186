package dev.serai.management.security.audit;

import dev.serai.foundation.OwnerFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sealed statement about one record, in a file of its own.
 *
 * @param kind what is stated
 * @param number the record's number
 * @param hash its hash
 * @param at when it was stated
 */
record Mark(Kind kind, long number, String hash, Instant at) {

    /** What is stated of the record. */
    enum Kind {
        /** It was on record: a log that ends before it was cut. */
        HEAD,
        /** It and all before it were removed when their time had come: the log begins after it. */
        REMOVED;

        Path in(Path folder) {
            return folder.resolve(this == HEAD ? "head" : "removed");
        }
    }

    private static final Pattern FORM = Pattern.compile(
            "(\\{\"mark\":\"(HEAD|REMOVED)\",\"number\":([0-9]{1,18}),\"hash\":\"([0-9a-f]{64})\",\"at\":\"([^\"]+)\")"
                    + ",\"seal\":\"([A-Za-z0-9+/=]{88})\"}\n");

    /**
     * Reads and checks a mark.
     *
     * @return empty when there is none
     * @throws ForgedMarkException when it is not as it was written
     */
    static Optional<Mark> read(Path folder, Kind kind, PublicKeyFile key) throws IOException {
        String text;
        try {
            text = new String(Files.readAllBytes(kind.in(folder)), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !kind.name().equals(form.group(2)) || !isSealed(form, key)) {
            throw new ForgedMarkException(kind.in(folder).toFile().getName());
        }
        return Optional.of(new Mark(kind, Long.parseLong(form.group(3)), form.group(4), Instant.parse(form.group(5))));
    }

    private static boolean isSealed(Matcher form, PublicKeyFile key) {
        byte[] signed = form.group(1).getBytes(StandardCharsets.US_ASCII);
        try {
            return key.verifies(signed, 0, signed.length, Base64.getDecoder().decode(form.group(6)));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    void write(Path folder, SealKey key) throws IOException {
        String content =
                "{\"mark\":\"%s\",\"number\":%d,\"hash\":\"%s\",\"at\":\"%s\"".formatted(kind, number, hash, at);
        byte[] signed = content.getBytes(StandardCharsets.US_ASCII);
        String seal = Base64.getEncoder().encodeToString(key.sign(signed, 0, signed.length));
        OwnerFile.write(
                kind.in(folder), (content + ",\"seal\":\"" + seal + "\"}\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** A mark is not as it was written. */
    static final class ForgedMarkException extends IOException {

        private static final long serialVersionUID = 1;

        ForgedMarkException(String file) {
            super("the file " + file + " was changed, or sealed with another key");
        }
    }
}
