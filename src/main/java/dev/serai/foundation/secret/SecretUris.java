package dev.serai.foundation.secret;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.EndpointStrategy;

/** Finds the secrets in the addresses of endpoints: the password before the {@code @}, and options whose names say so. */
public final class SecretUris implements EndpointStrategy {

    private static final Pattern USER = Pattern.compile("//[^/?#:@\\s]*:([^/?#@\\s]+)@");
    private static final Pattern OPTION = Pattern.compile("[?&]([\\w.-]+)=(RAW\\([^)]*\\)|RAW\\{[^}]*}|[^&]*)");

    @Override
    public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
        keepSecretsOf(uri);
        return endpoint;
    }

    /** Keeps the secrets of an address out of what is shown. */
    public static void keepSecretsOf(String uri) {
        for (Matcher user = USER.matcher(uri); user.find(); ) {
            keep(user.group(1));
        }
        for (Matcher option = OPTION.matcher(uri); option.find(); ) {
            if (SensitiveName.says(option.group(1))) {
                keep(option.group(2).replaceAll("^RAW[({]|[)}]$", ""));
            }
        }
    }

    /** What stands in clear text in an address, in words: the password, or the options whose names say that they are secrets. */
    public static List<String> openSecretsOf(String uri) {
        List<String> open = new ArrayList<>();
        for (Matcher user = USER.matcher(uri); user.find(); ) {
            if (isOpen(user.group(1))) {
                open.add("the password before the @");
            }
        }
        for (Matcher option = OPTION.matcher(uri); option.find(); ) {
            if (SensitiveName.says(option.group(1)) && isOpen(option.group(2))) {
                open.add("the option \"" + option.group(1) + "\"");
            }
        }
        return open;
    }

    /** Whether a value is the secret itself: neither a reference, nor an expression, nor the name of a bean. */
    public static boolean isOpen(String value) {
        return !value.isBlank() && !value.contains("{{") && !value.contains("${") && !value.startsWith("#");
    }

    private static void keep(String text) {
        Redaction.keep(text);
        try {
            Redaction.keep(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            Redaction.keep(text);
        }
    }
}
