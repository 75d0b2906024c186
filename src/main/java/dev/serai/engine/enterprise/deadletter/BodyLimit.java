package dev.serai.engine.enterprise.deadletter;

import dev.serai.engine.message.Payload;
import java.io.File;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/** Keeps bodies out of the store that are too large for it; where the size is known, before they are read. */
final class BodyLimit {

    private BodyLimit() {}

    static void check(Exchange exchange, long largest) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof StreamCache cache) {
            check(cache.length(), largest);
        } else if (body instanceof WrappedFile<?> wrapped && wrapped.getFile() instanceof File file) {
            check(file.length(), largest);
        } else if (body instanceof File file) {
            check(file.length(), largest);
        }
    }

    static void check(Payload payload, long largest) {
        check(payload.bytes().length, largest);
    }

    private static void check(long size, long largest) {
        if (size > largest) {
            throw new IllegalStateException("the body has " + size + " bytes, more than the " + largest
                    + " that a dead letter may have; the message stays at its source");
        }
    }
}
