package dev.serai.foundation.secret;

import java.util.regex.Pattern;
import org.apache.camel.util.SensitiveUtils;

/** Tells by the name of a variable, a key or an option whether its value is a secret: {@code ORDERS_DB_PASSWORD}, {@code crm.token}, {@code accessKey}. */
public final class SensitiveName {

    private static final Pattern ENDS = Pattern.compile(
            ".*(password|passwd|pwd|passphrase|passcode|secret|token|credentials?|(api|access|private|secret|shared|account|auth)[._-]?key)",
            Pattern.CASE_INSENSITIVE);

    /** What Camel's own list counts as sensitive, and everybody may see. */
    private static final Pattern HARMLESS = Pattern.compile(".*(id|address|user|username)", Pattern.CASE_INSENSITIVE);

    private SensitiveName() {}

    public static boolean says(String name) {
        return ENDS.matcher(name).matches()
                || (SensitiveUtils.containsSensitive(name)
                        && !HARMLESS.matcher(name).matches());
    }
}
