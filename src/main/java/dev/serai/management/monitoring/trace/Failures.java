package dev.serai.management.monitoring.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** Notes a failure by its class alone: its text may hold what was in the message. */
final class Failures {

    private Failures() {}

    static void note(Span span, @Nullable Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute(Names.ERROR_TYPE, failure.getClass().getName());
        }
    }
}
