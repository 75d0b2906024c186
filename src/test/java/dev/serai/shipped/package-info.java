/** Tests of the routes, connections and transformations that the repository ships. */
@NullMarked
package dev.serai.shipped;

import org.jspecify.annotations.NullMarked;
