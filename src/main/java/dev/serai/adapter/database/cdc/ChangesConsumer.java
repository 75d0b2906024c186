package dev.serai.adapter.database.cdc;

import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.DefaultConsumer;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Hands each change to its route, one after the other. A change counts as read when the route is done with it or it is kept as a dead letter; one that failed
 * otherwise ends the reading, which begins again with it. Camel's own consumer forgets a failed change, and ends for good with the first broken
 * connection.
 */
final class ChangesConsumer extends DefaultConsumer {

    private final ChangesEndpoint endpoint;
    private Optional<LogReader> reader = Optional.empty();
    private Optional<ExecutorService> thread = Optional.empty();

    ChangesConsumer(ChangesEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        Properties settings =
                endpoint.getConfiguration().createDebeziumConfiguration().asProperties();
        LogReader begun = new LogReader(endpoint.getEndpointUri(), settings, this::deliver);
        ExecutorService own = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadExecutor(this, "changes of " + settings.getProperty("topic.prefix"));
        reader = Optional.of(begun);
        thread = Optional.of(own);
        own.execute(begun);
    }

    @Override
    protected void doStop() throws Exception {
        reader.ifPresent(LogReader::close);
        thread.ifPresent(endpoint.getCamelContext().getExecutorServiceManager()::shutdownNow);
        reader = Optional.empty();
        thread = Optional.empty();
        super.doStop();
    }

    /** What follows a change that is not read stays unread too: the place in the log only moves on. */
    private void deliver(
            List<ChangeEvent<SourceRecord, SourceRecord>> changes,
            RecordCommitter<ChangeEvent<SourceRecord, SourceRecord>> place)
            throws InterruptedException {
        for (ChangeEvent<SourceRecord, SourceRecord> change : changes) {
            if (!isRunAllowed()) {
                return;
            }
            if (!isHeartbeat(change.value())) {
                deliver(change.value());
            }
            place.markProcessed(change);
        }
        place.markBatchFinished();
    }

    /** Moves the place on while other tables change, so that the server need not keep its log. */
    private boolean isHeartbeat(SourceRecord change) {
        return change.topic().startsWith(endpoint.getConfiguration().getHeartbeatTopicsPrefix());
    }

    private void deliver(SourceRecord change) {
        Exchange exchange = endpoint.createDbzExchange(null, change);
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.getException() != null) {
            throw new RuntimeCamelException("a change could not be processed", exchange.getException());
        }
    }
}
