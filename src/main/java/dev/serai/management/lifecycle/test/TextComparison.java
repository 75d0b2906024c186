package dev.serai.management.lifecycle.test;

import java.util.Optional;

/** Compares texts; line breaks at the very end do not count. */
final class TextComparison {

    private TextComparison() {}

    static Optional<Difference> whole(String expected, String actual) {
        String wanted = withoutLastBreaks(expected);
        String there = withoutLastBreaks(actual);
        return wanted.equals(there)
                ? Optional.empty()
                : Optional.of(new Difference(firstDifference(wanted, there), quoted(wanted), quoted(there)));
    }

    static Optional<Difference> contains(String expected, String actual) {
        return actual.contains(withoutLastBreaks(expected))
                ? Optional.empty()
                : Optional.of(
                        new Difference("body", "text with " + quoted(withoutLastBreaks(expected)), quoted(actual)));
    }

    static String quoted(String text) {
        return "\"" + Shown.cut(text).replace("\n", "\\n").replace("\r", "\\r") + "\"";
    }

    private static String firstDifference(String a, String b) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
            boolean lineEnds = a.charAt(i) == '\n';
            line += lineEnds ? 1 : 0;
            column = lineEnds ? 1 : column + 1;
        }
        return "line " + line + ", column " + column;
    }

    private static String withoutLastBreaks(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
