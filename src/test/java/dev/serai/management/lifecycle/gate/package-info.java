/** Broken and good integrations on their way through the gate. */
@NullMarked
package dev.serai.management.lifecycle.gate;

import org.jspecify.annotations.NullMarked;
