/** The gate: an ordered list of checks, all of them run, all findings reported together. */
@NullMarked
package dev.serai.management.lifecycle.gate;

import org.jspecify.annotations.NullMarked;
