/** What a person reads of what runs: the log, whole and of each integration, its form and its levels. */
@NullMarked
package dev.serai.management.monitoring.log;

import org.jspecify.annotations.NullMarked;
