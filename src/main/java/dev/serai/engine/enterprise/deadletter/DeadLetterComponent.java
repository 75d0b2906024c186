package dev.serai.engine.enterprise.deadletter;

import java.util.Map;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;

/** Where the error handler of one version of an integration sends what failed; not for use in routes. */
final class DeadLetterComponent extends DefaultComponent {

    private final DeadLetters letters;
    private final String integration;
    private final int version;

    DeadLetterComponent(DeadLetters letters, String integration, int version) {
        this.letters = letters;
        this.integration = integration;
        this.version = version;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new DefaultEndpoint(uri, this) {
            @Override
            public Producer createProducer() {
                return new DeadLetterProducer(this, letters, integration, version);
            }

            @Override
            public Consumer createConsumer(Processor processor) {
                throw new UnsupportedOperationException(
                        uri + " cannot be read by a route; see: serai deadletter redrive");
            }
        };
    }
}
