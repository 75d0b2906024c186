/** Holds a new version against the one before it, by what both answered over HTTP. */
@NullMarked
package dev.serai.management.lifecycle.probation;

import org.jspecify.annotations.NullMarked;
