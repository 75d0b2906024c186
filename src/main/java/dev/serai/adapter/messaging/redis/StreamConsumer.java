package dev.serai.adapter.messaging.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.resps.StreamEntryBinary;

/** Reads a stream as part of a consumer group, with one thread and one connection for each of its consumers. */
final class StreamConsumer extends DefaultConsumer implements Suspendable {

    private static final Duration END = Duration.ofSeconds(30);

    private final StreamEndpoint endpoint;
    private final List<StreamReader> readers = new ArrayList<>();
    private @Nullable ExecutorService threads;

    StreamConsumer(StreamEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ExecutorService made = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newFixedThreadPool(this, "redis-stream " + endpoint.stream(), endpoint.getConsumers());
        threads = made;
        for (int number = 0; number < endpoint.getConsumers(); number++) {
            String name = number == 0 ? endpoint.getConsumer() : endpoint.getConsumer() + "-" + number;
            StreamReader reader = new StreamReader(endpoint, name, this::deliver);
            readers.add(reader);
            made.execute(reader);
        }
    }

    /** @return whether it may be acknowledged: processed, or kept as a dead letter */
    private boolean deliver(StreamEntryBinary entry) {
        if (entry.getFields() == null) {
            return true; // trimmed away while it was pending
        }
        Exchange exchange = createExchange(false);
        try {
            endpoint.fields().into(exchange.getMessage(), entry.getFields());
            exchange.getMessage().setHeader(StreamProducer.ID, entry.getID().toString());
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        boolean done = !exchange.isFailed() && !exchange.isRollbackOnly();
        if (exchange.getException() != null) {
            getExceptionHandler()
                    .handleException("entry " + entry.getID() + " stays pending", exchange, exchange.getException());
        }
        releaseExchange(exchange, false);
        return done;
    }

    @Override
    protected void doSuspend() {
        readers.forEach(StreamReader::pause);
    }

    @Override
    protected void doResume() {
        readers.forEach(StreamReader::resume);
    }

    /** Waits for the readers, as another version's would not see what these still fetch. */
    @Override
    protected void doStop() throws Exception {
        readers.forEach(StreamReader::stop);
        readers.clear();
        if (threads != null) {
            threads.shutdown();
            if (!threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
            endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(threads);
            threads = null;
        }
        super.doStop();
    }
}
