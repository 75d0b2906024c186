package dev.serai.connector.sql;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import java.util.Map;
import java.util.stream.Collectors;

/** A database whose channels are tables: sending inserts a row, receiving takes rows with a claim and deletes them in the same transaction. */
abstract class SqlTables implements SystemUnderTest {

    /** Statements that make the tables. */
    static String tables(String id, String bytes) {
        return ConnectorContract.CHANNELS.stream()
                .map(channel -> "create table " + channel + " (id " + id + " primary key, body " + bytes
                        + ", note varchar(100), amount varchar(10));\n")
                .collect(Collectors.joining());
    }

    @Override
    public String sink(String channel) {
        return "insert into " + channel + " (body, note, amount) values (:#${body}, :#ContractText, :#ContractNumber)";
    }

    @Override
    public String source(String channel) {
        return "select * from " + channel + " order by id limit 100 for update skip locked"
                + "?onConsume=delete from " + channel
                + " where id = :#id&pollStrategy=#under-test.claim&delay=50&initialDelay=0";
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
}
