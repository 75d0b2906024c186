package bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Rows a second that Serai inserts into a PostgreSQL, one by one and in batches, against a program that does the same by JDBC: measured in turn. */
final class Inserts {

    private static final int ROWS = Integer.getInteger("rows", 20_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int WORKERS = Integer.getInteger("workers", 8);
    private static final int BATCH = 1_000;
    private static final String INSERT = "insert into entry (id, item) values (?, ?)";

    private static final String ROUTES = """
            - route:
                id: single
                from:
                  uri: platform-http:/single
                  steps:
                    - script: {groovy: "exchange.message.body = (1..%1$d).iterator()"}
                    - split:
                        simple: "${body}"
                        streaming: true
                        parallelProcessing: true
                        executorService: "#workers"
                        steps:
                          - to: "bench-db:insert into entry (id, item) values (:#${body}, 'tea')"
                    - setBody: {constant: done}
            - route:
                id: batch
                from:
                  uri: platform-http:/batch
                  steps:
                    - script: {groovy: "exchange.message.body = (1..%1$d).collate(%2$d).iterator()"}
                    - split:
                        simple: "${body}"
                        streaming: true
                        parallelProcessing: true
                        executorService: "#workers"
                        steps:
                          - setBody: {groovy: "body.collect { [id: it, item: 'tea'] }"}
                          - to: "bench-db:insert into entry (id, item) values (:#id, :#item)?batch=true"
                    - setBody: {constant: done}
            - beans:
                - name: workers
                  type: java.util.concurrent.Executors
                  factoryMethod: newFixedThreadPool
                  constructors: {"0": %3$d}
            """.formatted(ROWS, BATCH, WORKERS);

    private final Map<String, Series> program = Map.of("single", new Series(), "batch", new Series());
    private final Map<String, Series> serai = Map.of("single", new Series(), "batch", new Series());
    private final HttpClient client = HttpClient.newHttpClient();

    private Inserts() {}

    static void run() throws Exception {
        try (Postgres server = Postgres.start().orElse(null)) {
            if (server == null) {
                System.out.println("\ninserts: not run, as there is no PostgreSQL in /usr/lib/postgresql");
                return;
            }
            new Inserts().against(server);
        }
    }

    private void against(Postgres server) throws Exception {
        Path home = Subject.newHome();
        Files.createDirectories(home.resolve("config/connections"));
        Files.createSymbolicLink(home.resolve("connectors"), Path.of(System.getProperty("bench.root"), "connectors"));
        Files.writeString(home.resolve("config/connections/bench-db.yaml"), connection(server));
        Files.writeString(home.resolve("routes/entries.camel.yaml"), ROUTES);
        try (HikariDataSource pool = pool(server);
                Subject subject = Subject.serai(home, Map.of())) {
            execute(pool, "create table entry (id integer, item varchar(20))");
            subject.awaitMillis("/single", "done");
            for (int round = 0; round <= ROUNDS; round++) {
                round(pool, subject, round);
            }
        }
        print();
        Subject.remove(home);
    }

    private void round(HikariDataSource pool, Subject subject, int round) throws Exception {
        for (String kind : List.of("single", "batch")) {
            double byHand = perSecond(pool, () -> byHand(pool, kind));
            double throughSerai = perSecond(pool, () -> throughSerai(subject, kind));
            if (round > 0) {
                program.get(kind).add(byHand);
                serai.get(kind).add(throughSerai);
            }
        }
    }

    private static double perSecond(HikariDataSource pool, Callable<?> work) throws Exception {
        execute(pool, "truncate entry");
        long begin = System.nanoTime();
        work.call();
        double seconds = (System.nanoTime() - begin) / 1e9;
        try (Connection connection = pool.getConnection();
                Statement count = connection.createStatement();
                var result = count.executeQuery("select count(*) from entry")) {
            result.next();
            if (result.getInt(1) != ROWS) {
                throw new IllegalStateException(result.getInt(1) + " rows, expected " + ROWS);
            }
        }
        return ROWS / seconds;
    }

    private Void byHand(HikariDataSource pool, String kind) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            int step = kind.equals("batch") ? BATCH : 1;
            List<Callable<Void>> tasks = IntStream.range(0, ROWS / step)
                    .<Callable<Void>>mapToObj(index -> () -> insert(pool, index * step, step))
                    .toList();
            for (var done : workers.invokeAll(tasks)) {
                done.get();
            }
            return null;
        } finally {
            workers.shutdown();
        }
    }

    private static Void insert(HikariDataSource pool, int from, int rows) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            if (rows == 1) {
                fill(statement, from);
                statement.executeUpdate();
                return null;
            }
            connection.setAutoCommit(false);
            for (int id = from; id < from + rows; id++) {
                fill(statement, id);
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
            return null;
        }
    }

    private static void fill(PreparedStatement statement, int id) throws SQLException {
        statement.setInt(1, id);
        statement.setString(2, "tea");
    }

    private Void throughSerai(Subject subject, String kind) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + subject.port() + "/" + kind))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("HTTP " + answer.statusCode() + " " + answer.body());
        }
        return null;
    }

    private static void execute(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static HikariDataSource pool(Postgres server) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres?reWriteBatchedInserts=true");
        settings.setUsername(Postgres.USER);
        settings.setMaximumPoolSize(WORKERS + 2);
        return new HikariDataSource(settings);
    }

    private static String connection(Postgres server) {
        return """
                connector: postgresql
                parameters:
                  host: 127.0.0.1
                  port: %d
                  database: postgres
                  user: %s
                  pool-size: %d
                """.formatted(server.port(), Postgres.USER, WORKERS + 2);
    }

    private void print() {
        Table table = new Table("", "JDBC rows/s (median)", "Serai rows/s (median)", "ratio");
        for (String kind : List.of("single", "batch")) {
            double byHand = program.get(kind).median();
            double throughSerai = serai.get(kind).median();
            table.row(kind, byHand, throughSerai, Table.ratio(throughSerai, byHand));
        }
        table.print("Inserts into PostgreSQL by " + WORKERS + " workers");
    }
}
