/** What a bundle's files say, parsed once: trees of the route DSL with the place of every word. */
@NullMarked
package dev.serai.management.lifecycle.gate.source;

import org.jspecify.annotations.NullMarked;
