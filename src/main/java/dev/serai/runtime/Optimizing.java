package dev.serai.runtime;

import dev.serai.engine.message.HeadersInArrays;
import dev.serai.foundation.settings.OptimizationSettings;
import org.apache.camel.CamelContext;

/**
 * What saves work and changes nothing else; each part can be switched off.
 *
 * @param settings which parts are on
 */
record Optimizing(OptimizationSettings settings) {

    /** To be called before the context is initialised. */
    void attach(CamelContext context) {
        if (settings.headers()) {
            HeadersInArrays.attach(context);
        }
    }

    /** Begins what goes on while everything runs. */
    void begin(Closing closing) {
        if (settings.heap()) {
            closing.with(HeapRoom.begin(), HeapRoom::close);
        }
    }
}
