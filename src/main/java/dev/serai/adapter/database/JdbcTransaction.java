package dev.serai.adapter.database;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.ErrorHandlerFactory;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.spi.TransactedPolicy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the steps below {@code transacted} in one transaction of a connection, and takes back what they did when one of them fails. The error
 * handler of the route stands around the block: each further attempt is a transaction of its own, and the message that is given up for a dead
 * letter leaves nothing behind. Within a transaction that is there already, such as that of {@link ClaimingPoll}, the block is a savepoint.
 *
 * <p>Camel's own policy for Spring takes the error handler away from the whole rest of the route, so that nothing would keep the message.
 */
public final class JdbcTransaction implements TransactedPolicy {

    private final TransactionTemplate template = new TransactionTemplate();
    private final Map<Route, Deque<ErrorHandlerFactory>> around = new ConcurrentHashMap<>();

    public JdbcTransaction() {
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Whose transactions these are. */
    public void setTransactionManager(PlatformTransactionManager manager) {
        template.setTransactionManager(manager);
    }

    /** The steps get no error handler of their own: what fails inside ends the block. */
    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        around.computeIfAbsent(route, key -> new ArrayDeque<>()).push(route.getErrorHandlerFactory());
        route.setErrorHandlerFactory(new NoErrorHandlerBuilder());
    }

    @Override
    public Processor wrap(Route route, Processor steps) {
        Deque<ErrorHandlerFactory> outer = around.getOrDefault(route, new ArrayDeque<>());
        route.setErrorHandlerFactory(outer.pop());
        if (outer.isEmpty()) {
            around.remove(route);
        }
        return new Block(template, steps);
    }

    private record Block(TransactionTemplate template, Processor steps) implements Processor {

        @Override
        public void process(Exchange exchange) {
            Object boundary = new Object();
            exchange.getUnitOfWork().beginTransactedBy(boundary);
            try {
                template.executeWithoutResult(transaction -> {
                    run(exchange);
                    if (exchange.isFailed() || exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
                        transaction.setRollbackOnly();
                    }
                });
            } finally {
                exchange.getUnitOfWork().endTransactedBy(boundary);
            }
        }

        private void run(Exchange exchange) {
            try {
                steps.process(exchange);
            } catch (Exception e) {
                exchange.setException(e);
            }
        }
    }
}
