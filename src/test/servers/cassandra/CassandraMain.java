import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.cassandra.cql3.QueryProcessor;
import org.apache.cassandra.cql3.UntypedResultSet;
import org.apache.cassandra.db.ConsistencyLevel;
import org.apache.cassandra.service.CassandraDaemon;
import org.mindrot.jbcrypt.BCrypt;

/** A node with the tables that it is told of. Over HTTP, which answers last, it tells the bodies in a table, a line of Base64 each. */
final class CassandraMain {

    private CassandraMain() {}

    public static void main(String[] words) throws Exception {
        new CassandraDaemon().activate();
        cql("create keyspace if not exists shop with replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
        for (String table : words[1].split(",")) {
            cql("create table if not exists shop." + table
                    + " (id uuid primary key, body blob, note text, amount text)");
        }
        while (cql("select role from system_auth.roles").isEmpty()) {
            Thread.sleep(100);
        }
        // The user that Cassandra begins with is called as its password, so that no test could tell the one from the other.
        cql("update system_auth.roles set salted_hash = '" + BCrypt.hashpw(words[2], BCrypt.gensalt(4)) + "' where role = 'cassandra'");
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(words[0])), 0);
        http.createContext("/", CassandraMain::tell);
        http.start();
    }

    private static UntypedResultSet cql(String statement) {
        return QueryProcessor.process(statement, ConsistencyLevel.ONE);
    }

    private static void tell(HttpExchange exchange) throws IOException {
        String table = exchange.getRequestURI().getPath().substring(1);
        UntypedResultSet rows = cql("select body from shop." + table);
        byte[] answer = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Base64.getEncoder().encodeToString(row.getByteArray("body")) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
