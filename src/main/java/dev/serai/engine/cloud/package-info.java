/** Tier 2, cloud: the connector factory. */
@NullMarked
package dev.serai.engine.cloud;

import org.jspecify.annotations.NullMarked;
