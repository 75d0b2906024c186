/** Dead letters: messages that could not be delivered, kept with their cause until they are redriven or discarded. */
@NullMarked
package dev.serai.engine.enterprise.deadletter;

import org.jspecify.annotations.NullMarked;
