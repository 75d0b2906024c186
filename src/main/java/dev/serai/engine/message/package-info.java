/** A message as it leaves a Camel context: bytes with a type, and headers of simple values. Never Java serialisation. */
@NullMarked
package dev.serai.engine.message;

import org.jspecify.annotations.NullMarked;
