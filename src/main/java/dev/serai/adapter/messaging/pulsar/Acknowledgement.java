package dev.serai.adapter.messaging.pulsar;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.pulsar.PulsarMessageReceipt;
import org.apache.camel.component.pulsar.utils.message.PulsarMessageHeaders;

/**
 * Acknowledges what was processed or kept as a dead letter, and hands back what was neither. Camel would leave the latter lying until the
 * consumer is gone.
 */
record Acknowledgement(Processor route) implements Processor {

    @Override
    public void process(Exchange exchange) throws Exception {
        PulsarMessageReceipt receipt =
                (PulsarMessageReceipt) exchange.getMessage().removeHeader(PulsarMessageHeaders.MESSAGE_RECEIPT);
        try {
            route.process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.isFailed() || exchange.isRollbackOnly()) {
            receipt.negativeAcknowledge();
        } else {
            receipt.acknowledgeAsync();
        }
    }
}
