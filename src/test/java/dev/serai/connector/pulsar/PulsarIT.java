package dev.serai.connector.pulsar;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;

class PulsarIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new PulsarServer();
    }
}
