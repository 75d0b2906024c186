package dev.serai.connector.nats;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;

class NatsIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new NatsSystem();
    }
}
