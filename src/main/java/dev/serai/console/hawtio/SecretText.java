package dev.serai.console.hawtio;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds secrets by the names that stand before them. */
final class SecretText {

    static final String MASK = "••••";

    private static final String WORD =
            "(?:passw(?:or)?d|passphrase|secret|token|credential|api[-_.]?key|access[-_.]?key|private[-_.]?key)";

    /** A value that is only a reference is no secret, and tells where the secret comes from. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?i)([\\w.-]*" + WORD + "s?=)(?!\\{\\{|RAW\\(\\{\\{)[^\\s&;,\"'<>]+");

    private static final Pattern USER_INFO = Pattern.compile("(://[^/@\\s:]+:)[^/@\\s]+@");

    private SecretText() {}

    /** The text with its secrets hidden. */
    static String masked(String text) {
        String hidden = text.indexOf('=') < 0 ? text : replaced(ASSIGNMENT, text, MASK);
        return hidden.contains("://") ? replaced(USER_INFO, hidden, MASK + "@") : hidden;
    }

    private static String replaced(Pattern pattern, String text, String by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + by));
    }
}
