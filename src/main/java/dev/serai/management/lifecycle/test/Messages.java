package dev.serai.management.lifecycle.test;

import java.io.InputStream;
import java.io.Reader;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;

/** Freezes messages: a route goes on working on them after they arrived. */
final class Messages {

    static final String STEP = "SeraiTestStep";

    private Messages() {}

    static Arrival arrival(String endpoint, Exchange exchange) {
        return arrival(endpoint, exchange, 0, "");
    }

    static Arrival arrival(String endpoint, Exchange exchange, int status, String explanation) {
        Step step = exchange.getProperty(STEP, Step.NONE, Step.class);
        return new Arrival(endpoint, body(exchange.getMessage()), headers(exchange), status, explanation, step);
    }

    private static Content body(Message message) {
        Object body = message.getBody();
        if (body instanceof StreamCache || body instanceof InputStream || body instanceof Reader) {
            byte[] bytes = message.getBody(byte[].class);
            if (body instanceof StreamCache cache) {
                cache.reset();
            } else {
                message.setBody(bytes);
            }
            return Content.of(bytes);
        }
        return Content.of(body);
    }

    private static Map<String, Content> headers(Exchange exchange) {
        Map<String, Content> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getMessage().getHeaders().forEach((name, value) -> headers.put(name, Content.of(value)));
        return headers;
    }
}
