package dev.serai.adapter.database;

import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class AggregationsTest {

    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void open() {
        database.setURL("jdbc:h2:mem:aggregations;DB_CLOSE_DELAY=-1");
    }

    @AfterEach
    void close() {
        new JdbcTemplate(database).execute("shutdown");
    }

    @Test
    void whatWasCollectedGoesOnInTheNextContext() throws Exception {
        collect(0, "tea", "cup");

        collect(1, "pot");
    }

    private void collect(int complete, String... items) throws Exception {
        try (DefaultCamelContext context = context();
                FluentProducerTemplate sender = context.createFluentProducerTemplate()) {
            MockEndpoint whole = context.getEndpoint("mock:whole", MockEndpoint.class);
            whole.expectedMessageCount(complete);
            for (String item : items) {
                sender.to("direct:in").withBody(item).withHeader("order", "o1").request();
            }
            if (complete > 0) {
                whole.message(0).body(String.class).isEqualTo("teacuppot");
            }
            whole.assertIsSatisfied();
        }
    }

    private DefaultCamelContext context() throws Exception {
        Aggregations repository = new Aggregations();
        repository.setDataSource(database);
        repository.setBytesType("VARBINARY");
        repository.setName("Orders of 2026");
        DefaultCamelContext context = new DefaultCamelContext();
        context.disableJMX();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .aggregate(header("order"), AggregationsTest::joined)
                        .aggregationRepository(repository)
                        .completionSize(3)
                        .to("mock:whole");
            }
        });
        context.start();
        return context;
    }

    private static Exchange joined(@Nullable Exchange before, Exchange next) {
        if (before == null) {
            return next;
        }
        before.getMessage()
                .setBody(before.getMessage().getBody(String.class)
                        + next.getMessage().getBody(String.class));
        return before;
    }
}
