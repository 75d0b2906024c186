package dev.serai.adapter.messaging.kafka;

import org.apache.camel.component.kafka.consumer.CommitManager;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommitFactory;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/**
 * Commits of a route, by the header {@code CamelKafkaManualCommit}: of all that its consumer has handed out, which is up to the message that the route
 * works on, or up to the last of its batch, in each partition. Camel's own leave out the partitions that the last message of a batch is not of.
 */
public final class RouteCommits extends DefaultKafkaManualCommitFactory {

    @Override
    public KafkaManualCommit newInstance(
            CamelExchangePayload exchange, KafkaRecordPayload message, CommitManager manager) {
        if (exchange.consumer instanceof CommittingConsumer consumer) {
            consumer.handedOut(message.partition, message.recordOffset);
            return consumer::commitHandedOut;
        }
        return super.newInstance(exchange, message, manager);
    }
}
