package dev.serai.foundation.settings;

import java.util.List;

/**
 * What saves work and changes nothing else, {@code serai.optimization.*}; each can be switched off, to measure it.
 *
 * @param headers see {@link #HEADERS}
 * @param heap see {@link #HEAP}
 */
public record OptimizationSettings(boolean headers, boolean heap) {

    public static final Key<Boolean> HEADERS = Key.of(
            "serai.optimization.headers",
            Kind.FLAG,
            "true",
            "Whether the headers of messages stand in arrays that copies share, in the order in which they were set",
            "false keeps each message's headers in a sorted tree of its own, as Camel does; it costs time with each step");

    public static final Key<Boolean> HEAP = Key.of(
            "serai.optimization.heap",
            Kind.FLAG,
            "true",
            "Whether the heap keeps free room while there is work, and gives it back only at rest",
            "false leaves the virtual machine's flags alone: with the launcher's, memory is given back under load, too");

    public static final List<Key<?>> KEYS = List.of(HEADERS, HEAP);

    public static OptimizationSettings from(Values values) {
        return new OptimizationSettings(values.get(HEADERS), values.get(HEAP));
    }
}
