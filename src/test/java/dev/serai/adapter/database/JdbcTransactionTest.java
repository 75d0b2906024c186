package dev.serai.adapter.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class JdbcTransactionTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private final JdbcTransaction transaction = new JdbcTransaction();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private FluentProducerTemplate sender;

    @BeforeEach
    void open() throws Exception {
        database.setURL("jdbc:h2:mem:transaction;DB_CLOSE_DELAY=-1");
        sql().execute("create table entry (id integer)");
        transaction.setTransactionManager(new DataSourceTransactionManager(database));
        context.disableJMX();
        context.getRegistry().bind("db", database);
        context.getRegistry().bind("transaction", transaction);
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("in.camel.yaml", ROUTE));
        context.start();
        sender = context.createFluentProducerTemplate();
    }

    private static final String ROUTE = """
            - route:
                errorHandler:
                  deadLetterChannel:
                    deadLetterUri: mock:letters
                    useOriginalMessage: true
                    redeliveryPolicy: {maximumRedeliveries: 2, redeliveryDelay: 0}
                from:
                  uri: direct:in
                  steps:
                    - policy:
                        ref: transaction
                        steps:
                          - to: "sql:insert into entry (id) values (1)?dataSource=#db"
                          - filter:
                              simple: "${body} == 'fail'"
                              steps:
                                - throwException: {exceptionType: java.lang.IllegalArgumentException, message: not today}
                          - to: "sql:insert into entry (id) values (2)?dataSource=#db"
                          - setBody: {constant: written}
                    - filter:
                        simple: "${header.later} == 'fail'"
                        steps:
                          - throwException: {exceptionType: java.lang.IllegalArgumentException, message: not today}
            """;

    private JdbcTemplate sql() {
        return new JdbcTemplate(database);
    }

    private List<Integer> entries() {
        return sql().queryForList("select id from entry order by id", Integer.class);
    }

    @AfterEach
    void close() throws Exception {
        sender.stop();
        context.close();
        sql().execute("shutdown");
    }

    @Test
    void stepsAreCommittedTogether() {
        Exchange done = sender.to("direct:in").withBody("fine").send();

        assertThat(done.getMessage().getBody()).isEqualTo("written");
        assertThat(done.isTransacted()).isFalse();
        assertThat(entries()).containsExactly(1, 2);
    }

    @Test
    void whatFailsIsTakenBackTriedAgainAndThenKept() {
        Exchange failed = sender.to("direct:in").withBody("fail").send();

        assertThat(failed.getException()).isNull();
        assertThat(context.getEndpoint("mock:letters", MockEndpoint.class).getReceivedCounter())
                .isEqualTo(1);
        assertThat(entries()).isEmpty();
    }

    @Test
    void errorHandlerOfTheRouteStaysForTheStepsThatFollow() {
        sender.to("direct:in").withBody("fine").withHeader("later", "fail").send();

        assertThat(context.getEndpoint("mock:letters", MockEndpoint.class).getReceivedCounter())
                .isEqualTo(1);
        assertThat(entries()).containsExactly(1, 2);
    }
}
