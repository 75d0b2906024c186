package dev.serai.adapter.database.qdrant;

import org.apache.camel.Producer;
import org.apache.camel.component.qdrant.QdrantConfiguration;
import org.apache.camel.component.qdrant.QdrantEndpoint;

/** A collection of points. */
final class CollectionEndpoint extends QdrantEndpoint {

    CollectionEndpoint(String uri, VectorComponent component, String collection, QdrantConfiguration configuration) {
        super(uri, component, collection, configuration);
    }

    @Override
    public Producer createProducer() throws Exception {
        return new PointsProducer(this, super.createProducer());
    }
}
