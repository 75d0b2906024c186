/** Whether things move: the checks behind the health probes. */
@NullMarked
package dev.serai.management.monitoring.health;

import org.jspecify.annotations.NullMarked;
