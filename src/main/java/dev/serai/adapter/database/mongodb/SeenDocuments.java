package dev.serai.adapter.database.mongodb;

import org.apache.camel.component.mongodb.processor.idempotent.MongoDbIdempotentRepository;
import org.jspecify.annotations.Nullable;

/** Which messages were seen, in a collection that all Serais of the database share. */
public final class SeenDocuments extends MongoDbIdempotentRepository {

    private @Nullable MongoConnection connection;

    public void setConnection(MongoConnection connection) {
        this.connection = connection;
    }

    @Override
    protected void doStart() throws Exception {
        if (connection != null) {
            setMongoClient(connection.client());
            setDbName(connection.databaseName());
        }
        super.doStart();
    }
}
