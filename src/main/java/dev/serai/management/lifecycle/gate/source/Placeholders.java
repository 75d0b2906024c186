package dev.serai.management.lifecycle.gate.source;

import dev.serai.foundation.secret.Redaction;
import dev.serai.foundation.secret.SensitiveName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resolves <code>{{name}}</code> as Camel will, as far as the values are known before the integration runs. */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]+)}}");
    private static final Set<String> LATER = Set.of(
            "bean",
            "service",
            "service.host",
            "service.port",
            "aws",
            "gcp",
            "azure",
            "azure-vault",
            "hashicorp",
            "secret",
            "configmap",
            "secret-binary",
            "configmap-binary",
            "cyberark",
            "ibm",
            "springcloud");

    private final Map<String, String> known;

    public Placeholders(Map<String, String> known) {
        this.known = known;
    }

    /** The text with every placeholder replaced whose value is known. */
    public String resolve(String text) {
        if (!text.contains("{{")) {
            return text;
        }
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            @Nullable String value = value(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group() : value);
        });
    }

    /** The names in a text that have neither a value nor a default, and that nothing provides later. */
    public List<String> missing(String text, Set<String> alsoKnown) {
        List<String> missing = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            String name = placeholder.group(1).strip();
            boolean provided = name.startsWith("?")
                    || LATER.contains(prefix(name))
                    || alsoKnown.contains(withoutDefault(name))
                    || value(name) != null;
            if (!provided) {
                missing.add(name);
            }
        }
        return missing;
    }

    private @Nullable String value(String name) {
        String prefix = prefix(name);
        if (prefix.equals("env") || prefix.equals("sys")) {
            return fromOutside(prefix, name.substring(4));
        }
        String key = withoutDefault(name.strip());
        if (LATER.contains(prefix)) {
            return null;
        }
        return known.getOrDefault(key, fallback(name));
    }

    private static @Nullable String fromOutside(String prefix, String name) {
        String key = withoutDefault(name);
        String value = prefix.equals("sys")
                ? System.getProperty(key)
                : System.getenv()
                        .getOrDefault(
                                key, System.getenv(key.replaceAll("[.-]", "_").toUpperCase(java.util.Locale.ROOT)));
        if (value != null && SensitiveName.says(key)) {
            Redaction.keep(value);
        }
        return value == null ? fallback(name) : value;
    }

    private static @Nullable String fallback(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? null : name.substring(colon + 1);
    }

    private static String withoutDefault(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private static String prefix(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? "" : name.substring(0, colon);
    }
}
