package dev.serai.connector.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.fixture.RunningSerai;
import dev.serai.fixture.WholeRuntime;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of {@code src/docs/databases.md}, run on a real database by the whole runtime. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
public abstract class DatabaseRecipes {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> SETTINGS = Map.of(
            "serai.retry.attempts", "1",
            "serai.retry.delay", "20ms",
            "serai.deploy.jmx", "false",
            "serai.http.request-timeout", "5m");

    private static final AtomicInteger ROWS = new AtomicInteger();
    private static final AtomicLong HEAP = new AtomicLong();

    private Path folder = Path.of("");
    private WholeRuntime serai;

    /** Starts the database, and gives the connection to it as YAML. */
    abstract String start(Path folder) throws Exception;

    abstract void stop() throws Exception;

    /** A query of a column {@code n} with the numbers from 1 to a million, and a column {@code filler} with 1,000 letters each. */
    abstract String aMillionRows();

    /** Makes the procedure {@code add_up} with two whole numbers in, and {@code total} out. */
    abstract String procedure();

    /** The call of the procedure in the notation of {@code sql-stored}. */
    abstract String call();

    @BeforeAll
    void open(@TempDir Path empty) throws Exception {
        folder = empty;
        String connection = start(Files.createDirectory(folder.resolve("database")));
        serai = runtime("one", connection);
        sql("create table job (id integer not null primary key, fate varchar(20))");
        sql("create table done (job integer not null, by_whom varchar(20))");
        sql("create table line (id integer not null, item varchar(20))");
        sql("create table booked (id integer not null primary key)");
        sql("create table receipt (id varchar(20) not null primary key)");
        sql(procedure());
    }

    private WholeRuntime runtime(String name, String connection) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("config/connections"));
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
        Files.writeString(home.resolve("config/connections/orders-db.yaml"), connection);
        WholeRuntime runtime = WholeRuntime.start(home, SETTINGS);
        runtime.save("sql.camel.yaml", """
                - from:
                    uri: platform-http:/sql
                    steps:
                      - convertBodyTo: {type: String}
                      - to: "orders-db:none?useMessageBodyForSql=true&usePlaceholder=false&allowNamedParameters=false"
                      - convertBodyTo: {type: String}
                """);
        runtime.accepted("sql");
        return runtime;
    }

    @AfterAll
    void close() throws Exception {
        serai.close();
        stop();
    }

    private String sql(String statement) throws Exception {
        HttpResponse<String> answer = serai.post("/sql", "text/plain", statement);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String post(String path, String body) throws Exception {
        HttpResponse<String> answer = serai.post(path, "application/json", body);
        return answer.statusCode() == 200 ? answer.body() : answer.statusCode() + " " + answer.body();
    }

    /** Called by a route for each group of rows; looks at the heap early and late. */
    public static void rows(int size) {
        int rows = ROWS.addAndGet(size);
        if (rows == 100_000) {
            HEAP.set(heap());
        } else if (rows == 900_000) {
            HEAP.set(heap() - HEAP.get());
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Fills the table of jobs. */
    private void jobs(int from, int to, String fate) throws Exception {
        StringBuilder values = new StringBuilder();
        for (int id = from; id <= to; id++) {
            values.append(id == from ? "" : ",")
                    .append("(")
                    .append(id)
                    .append(", '")
                    .append(fate)
                    .append("')");
        }
        sql("insert into job (id, fate) values " + values);
    }

    /** The recipe "polling with a claim". */
    private static String worker(String whom) {
        return """
                - from:
                    uri: orders-db:select * from job order by id limit 20 for update skip locked
                    parameters:
                      onConsume: "delete from job where id = :#id"
                      pollStrategy: "#orders-db.claim"
                      delay: 50
                    steps:
                      - policy:
                          ref: orders-db.transaction
                          steps:
                            - to: "orders-db:insert into done (job, by_whom) values (:#${body[id]}, '%s')"
                            - choice:
                                when:
                                  - simple: "${body[fate]} == 'bad'"
                                    steps:
                                      - to: "orders-db:insert into nowhere (id) values (1)"
                """.formatted(whom);
    }

    @Test
    void twoSeraisShareTheRowsAndNeitherTakesOneOfTheOther() throws Exception {
        String connection = Files.readString(folder.resolve("one/config/connections/orders-db.yaml"));
        try (WholeRuntime other = runtime("two", connection)) {
            serai.save("worker.camel.yaml", worker("one")).accepted("worker");
            other.save("worker.camel.yaml", worker("two")).accepted("worker");

            jobs(1, 2_000, "good");

            await().atMost(PATIENCE)
                    .until(() -> sql("select count(*) as n from job").equals("[{n=0}]"));
            assertThat(
                            sql(
                                    "select count(*) as n, count(distinct job) as jobs, count(distinct by_whom) as serais from done"))
                    .isEqualTo("[{n=2000, jobs=2000, serais=2}]");
        } finally {
            serai.remove("worker.camel.yaml");
            sql("delete from done");
        }
    }

    @Test
    void rowThatFailsLeavesNothingBehindButItsDeadLetter() throws Exception {
        jobs(5_001, 5_010, "good");
        jobs(5_011, 5_011, "bad");
        jobs(5_012, 5_020, "good");
        try {
            serai.save("careful.camel.yaml", worker("one")).accepted("careful");

            await().atMost(PATIENCE)
                    .until(() -> sql("select count(*) as n from job").equals("[{n=0}]"));
            assertThat(sql("select count(*) as n, max(case when job = 5011 then 1 else 0 end) as bad from done"))
                    .isEqualTo("[{n=19, bad=0}]");
            assertThat(letters().findValuesAsText("integration")).containsOnlyOnce("careful");
            assertThat(letters().toString()).contains("nowhere");
        } finally {
            serai.remove("careful.camel.yaml");
            sql("delete from done");
        }
    }

    private JsonNode letters() {
        return RunningSerai.at(serai.home()).api("GET", "/deadletters", "").json();
    }

    @Test
    void batchIsWrittenInOneGo() throws Exception {
        serai.save("batch.camel.yaml", """
                        - from:
                            uri: platform-http:/batch
                            steps:
                              - unmarshal: {json: {}}
                              - to: "orders-db:insert into line (id, item) values (:#id, :#item)?batch=true"
                              - setBody: {simple: "${header.CamelSqlUpdateCount}"}
                        """).accepted("batch");
        StringBuilder lines = new StringBuilder("[");
        for (int id = 1; id <= 1_000; id++) {
            lines.append(id == 1 ? "" : ",").append("{\"id\":").append(id).append(",\"item\":\"tea\"}");
        }

        post("/batch", lines.append("]").toString());

        assertThat(sql("select count(*) as n from line")).isEqualTo("[{n=1000}]");
    }

    @Test
    void whatFailsInATransactionIsTakenBackAsAWhole() throws Exception {
        serai.save("booking.camel.yaml", """
                        - from:
                            uri: platform-http:/booking
                            steps:
                              - convertBodyTo: {type: String}
                              - policy:
                                  ref: orders-db.transaction
                                  steps:
                                    - to: "orders-db:insert into booked (id) values (1)"
                                    - to: "orders-db:insert into booked (id) values (2)"
                                    - choice:
                                        when:
                                          - simple: "${body} == 'fail'"
                                            steps:
                                              - throwException: {exceptionType: java.lang.IllegalArgumentException, message: "not today"}
                              - setBody: {constant: booked}
                        """).accepted("booking");

        String failed = post("/booking", "fail");
        String none = sql("select count(*) as n from booked");
        String fine = post("/booking", "fine");

        assertThat(failed).startsWith("500").contains("deadLetter");
        assertThat(none).isEqualTo("[{n=0}]");
        assertThat(fine).isEqualTo("booked");
        assertThat(sql("select count(*) as n from booked")).isEqualTo("[{n=2}]");
    }

    @Test
    void storedProcedureAnswers() throws Exception {
        serai.save("procedure.camel.yaml", """
                        - from:
                            uri: platform-http:/total
                            steps:
                              - setHeader: {name: a, constant: "19"}
                              - setHeader: {name: b, constant: "23"}
                              - to: "sql-stored:%s?dataSource=#orders-db.dataSource"
                              - setBody: {simple: "${body[total]}"}
                        """.formatted(call())).accepted("procedure");

        assertThat(post("/total", "")).isEqualTo("42");
    }

    @Test
    void aMillionRowsGoThroughInConstantMemory() throws Exception {
        serai.save("export.camel.yaml", """
                        - from:
                            uri: platform-http:/export
                            steps:
                              - to: "orders-db:%s?outputType=StreamList&fetchSize=1000&dataSource=#orders-db.streaming"
                              - split:
                                  simple: "${collate(100)}"
                                  streaming: true
                                  steps:
                                    - script: {groovy: "dev.serai.connector.sql.DatabaseRecipes.rows(body.size())"}
                              - setBody: {constant: exported}
                        """.formatted(aMillionRows())).accepted("export");

        ROWS.set(0);

        assertThat(post("/export", "")).isEqualTo("exported");
        assertThat(ROWS).hasValue(1_000_000);
        assertThat(HEAP).as("bytes more in the heap after 800,000 rows").hasValueLessThan(80_000_000);
    }

    @Test
    void duplicateIsLeftOutAlsoAfterARedeployment() throws Exception {
        String route = """
                - from:
                    uri: platform-http:/once
                    steps:
                      - convertBodyTo: {type: String}
                      - setProperty: {name: outcome, constant: duplicate}
                      - policy:
                          ref: orders-db.transaction
                          steps:
                            - idempotentConsumer:
                                idempotentRepository: "#orders-db.idempotent.receipts"
                                simple: "${body}"
                                steps:
                                  - to: "orders-db:insert into receipt (id) values (:#${body})"
                                  - setProperty: {name: outcome, constant: new}
                      - setBody: {exchangeProperty: outcome}
                """;
        int first = serai.save("once.camel.yaml", route).accepted("once");

        assertThat(post("/once", "a")).isEqualTo("new");
        assertThat(post("/once", "a")).isEqualTo("duplicate");
        assertThat(post("/once", "b")).isEqualTo("new");
        serai.save("once.camel.yaml", route + "\n# again\n");
        await().atMost(PATIENCE).until(() -> serai.accepted("once") > first);
        assertThat(post("/once", "a")).isEqualTo("duplicate");
    }
}
