/** What a person sees of what runs: the log lines of each integration. */
@NullMarked
package dev.serai.management.monitoring;

import org.jspecify.annotations.NullMarked;
