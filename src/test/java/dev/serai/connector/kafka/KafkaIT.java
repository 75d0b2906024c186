package dev.serai.connector.kafka;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;

class KafkaIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new KafkaServer();
    }
}
