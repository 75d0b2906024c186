package dev.serai.foundation;

/**
 * The immutable content of an integration.
 *
 * @param name the integration
 * @param number running number within the integration, from 1
 * @param hash content hash of the bundle, SHA-256 in lower-case hex
 */
public record Version(String name, int number, String hash) {

    /** The name users see everywhere: {@code orders@7}. */
    public String label() {
        return name + "@" + number;
    }
}
