package dev.serai.foundation.configuration;

import dev.serai.foundation.secret.Redaction;
import dev.serai.foundation.secret.SecretException;
import dev.serai.foundation.secret.Secrets;
import dev.serai.foundation.secret.SensitiveName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves {@code {{env:NAME}}}, {@code {{file:/path}}}, {@code {{secret:NAME}}} and {@code {{other.key}}} in a text;
 * {@code {{env:NAME:default}}} and {@code {{other.key:default}}} fall back.
 */
final class References {

    static final Pattern REFERENCE = Pattern.compile("\\{\\{([^{}]+)}}");

    /** Deeper than any sensible chain of keys: whoever gets here goes in a circle. */
    private static final int DEEPEST = 20;

    private final Path home;
    private final Map<String, String> environment;
    private final Function<String, Optional<String>> keys;
    private final Secrets secrets;

    References(Path home, Map<String, String> environment, Function<String, Optional<String>> keys) {
        this.home = home;
        this.secrets = new Secrets(home, environment);
        this.environment = environment;
        this.keys = keys;
    }

    /**
     * @throws UnresolvedReferenceException when a reference leads nowhere
     */
    String resolve(String text) {
        return resolve(text, 0);
    }

    private String resolve(String text, int depth) {
        Matcher matcher = REFERENCE.matcher(text);
        return matcher.replaceAll(match -> Matcher.quoteReplacement(target(match, depth)));
    }

    private String target(MatchResult match, int depth) {
        String reference = match.group(1).trim();
        if (depth > DEEPEST) {
            throw new UnresolvedReferenceException(
                    "reference {{" + reference + "}} leads back to itself", "break the circle");
        }
        if (reference.startsWith("file:")) {
            return file(home, reference.substring("file:".length()));
        }
        if (reference.startsWith("secret:")) {
            return secret(secrets, reference.substring("secret:".length()));
        }
        if (Vaults.areIn(match.group())) {
            throw new UnresolvedReferenceException(
                    match.group() + " is asked of a vault, which is not possible here",
                    "write it in a route, in an integration's properties or in a connection; here {{secret:NAME}}, {{env:NAME}} or"
                            + " {{file:/path}}");
        }
        return reference.startsWith("env:")
                ? variable(reference.substring("env:".length()))
                : resolve(key(reference), depth + 1);
    }

    private String variable(String reference) {
        Named named = Named.of("env:", reference);
        String value = environment.get(named.name());
        if (value != null && SensitiveName.says(named.name())) {
            Redaction.keep(value);
        }
        return value != null ? value : named.fallback("environment variable " + named.name() + " is not set");
    }

    private String key(String reference) {
        Named named = Named.of("", reference);
        return keys.apply(named.name()).orElseGet(() -> named.fallback("key \"" + named.name() + "\" is not set"));
    }

    /** The content of a file, without the line break at its end, as secrets are mounted. */
    static String file(Path home, String path) {
        try {
            String content = Files.readString(home.resolve(path)).stripTrailing();
            Redaction.keep(content);
            return content;
        } catch (IOException e) {
            throw new UnresolvedReferenceException(
                    "file " + path + " cannot be read (" + e.getClass().getSimpleName() + ")",
                    "put it there, readable by the user that runs Serai");
        }
    }

    /** An encrypted value of {@code config/secrets.properties}. */
    static String secret(Secrets secrets, String name) {
        try {
            return secrets.value(name.trim());
        } catch (SecretException e) {
            throw new UnresolvedReferenceException(String.valueOf(e.getMessage()), e.hint());
        }
    }

    /** A name with what stands after its first colon. */
    private record Named(String prefix, String name, Optional<String> defaultText) {

        static Named of(String prefix, String reference) {
            int colon = reference.indexOf(':');
            return colon < 0
                    ? new Named(prefix, reference, Optional.empty())
                    : new Named(prefix, reference.substring(0, colon), Optional.of(reference.substring(colon + 1)));
        }

        String fallback(String problem) {
            return defaultText.orElseThrow(() -> new UnresolvedReferenceException(
                    problem, "set it, or write a default as in {{" + prefix + name + ":default}}"));
        }
    }
}
