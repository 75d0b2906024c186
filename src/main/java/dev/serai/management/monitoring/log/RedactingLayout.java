package dev.serai.management.monitoring.log;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.serai.foundation.secret.Redaction;

/** A pattern layout whose lines hold no secret, whoever put it into a message, a stack trace or a thread's name. */
public final class RedactingLayout extends PatternLayout {

    @Override
    public String doLayout(ILoggingEvent event) {
        return Redaction.clean(super.doLayout(event));
    }
}
