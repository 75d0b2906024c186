package dev.serai.connector.artemis;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;

class AmqpIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new ArtemisSystem("amqp") {
            @Override
            String url(int port) {
                return "amqp://127.0.0.1:" + port;
            }

            @Override
            public String send(String connection, String channel) {
                return "- to: {uri: '" + connection + ":" + channel + "', pattern: InOnly}";
            }

            @Override
            public String saysWrongCredentials() {
                return "failed to authenticate";
            }

            @Override
            public String saysUnreachable(int port) {
                return "(?i)refused";
            }
        };
    }
}
