package dev.serai.management.monitoring.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {

    private final Targets targets = new Targets("orders-db"::equals);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "http://warehouse:8080/orders?authUsername=a, external:http:warehouse:8080",
                "https://user:secret@api.example.com/v1/customers/17, external:https:api.example.com",
                "file:/var/inbox?delete=true, external:file:/var/inbox",
                "exec:/bin/rm?args=secret, external:exec",
                "timer:tick, inside:",
                "direct:next, inside:",
                "seda:queue, inside:",
                "log:seen, inside:",
                "quartz:nightly?cron=0+0+3+*+*+?, inside:"
            })
    void anEndpointIsNamedByWhatItReachesAndNothingElse(String uri, String id) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            assertThat(targets.of(context.getEndpoint(uri)).id()).isEqualTo(id);
        }
    }

    @Test
    void aConnectionIsNamedByItsSchemeAndAStatementIsNoName() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            SqlComponent sql = new SqlComponent();
            sql.setDataSource(new JdbcDataSource());
            sql.setServiceLocationEnabled(false);
            context.addComponent("orders-db", sql);
            context.addComponent("sql", sql);

            assertThat(targets.of(context.getEndpoint("orders-db:select 1 where 'secret' = :#x")))
                    .isEqualTo(new Target(Target.Kind.connection, "orders-db"));
            assertThat(targets.of(context.getEndpoint("sql:select 'secret'")).id())
                    .isEqualTo("external:sql");
        }
    }
}
