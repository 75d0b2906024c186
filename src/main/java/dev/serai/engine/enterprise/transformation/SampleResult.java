package dev.serai.engine.enterprise.transformation;

import java.time.Duration;

/**
 * What came of one sample of a transformation.
 *
 * @param transformation its name
 * @param sample the sample's name
 * @param failure what was expected and what came instead; empty when it passed
 * @param duration how long it took
 */
public record SampleResult(String transformation, String sample, String failure, Duration duration) {

    public boolean passed() {
        return failure.isEmpty();
    }
}
