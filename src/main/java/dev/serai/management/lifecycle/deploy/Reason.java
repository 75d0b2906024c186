package dev.serai.management.lifecycle.deploy;

import dev.serai.foundation.secret.Redaction;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says why something failed: the innermost causes carry the news, the wrappers around them only repeat it. */
public final class Reason {

    private static final int DEPTH = 12;

    private Reason() {}

    public static String of(@Nullable Throwable failure) {
        Set<String> messages = new LinkedHashSet<>();
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEPTH; i++) {
            Throwable next = cause.getCause();
            String message = message(cause);
            if (next == null || !message.contains(message(next))) {
                messages.add(message);
            }
            cause = next;
        }
        return Redaction.clean(String.join("; because ", messages));
    }

    private static String message(Throwable failure) {
        String text = failure.getMessage();
        if (failure instanceof ClassNotFoundException || failure instanceof NoClassDefFoundError) {
            return "class " + text + " is not in this distribution";
        }
        return text == null || text.isBlank() ? failure.getClass().getSimpleName() : text.strip();
    }
}
