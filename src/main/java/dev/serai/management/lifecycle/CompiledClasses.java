package dev.serai.management.lifecycle;

import java.util.Map;

/**
 * The Java classes of a bundle, compiled for Java 17.
 *
 * @param byName bytecode by binary class name
 */
public record CompiledClasses(Map<String, byte[]> byName) {

    public static final CompiledClasses NONE = new CompiledClasses(Map.of());

    public CompiledClasses {
        byName = Map.copyOf(byName);
    }
}
