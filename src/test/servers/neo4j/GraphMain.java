import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/**
 * A server that asks who one is, with keys on the labels that it is told of. Over HTTP, which answers last, it tells the bodies of all nodes with a
 * label, a line of Base64 each.
 */
final class GraphMain {

    private final GraphDatabaseService graph;

    private GraphMain(GraphDatabaseService graph) {
        this.graph = graph;
    }

    public static void main(String[] words) throws IOException {
        DatabaseManagementService server = new DatabaseManagementServiceBuilder(Path.of(words[0]))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(words[1])))
                .setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", Integer.parseInt(words[1])))
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.auth_max_failed_attempts, 0)
                .setConfig(GraphDatabaseSettings.pagecache_memory, 32L * 1024 * 1024)
                .build();
        Path named = Path.of(words[0], "password-is-set");
        if (Files.notExists(named)) {
            server.database("system").executeTransactionally(
                    "alter user neo4j set password '" + words[3] + "' change not required");
            Files.createFile(named);
        }
        GraphDatabaseService graph = server.database("neo4j");
        for (String label : words[4].split(",")) {
            graph.executeTransactionally("create constraint if not exists for (n:" + label + ") require n.id is unique");
        }
        GraphMain main = new GraphMain(graph);
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(words[2])), 0);
        http.createContext("/", main::tell);
        http.start();
    }

    private void tell(HttpExchange exchange) throws IOException {
        String label = exchange.getRequestURI().getPath().substring(1);
        byte[] answer = bodies(label).getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String bodies(String label) {
        try (Transaction transaction = graph.beginTx()) {
            return transaction.execute("match (n:" + label + ") return n.body as body").<byte[]>columnAs("body").stream()
                    .map(body -> Base64.getEncoder().encodeToString(body) + "\n")
                    .collect(Collectors.joining());
        }
    }
}
