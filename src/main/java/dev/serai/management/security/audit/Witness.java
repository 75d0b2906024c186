package dev.serai.management.security.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record that somebody noted elsewhere: the log must still hold it.
 *
 * @param number its number; 0 for an empty log
 * @param hash its hash
 */
public record Witness(long number, String hash) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    /** @throws IllegalArgumentException when the text is not {@code NUMBER:HASH} */
    public static Witness parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not NUMBER:HASH, a number and 64 hexadecimal letters");
        }
        return new Witness(Long.parseLong(form.group(1)), form.group(2));
    }
}
