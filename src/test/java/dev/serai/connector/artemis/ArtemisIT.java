package dev.serai.connector.artemis;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.Point;
import dev.serai.connector.SystemUnderTest;
import java.util.Map;

class ArtemisIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new ArtemisSystem("artemis") {
            @Override
            String url(int port) {
                return "tcp://127.0.0.1:" + port;
            }

            @Override
            public String send(String connection, String channel) {
                return "- to: {uri: '" + connection + ":" + channel + "', pattern: InOnly}";
            }

            @Override
            public String saysWrongCredentials() {
                return "(?i)unable to validate user";
            }

            @Override
            public Map<Point, String> limits() {
                return Map.of(
                        Point.THREADS,
                        "its client's thread pools are shared by all connections and stay until Serai ends");
            }

            @Override
            public String saysUnreachable(int port) {
                return "Cannot connect to server";
            }
        };
    }
}
