package dev.serai.engine.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.component.jslt.JsltEndpoint;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Lets the JSON data formats of a context keep their buffers from message to message. Jackson keeps them by thread; where each message has a
 * virtual thread of its own that is never the next one's, so that each would take some 20 KB anew. The mapping language JSLT gets the same.
 */
public final class JsonBuffers extends LifecycleStrategySupport {

    private final List<JacksonDataFormat> formats = new ArrayList<>();

    private JsonBuffers() {}

    /** To be called before the context is initialised. */
    public static void attach(CamelContext context) {
        context.addLifecycleStrategy(new JsonBuffers());
    }

    @Override
    public synchronized void onDataFormatCreated(String name, DataFormat format) {
        if (format instanceof JacksonDataFormat json) {
            formats.add(json);
        }
    }

    /** Camel's JSLT endpoint makes a mapper for each message, unless it has one; what a mapper learns of types is lost with it. */
    @Override
    public void onEndpointAdd(Endpoint endpoint) {
        if (endpoint instanceof JsltEndpoint mapping && mapping.getObjectMapper() == null) {
            mapping.setObjectMapper(
                    new ObjectMapper(new JsonFactory().setRecyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())));
        }
    }

    /** By now each has its mapper, its own or one of the integration's beans. */
    @Override
    public synchronized void onContextStarted(CamelContext context) {
        formats.stream()
                .map(JacksonDataFormat::getObjectMapper)
                .filter(Objects::nonNull)
                .map(ObjectMapper::getFactory)
                .filter(factory -> factory._getRecyclerPool() == JsonRecyclerPools.defaultPool())
                .forEach(factory -> factory.setRecyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()));
        formats.clear();
    }
}
