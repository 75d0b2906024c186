package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Bundle;
import dev.serai.management.lifecycle.Landscape;

/**
 * A bundle on its way through the gate.
 *
 * @param bundle its content
 * @param landscape what it is checked against
 */
public record Candidate(Bundle bundle, Landscape landscape) {}
