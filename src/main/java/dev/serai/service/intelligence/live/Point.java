package dev.serai.service.intelligence.live;

/**
 * One reading of a series.
 *
 * @param epochMilli when its bucket ended
 * @param value what was read
 * @param range where it was expected
 * @param score what the detector gave it, 0 to 1
 */
record Point(long epochMilli, double value, Range range, double score) {}
