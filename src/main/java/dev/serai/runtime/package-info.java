/** The composition root: builds and wires the tiers. */
@NullMarked
package dev.serai.runtime;

import org.jspecify.annotations.NullMarked;
