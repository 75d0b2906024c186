package dev.serai.engine.enterprise.transformation;

import java.util.regex.Pattern;

/** What a library says went wrong, in one line. */
final class Failures {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|\u201c[^\u201d]*\u201d");

    private Failures() {}

    /** The first line of the deepest cause that says something. */
    static String sentence(Throwable failure) {
        String sentence = "";
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = each.getMessage();
            if (message != null && !message.isBlank() && !(each instanceof ClassNotFoundException)) {
                sentence = message;
            }
        }
        return sentence.isEmpty()
                ? failure.getClass().getSimpleName()
                : sentence.lines().findFirst().orElse("").strip();
    }

    /** The same without what stands in quotes, which may come from the message. */
    static String withoutValues(Throwable failure) {
        return QUOTED.matcher(sentence(failure)).replaceAll("\"…\"");
    }
}
