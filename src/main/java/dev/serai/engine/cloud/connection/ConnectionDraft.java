package dev.serai.engine.cloud.connection;

import dev.serai.foundation.Connection;
import java.util.Optional;

/** A connection as its file describes it now. It can be tried out; no integration uses it before it is put into force. */
public final class ConnectionDraft implements AutoCloseable {

    private final OpenConnection open;

    ConnectionDraft(OpenConnection open) {
        this.open = open;
    }

    public Connection description() {
        return open.description();
    }

    /** @return why the system does not answer, secrets masked; empty when it does, or when its connector has no probe */
    public Optional<String> probe() {
        return open.probe();
    }

    OpenConnection open() {
        return open;
    }

    /** Ends one that is not put into force. */
    @Override
    public void close() {
        open.end();
    }
}
