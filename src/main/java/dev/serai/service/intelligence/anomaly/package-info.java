/** Finds what is unusual in a series of readings while they come in; each score is made from the readings so far. */
@NullMarked
package dev.serai.service.intelligence.anomaly;

import org.jspecify.annotations.NullMarked;
