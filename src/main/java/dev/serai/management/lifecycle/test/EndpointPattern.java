package dev.serai.management.lifecycle.test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Names endpoints: a whole URI, a URI without its options, or a pattern in which {@code *} stands for anything.
 *
 * @param text as written in the test
 */
record EndpointPattern(String text) {

    boolean matches(String uri) {
        String wanted = plain(text);
        String there = plain(uri);
        if (wanted.equals(there) || wanted.equals(withoutOptions(there))) {
            return true;
        }
        return wanted.contains("*") && glob(wanted).matcher(there).matches();
    }

    /** A URI without {@code //} after its scheme and without escapes, as people write it. */
    static String plain(String uri) {
        String shortened = uri.replaceFirst("^([A-Za-z][\\w.+-]*):/{2,}", "$1:");
        try {
            return shortened.contains("%")
                    ? URLDecoder.decode(shortened.replace("+", "%2B"), StandardCharsets.UTF_8)
                    : shortened;
        } catch (IllegalArgumentException e) {
            return shortened; // a percent sign that starts no escape stands for itself
        }
    }

    static String withoutOptions(String uri) {
        int options = uri.indexOf('?');
        return options < 0 ? uri : uri.substring(0, options);
    }

    private static Pattern glob(String text) {
        StringBuilder regex = new StringBuilder();
        for (String part : text.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
