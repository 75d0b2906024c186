/** Traces: OpenTelemetry spans of messages and their steps, from integration to integration. */
@NullMarked
package dev.serai.management.monitoring.trace;

import org.jspecify.annotations.NullMarked;
