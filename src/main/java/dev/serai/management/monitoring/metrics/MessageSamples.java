package dev.serai.management.monitoring.metrics;

import dev.serai.foundation.CommunicationContext;
import java.io.File;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

/**
 * How large the first messages of each bucket are, where that is known without reading them, and whom they come from, where that is told. The
 * others cost one look at a number.
 */
final class MessageSamples {

    /** Messages that are looked at in each bucket. */
    private static final int LOOKED_AT = 64;

    /** Clients that are told apart in a bucket. */
    private static final int MOST_CLIENTS = 32;

    private static final String ADDRESS = "CamelVertxPlatformHttpRemoteAddress";
    private static final long UNKNOWN = -1;

    private final AtomicInteger left = new AtomicInteger(LOOKED_AT);
    private final LongAdder bytes = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private volatile Map<String, Long> clients = new ConcurrentHashMap<>();

    void look(Exchange exchange) {
        if (left.get() <= 0) {
            return;
        }
        left.decrementAndGet();
        client(exchange);
        long size = size(exchange);
        if (size != UNKNOWN) {
            bytes.add(size);
            messages.increment();
        }
    }

    private void client(Exchange exchange) {
        Object principal = exchange.getIn().getHeader(CommunicationContext.PRINCIPAL);
        Object client = principal == null ? exchange.getIn().getHeader(ADDRESS) : principal;
        if (client != null && clients.size() < MOST_CLIENTS) {
            clients.merge(principal == null ? host(client.toString()) : client.toString(), 1L, Long::sum);
        }
    }

    private static String host(String address) {
        int port = address.lastIndexOf(':');
        return port < 0 ? address : address.substring(0, port);
    }

    /** A bucket begins; tells how many of the messages that were looked at in the last one came from whom. */
    Map<String, Long> begin() {
        Map<String, Long> last = clients;
        clients = new ConcurrentHashMap<>();
        left.set(LOOKED_AT);
        return Map.copyOf(last);
    }

    long bytes() {
        return bytes.sum();
    }

    long messages() {
        return messages.sum();
    }

    private static long size(Exchange exchange) {
        Object body = exchange.getIn().getBody();
        if (body instanceof CharSequence text) {
            return text.length();
        }
        if (body instanceof byte[] array) {
            return array.length;
        }
        if (body instanceof StreamCache cache && cache.length() > 0) {
            return cache.length();
        }
        if (body instanceof WrappedFile<?> wrapped && wrapped.getFile() instanceof File file) {
            return file.length();
        }
        return UNKNOWN;
    }
}
