package dev.serai.engine.mesh;

import dev.serai.engine.message.Payloads;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** A body as another integration can use it: as it is when it cannot change and is of the JDK's classes, otherwise by way of JSON or bytes. */
final class ForeignBody {

    private static final Set<Class<?>> IMMUTABLE = Set.of(
            String.class,
            Integer.class,
            Long.class,
            Double.class,
            Float.class,
            Short.class,
            Byte.class,
            Boolean.class,
            Character.class,
            java.math.BigDecimal.class,
            java.math.BigInteger.class);

    private ForeignBody() {}

    static @Nullable Object of(Exchange from) {
        Object body = from.getMessage().getBody();
        if (body == null || body instanceof byte[] || IMMUTABLE.contains(body.getClass())) {
            return body;
        }
        return Payloads.body(Payloads.of(body, from));
    }
}
