package dev.serai.management.lifecycle.probation;

/**
 * How a probation ends.
 *
 * @param passed whether the version is promoted; otherwise it is taken back
 * @param why in one sentence, with figures
 */
public record Judgement(boolean passed, String why) {}
