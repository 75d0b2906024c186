package dev.serai.management.lifecycle.probation;

import dev.serai.foundation.Version;

/**
 * A probation that ended by itself.
 *
 * @param version the one that was on probation
 * @param judgement what came of it
 */
public record ProbationEnd(Version version, Judgement judgement) {}
