package dev.serai.foundation.settings;

/**
 * A value that is never printed.
 *
 * @param value the secret itself
 */
public record Secret(String value) {

    public static final Secret NONE = new Secret("");

    @Override
    public String toString() {
        return "••••";
    }
}
