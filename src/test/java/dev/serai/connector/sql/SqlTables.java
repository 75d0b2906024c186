package dev.serai.connector.sql;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.server.DatabaseServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A database whose channels are tables: sending inserts a row, receiving takes rows with a claim and deletes them in the same transaction. */
final class SqlTables implements SystemUnderTest {

    private final Dialect dialect;
    private final Start start;
    private @Nullable DatabaseServer server;

    /**
     * In what a database differs.
     *
     * @param connector name of its folder
     * @param login parameters of a connection beside host and port
     * @param id type of a number that the database counts up
     * @param bytes type of a body
     * @param saysWrongCredentials what it tells whom it does not know
     */
    record Dialect(String connector, Map<String, String> login, String id, String bytes, String saysWrongCredentials) {}

    /** Starts the server, with tables that some statements make. */
    @FunctionalInterface
    interface Start {
        DatabaseServer in(Path folder, String tables) throws Exception;
    }

    SqlTables(Dialect dialect, Start start) {
        this.dialect = dialect;
        this.start = start;
    }

    private DatabaseServer server() {
        return Objects.requireNonNull(server, "it was not started");
    }

    @Override
    public String connector() {
        return dialect.connector();
    }

    @Override
    public void start(Path folder) throws Exception {
        server = start.in(folder, tables());
    }

    private String tables() {
        return ConnectorContract.CHANNELS.stream()
                .map(channel -> "create table " + channel + " (id " + dialect.id() + " primary key, body "
                        + dialect.bytes() + ", note varchar(100), amount varchar(10));\n")
                .collect(Collectors.joining());
    }

    @Override
    public void kill() throws IOException {
        server().kill();
    }

    @Override
    public void restart() throws IOException {
        server().restart();
    }

    @Override
    public int port() {
        return server().port();
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>(dialect.login());
        parameters.putAll(Map.of("host", "127.0.0.1", "port", String.valueOf(port()), "connect-timeout", "1000"));
        return parameters;
    }

    @Override
    public String sink(String channel) {
        return "insert into " + channel + " (body, note, amount) values (:#${body}, :#ContractText, :#ContractNumber)";
    }

    @Override
    public String source(String channel) {
        return "select * from " + channel + " order by id limit 100 for update skip locked" + "?onConsume=delete from "
                + channel + " where id = :#id&pollStrategy=#under-test.claim&delay=100";
    }

    @Override
    public String received(String channel) {
        return """
                - setHeader: {name: ContractText, simple: "${body[note]}"}
                - setHeader: {name: ContractNumber, simple: "${body[amount]}"}
                - setBody: {simple: "${body[body]}"}
                """;
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("password", "wrong-horse");
    }

    @Override
    public String saysWrongCredentials() {
        return dialect.saysWrongCredentials();
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
