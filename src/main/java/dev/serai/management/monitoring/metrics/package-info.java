/** Counts what passes the integrations, and tells it: to the console as traffic, to Prometheus as metrics. */
@NullMarked
package dev.serai.management.monitoring.metrics;

import org.jspecify.annotations.NullMarked;
