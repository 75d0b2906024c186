package dev.serai.console.hawtio;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.serai.foundation.secret.Redaction;
import dev.serai.management.monitoring.log.OwnerConverter;
import java.util.HashMap;
import java.util.Map;

/**
 * One log line, without the objects that were logged.
 *
 * @param at when, in milliseconds since 1970
 * @param fields what Hawtio's log page shows of it
 */
record LogLine(long at, Map<String, Object> fields) {

    private static final OwnerConverter OWNER = new OwnerConverter();

    static LogLine of(ILoggingEvent event) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("seq", event.getTimeStamp());
        fields.put("timestamp", event.getInstant().toString());
        fields.put("level", event.getLevel().toString());
        fields.put("logger", event.getLoggerName());
        fields.put("message", Redaction.clean(String.valueOf(event.getFormattedMessage())));
        fields.put("thread", event.getThreadName());
        fields.put("properties", Map.of("integration", OWNER.convert(event)));
        if (event.getThrowableProxy() != null) {
            fields.put(
                    "exception",
                    Redaction.clean(ThrowableProxyUtil.asString(event.getThrowableProxy()))
                            .lines()
                            .toList());
        }
        return new LogLine(event.getTimeStamp(), fields);
    }
}
