package dev.serai.adapter.database.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;

/** It does what Camel's own does, without asking. */
class StatementComponentTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AtomicInteger questions = new AtomicInteger();
    private FluentProducerTemplate sender;

    @BeforeEach
    void open() {
        database.setURL("jdbc:h2:mem:statements;DB_CLOSE_DELAY=-1");
        sql().execute("create table entry (id integer, item varchar(40))");
        context.disableJMX();
        context.addComponent("camel", over(new SqlComponent()));
        context.addComponent("serai", over(new StatementComponent()));
        context.start();
        sender = context.createFluentProducerTemplate();
    }

    private SqlComponent over(SqlComponent component) {
        component.setDataSource(counting(database, DataSource.class));
        return component;
    }

    /** Counts how often the driver is asked for the parameters of a statement. */
    private <T> T counting(Object target, Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getParameterMetaData")) {
                        questions.incrementAndGet();
                    }
                    try {
                        Object answer = method.invoke(target, arguments);
                        return switch (method.getName()) {
                            case "getConnection" ->
                                answer instanceof Connection ? counting(answer, Connection.class) : answer;
                            case "prepareStatement" -> counting(answer, PreparedStatement.class);
                            default -> answer;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private JdbcTemplate sql() {
        return new JdbcTemplate(database);
    }

    @AfterEach
    void close() {
        context.stop();
        sql().execute("shutdown");
    }

    static Stream<Arguments> statements() {
        Map<String, Object> tea = Map.of("id", 1, "item", "tea");
        return Stream.of(
                Arguments.of("insert into entry values (:#id, :#item)", tea),
                Arguments.of("insert into entry values (:#id, :#unit)", Map.of("id", 2)),
                Arguments.of("insert into entry values (:#${body[id]}, :#${header.unit})", tea),
                Arguments.of("insert into entry values (:#${body}, 'tea')", 3),
                Arguments.of("insert into entry values (:#id, 'what: it''s \"tea\"')", tea),
                Arguments.of("insert into entry values (#, #)", List.of(4, "tea")),
                Arguments.of("insert into entry values (5, #)", "tea, black"),
                Arguments.of("insert into entry values (#, #)", "6,tea"),
                Arguments.of("insert into entry values (7, 'tea')", "no parameter"),
                Arguments.of("insert into entry /* not one */ values (:#id, :#item)", tea),
                Arguments.of(
                        "insert into entry select 8, 'tea' where 8 in (:#in:ids)", Map.of("ids", List.of(7, 8, 9))),
                Arguments.of(
                        "insert into entry values (:#id, :#item)?batch=true",
                        List.of(tea, Map.of("id", 9, "item", "cog"), Map.of("id", 10, "item", "nut"))),
                Arguments.of(
                        "insert into entry values (:#${body[id]}, :#unit)?batch=true", List.of(tea, Map.of("id", 11))),
                Arguments.of(
                        "insert into entry values (#, #)?batch=true", List.of(List.of(12, "tea"), List.of(13, "cog"))));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void writesWhatCamelWrites(String statement, Object body) {
        List<Map<String, Object>> asCamelDoes = written("camel", statement, body);

        assertThat(written("serai", statement, body)).isEqualTo(asCamelDoes).isNotEmpty();
    }

    private List<Map<String, Object>> written(String component, String statement, Object body) {
        sql().execute("truncate table entry");
        sender.to(component + ":" + statement)
                .withHeader("unit", "kg")
                .withBody(body)
                .send();
        return sql().queryForList("select id, item from entry order by id");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("insert into entry values (:#id, :#item)", Map.of("id", 1)),
                Arguments.of("insert into entry values (#, #)", List.of(1)),
                Arguments.of("insert into entry values (#, #)", List.of(1, "tea", "more")),
                Arguments.of("insert into nowhere values (:#id)", Map.of("id", 1)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void failsAsCamelFails(String statement, Object body) {
        assertThat(failure("serai", statement, body)).isEqualTo(failure("camel", statement, body));
    }

    private String failure(String component, String statement, Object body) {
        Throwable thrown = catchThrowable(
                () -> sender.to(component + ":" + statement).withBody(body).request(Object.class));
        assertThat(thrown).isNotNull();
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(thrown).getMessage())
                .replaceAll("Exchange\\[.*?]", "");
    }

    @Test
    void asksTheDriverNothingThatTheTextTells() {
        written("serai", "insert into entry values (:#id, 'tea')", Map.of("id", 1));
        written("serai", "insert into entry values (#, #)", List.of(4, "tea"));
        assertThat(questions).hasValue(0);

        written("serai", "insert into entry /* is it */ values (:#id, 'tea')", Map.of("id", 1));
        assertThat(questions).hasValue(1);
    }

    @Test
    void leavesTheBodyUnreadOfWhichItTakesNothing() {
        Iterable<Object> body = () -> {
            throw new IllegalStateException("the body was read");
        };

        assertThat(written("serai", "insert into entry values (7, 'tea')", body))
                .hasSize(1);
    }

    @Test
    void takesTheStatementThatAMessageBrings() {
        sender.to("serai:insert into entry values (:#id, 'tea')")
                .withHeader("CamelSqlQuery", "insert into entry values (:?id, :?item)")
                .withBody(Map.of("id", 1, "item", "cog"))
                .send();

        assertThat(sql().queryForList("select item from entry", String.class)).containsExactly("cog");
    }
}
