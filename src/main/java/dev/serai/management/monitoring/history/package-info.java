/** Message history: the last failed and the slowest messages of each route, with every step. */
@NullMarked
package dev.serai.management.monitoring.history;

import org.jspecify.annotations.NullMarked;
