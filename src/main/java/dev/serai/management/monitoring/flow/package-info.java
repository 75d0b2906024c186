/** What moves: counters on the way of the messages, for each route and each system it reaches. */
@NullMarked
package dev.serai.management.monitoring.flow;

import org.jspecify.annotations.NullMarked;
