package dev.serai.foundation.tls;

import dev.serai.foundation.settings.Key;

/**
 * Something that keeps a certificate from being used.
 *
 * @param key the setting that leads to it
 * @param message what was seen and what was expected; never a secret
 * @param hint what to do
 */
public record TlsProblem(Key<?> key, String message, String hint) {

    /** One line for a person. */
    public String sentence() {
        return key.name() + ": " + message + "; " + hint;
    }
}
