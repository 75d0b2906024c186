package dev.serai.runtime;

import dev.serai.cli.Pipeline;
import dev.serai.foundation.Bundle;
import java.util.Map;

/** placeholder until pipelines land */
final class Drafts {
    private Drafts() {}

    static Bundle of(Pipeline pipeline) {
        return new Bundle(String.valueOf(pipeline.name()), "", Map.of());
    }
}
