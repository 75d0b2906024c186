/** Finds what is unusual in the traffic of routes and connections while it happens, says why, and remembers it. */
@NullMarked
package dev.serai.service.intelligence.live;

import org.jspecify.annotations.NullMarked;
