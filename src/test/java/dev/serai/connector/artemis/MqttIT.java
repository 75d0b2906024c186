package dev.serai.connector.artemis;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;

class MqttIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new ArtemisSystem("mqtt") {
            @Override
            String url(int port) {
                return "tcp://127.0.0.1:" + port;
            }

            @Override
            public String saysWrongCredentials() {
                return "(?i)not authorized|bad user name or password";
            }

            @Override
            public String saysUnreachable(int port) {
                return "(?i)refused";
            }
        };
    }
}
