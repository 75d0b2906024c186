package dev.serai.engine.mesh;

import java.time.Duration;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Consumer;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.DefaultEndpoint;

/** {@code service:NAME?timeout=5s}: how long a caller waits for a service that nobody answers at the moment. */
public final class ServiceEndpoint extends DefaultEndpoint {

    private final ServiceComponent component;
    private final String name;
    private Duration timeout = Duration.ofSeconds(5);

    ServiceEndpoint(String uri, ServiceComponent component, String name) {
        super(uri, component);
        this.component = component;
        this.name = name;
        setExchangePattern(ExchangePattern.InOut);
    }

    public Duration getTimeout() {
        return timeout;
    }

    public void setTimeout(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public Producer createProducer() throws Exception {
        return createAsyncProducer();
    }

    @Override
    public AsyncProducer createAsyncProducer() {
        return new ServiceProducer(this, component.registry(), name, timeout);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        ServiceConsumer consumer =
                new ServiceConsumer(this, component, name, AsyncProcessorConverterHelper.convert(processor));
        configureConsumer(consumer);
        return consumer;
    }
}
