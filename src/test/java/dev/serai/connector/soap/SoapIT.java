package dev.serai.connector.soap;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.Point;
import dev.serai.connector.ProcessSystem;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.server.ServerProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class SoapIT extends ConnectorContract {

    @Override
    protected SystemUnderTest system() {
        return new Shelves();
    }

    /** A web service whose channels are shelves; what is put there is a call of its operation, with a token. */
    private static final class Shelves extends ProcessSystem {

        private Path folder = Path.of("");

        Shelves() {
            super("soap");
        }

        @Override
        protected ServerProcess.Command command(Path place) {
            folder = place;
            return StoreService.command(place, port());
        }

        @Override
        public Map<String, String> parameters() {
            String service = "http://127.0.0.1:" + port();
            return Map.of(
                    "wsdl",
                    service + "/open?wsdl",
                    "address",
                    service + "/digest",
                    "authentication",
                    "wss-digest",
                    "user",
                    StoreService.USER,
                    "password",
                    StoreService.PASSWORD);
        }

        @Override
        public Map<String, String> unreachable(int nobody) {
            return Map.of("address", "http://127.0.0.1:" + nobody + "/digest");
        }

        @Override
        public String saysUnreachable(int nobody) {
            return "(?i)refused|ConnectException";
        }

        @Override
        public Map<Point, String> limits() {
            return Map.of(Point.CREDENTIALS, "a wrong password is told by the first call");
        }

        @Override
        public String send(String connection, String channel) {
            return """
                    - setBody:
                        groovy: |-
                          def content = (body ?: new byte[0]).encodeBase64()
                          "<store:put xmlns:store='urn:serai:store'><shelf>%s</shelf><content>${content}</content></store:put>".toString()
                    - to: %s:put
                    """.formatted(channel, connection).strip();
        }

        @Override
        public String source(String channel) {
            throw new UnsupportedOperationException("a service is called, nothing is received from it");
        }

        @Override
        public List<String> contents(String channel) {
            return StoreService.shelf(folder, channel).stream()
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .toList();
        }
    }
}
