package dev.serai.engine.message;

/**
 * One pass through a text that hides what stands behind telling names: {@code "name": value}, {@code name=value}, {@code name: value}, {@code
 * <name>value</name>}. It looks back from each separator for its name, so that a text of any form, and one that is cut off, takes
 * linear time.
 */
final class MaskedText {

    private static final int LONGEST_NAME = 80;
    private static final String ENDS_ASSIGNED = " \t\r\n,;&<>)]}\"'";
    private static final String ENDS_FIELD = "\r\n,;&<>)]}\"";

    private final Masking masking;
    private final String text;
    private final StringBuilder masked;
    private int at;
    private int copied;

    MaskedText(Masking masking, String text) {
        this.masking = masking;
        this.text = text;
        this.masked = new StringBuilder(text.length());
    }

    String masked() {
        while (at < text.length()) {
            char seen = text.charAt(at);
            at++;
            if (seen == ':' || seen == '=') {
                assigned(seen);
            } else if (seen == '<') {
                element();
            }
        }
        return masked.append(text, copied, text.length()).toString();
    }

    private void assigned(char separator) {
        int end = beforeBlanks(at - 1);
        boolean quoted = end > copied && isQuote(text.charAt(end - 1));
        String name = quoted ? quotedName(end - 1) : plainName(end);
        if (name.isEmpty() || !(name.indexOf('\\') >= 0 || masking.hides(name))) {
            return;
        }
        int start = afterBlanks(at);
        int stop = endOfValue(start, separator);
        if (stop > start) {
            replace(start, stop, separator == ':' && quoted);
        }
    }

    private int beforeBlanks(int end) {
        int before = end;
        while (before > copied && isBlank(text.charAt(before - 1))) {
            before--;
        }
        return before;
    }

    private int afterBlanks(int start) {
        int after = start;
        while (after < text.length() && (isBlank(text.charAt(after)) || text.charAt(after) == '\n')) {
            after++;
        }
        return after;
    }

    /** The name between the quote at {@code close} and the one before it; one with an escape in it could be any name. */
    private String quotedName(int close) {
        int least = Math.max(copied, close - LONGEST_NAME);
        int open = text.lastIndexOf(text.charAt(close), close - 1);
        return open < least ? "" : text.substring(open + 1, close);
    }

    private String plainName(int end) {
        int start = end;
        int least = Math.max(copied, end - LONGEST_NAME);
        while (start > least && isNamePart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private int endOfValue(int start, char separator) {
        if (start >= text.length()) {
            return start;
        }
        char first = text.charAt(start);
        if (isQuote(first)) {
            return afterQuoted(start);
        }
        if (first == '{' || first == '[') {
            return afterNested(start);
        }
        return upTo(start, separator == '=' ? ENDS_ASSIGNED : ENDS_FIELD);
    }

    private int upTo(int start, String ends) {
        int stop = start;
        while (stop < text.length() && ends.indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        return stop;
    }

    private int afterQuoted(int start) {
        char quote = text.charAt(start);
        int stop = start + 1;
        while (stop < text.length() && text.charAt(stop) != quote) {
            stop += text.charAt(stop) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), stop + 1);
    }

    /** Behind the object or array that begins here, or at the end of a text that was cut off in it. */
    private int afterNested(int start) {
        int depth = 0;
        int stop = start;
        while (stop < text.length()) {
            char seen = text.charAt(stop);
            if (seen == '"') {
                stop = afterQuoted(stop);
                continue;
            }
            depth += seen == '{' || seen == '[' ? 1 : seen == '}' || seen == ']' ? -1 : 0;
            stop++;
            if (depth == 0) {
                break;
            }
        }
        return stop;
    }

    /** {@code <name …>value}: hidden up to the end tag of that name, or of the text. */
    private void element() {
        int end = at;
        while (end < text.length() && (isNamePart(text.charAt(end)) || text.charAt(end) == ':')) {
            end++;
        }
        int close = end == at ? -1 : text.indexOf('>', end);
        if (close < 0 || text.charAt(close - 1) == '/') {
            return;
        }
        String name = text.substring(at, end);
        if (masking.hides(name.substring(name.indexOf(':') + 1))) {
            int stop = text.indexOf("</" + name, close);
            replace(close + 1, stop < 0 ? text.length() : stop, false);
        }
    }

    /** Keeps JSON JSON: what stood in quotes, or behind a name in quotes, stands in quotes again. */
    private void replace(int start, int stop, boolean json) {
        char first = start < stop ? text.charAt(start) : ' ';
        String quote = isQuote(first) ? String.valueOf(first) : json ? "\"" : "";
        masked.append(text, copied, start).append(quote).append(Masking.MASK).append(quote);
        copied = stop;
        at = stop;
    }

    private static boolean isQuote(char seen) {
        return seen == '"' || seen == '\'';
    }

    private static boolean isBlank(char seen) {
        return seen == ' ' || seen == '\t';
    }

    private static boolean isNamePart(char seen) {
        return Character.isLetterOrDigit(seen) || seen == '_' || seen == '-' || seen == '.';
    }
}
