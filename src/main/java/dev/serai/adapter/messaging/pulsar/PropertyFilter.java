package dev.serai.adapter.messaging.pulsar;

import java.util.Set;
import org.apache.camel.component.pulsar.utils.message.PulsarMessageHeaders;
import org.apache.camel.support.DefaultHeaderFilterStrategy;

/** Which headers are no properties of a message: Camel's own, and what its component tells of a message that was received. */
final class PropertyFilter extends DefaultHeaderFilterStrategy {

    private static final Set<String> TOLD = Set.of(
            PulsarMessageHeaders.PROPERTIES,
            PulsarMessageHeaders.PRODUCER_NAME,
            PulsarMessageHeaders.SEQUENCE_ID,
            PulsarMessageHeaders.PUBLISH_TIME,
            PulsarMessageHeaders.MESSAGE_ID,
            PulsarMessageHeaders.EVENT_TIME,
            PulsarMessageHeaders.KEY,
            PulsarMessageHeaders.KEY_BYTES,
            PulsarMessageHeaders.TOPIC_NAME,
            PulsarMessageHeaders.MESSAGE_RECEIPT);

    PropertyFilter() {
        setLowerCase(true);
        setOutFilterStartsWith(CAMEL_FILTER_STARTS_WITH);
        setInFilterStartsWith(CAMEL_FILTER_STARTS_WITH);
        setOutFilter(TOLD);
        setInFilter(TOLD);
    }
}
