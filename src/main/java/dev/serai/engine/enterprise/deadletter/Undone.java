package dev.serai.engine.enterprise.deadletter;

import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Lets a transaction that ends with its exchange, such as one of a Kafka producer, be rolled back when the message was kept as a dead letter: the
 * exchange has no failure any more by then. For its source the message is done with.
 */
final class Undone extends SynchronizationAdapter {

    private final boolean isBefore;

    private Undone(boolean isBefore) {
        this.isBefore = isBefore;
    }

    static void transactionsOf(Exchange exchange) {
        UnitOfWork unit = exchange.getUnitOfWork();
        if (unit != null && unit.isTransacted()) {
            unit.addSynchronization(new Undone(true));
            unit.addSynchronization(new Undone(false));
        }
    }

    @Override
    public int getOrder() {
        return isBefore ? Ordered.HIGHEST : Ordered.LOWEST;
    }

    @Override
    public void onDone(Exchange exchange) {
        exchange.setRollbackOnly(isBefore);
    }
}
