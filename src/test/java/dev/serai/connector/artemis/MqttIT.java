package dev.serai.connector.artemis;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.Point;
import dev.serai.connector.SystemUnderTest;
import java.util.Map;

class MqttIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new ArtemisSystem("mqtt") {
            @Override
            String url(int port) {
                return "tcp://127.0.0.1:" + port;
            }

            @Override
            public Map<Point, String> limits() {
                return Map.of(
                        Point.THREADS,
                        "a broker that ends a connection within 100 ms after it was made leaves one of Paho's threads waiting for good");
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
