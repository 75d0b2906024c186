package dev.serai.engine.cloud.connection;

import java.io.IOException;

/** Nothing was sent: the circuit of the connection is open. */
public final class CircuitOpenException extends IOException {

    private static final long serialVersionUID = 1;

    CircuitOpenException(String message) {
        super(message);
    }
}
