package dev.serai.console.hawtio;

import java.util.regex.Pattern;

/** A name in which {@code *} stands for any characters. */
final class Glob {

    private final Pattern pattern;
    private final boolean withSignature;

    Glob(String text) {
        pattern = Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"));
        withSignature = text.contains("(");
    }

    boolean fits(String name) {
        return pattern.matcher(name).matches();
    }

    /** @param operation {@code stop} or {@code stop(long)} */
    boolean fitsOperation(String operation) {
        int bracket = operation.indexOf('(');
        return fits(withSignature || bracket < 0 ? operation : operation.substring(0, bracket));
    }
}
