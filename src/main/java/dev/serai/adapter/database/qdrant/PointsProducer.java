package dev.serai.adapter.database.qdrant;

import java.util.Collection;
import java.util.List;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Producer;
import org.apache.camel.component.qdrant.QdrantAction;
import org.apache.camel.component.qdrant.QdrantHeaders;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.service.ServiceHelper;

/** Makes Qdrant's messages of plain values before Camel's producer sends them, and plain values of the answer. */
final class PointsProducer extends DefaultAsyncProducer {

    private final Producer camels;
    private final AsyncProcessor asynchronous;

    PointsProducer(CollectionEndpoint endpoint, Producer camels) {
        super(endpoint);
        this.camels = camels;
        this.asynchronous = AsyncProcessorConverterHelper.convert(camels);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Message message = exchange.getMessage();
        try {
            QdrantAction action = message.getHeader(QdrantHeaders.ACTION, QdrantAction.class);
            if (action != null && message.getBody() != null) {
                message.setBody(asked(action, message.getBody()));
            }
        } catch (RuntimeException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        return asynchronous.process(exchange, synchronously -> {
            message.setBody(answered(message.getBody()));
            callback.done(synchronously);
        });
    }

    private static Object asked(QdrantAction action, Object body) {
        return switch (action) {
            case CREATE_COLLECTION -> Plain.dimensions(body);
            case UPSERT -> all(body).stream().map(Plain::point).toList();
            case RETRIEVE -> all(body).stream().map(Plain::id).toList();
            case DELETE -> Plain.selection(all(body));
            case SIMILARITY_SEARCH -> Plain.vector(body);
            case DELETE_COLLECTION, COLLECTION_INFO -> body;
        };
    }

    private static Collection<?> all(Object body) {
        return body instanceof Collection<?> collection ? collection : List.of(body);
    }

    private static Object answered(Object body) {
        return body instanceof Collection<?> points
                ? points.stream().map(Plain::told).toList()
                : body;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ServiceHelper.startService(camels);
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(camels);
        super.doStop();
    }
}
