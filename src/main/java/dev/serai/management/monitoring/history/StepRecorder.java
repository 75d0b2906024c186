package dev.serai.management.monitoring.history;

import java.util.HashMap;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.spi.WrapAwareProcessor;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Notes each step of each message. It stands in every message's way, so it only takes two times and a reference: what is shown is made when a
 * message turns out to be worth remembering. A short text is not changed by later steps and is kept by reference; any other body is only taken
 * where that was asked for.
 */
final class StepRecorder implements InterceptStrategy {

    private static final int SHORT_TEXT = 8_192;

    private final BodyPortrait everyBody;
    private final boolean everything;

    /**
     * @param everything whether headers and body are taken before every step
     * @param everyBody how a body is shown
     */
    StepRecorder(boolean everything, BodyPortrait everyBody) {
        this.everything = everything;
        this.everyBody = everyBody;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, @Nullable Processor nextTarget) {
        return new RecordedNode(definition, target);
    }

    private StepTaken step(NamedNode node, Exchange exchange, AsyncCallback callback) {
        Message message = exchange.getMessage();
        if (everything) {
            String shown = everyBody.of(message.getBody());
            Object body = shown == null ? null : new BodyPortrait.Shown(shown);
            return new StepTaken(node, exchange, callback, body, new HashMap<>(message.getHeaders()));
        }
        Object kept = message.getBody() instanceof String text && text.length() <= SHORT_TEXT ? text : null;
        return new StepTaken(node, exchange, callback, kept, null);
    }

    /** A node of a route with its recorder before it. */
    private final class RecordedNode extends DelegateAsyncProcessor implements WrapAwareProcessor {

        private final NamedNode node;
        private final Processor target;

        RecordedNode(NamedNode node, Processor target) {
            super(target);
            this.node = node;
            this.target = target;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            Journey journey = Journey.of(exchange);
            return journey == null
                    ? super.process(exchange, callback)
                    : super.process(exchange, journey.add(step(node, exchange, callback)));
        }

        @Override
        public Processor getWrapped() {
            return target;
        }
    }
}
