/** Whether the connections answer. */
@NullMarked
package dev.serai.management.monitoring.connection;

import org.jspecify.annotations.NullMarked;
