package dev.serai.adapter.database;

import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.processor.aggregate.jdbc.JdbcAggregationRepository;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Keeps unfinished aggregations in two tables of a connection, one for what is being collected and one for what is complete and not yet
 * through the route, so that both survive the end of the process. Beside what Camel's own does: it makes its tables, and reads back plain values
 * only.
 */
public final class Aggregations extends JdbcAggregationRepository {

    private static final String PREFIX = "serai_aggregation_";
    private static final int LONGEST_NAME = 30;
    private static final String PLAIN_VALUES =
            "maxdepth=20;maxrefs=1000000;java.lang.*;java.math.*;java.time.**;java.util.*;java.util.concurrent.*;"
                    + "org.apache.camel.support.DefaultExchangeHolder;!*";

    private String bytes = "BLOB";
    private Table collected = new Table("", "");
    private Table completed = new Table("", "");

    public Aggregations() {
        setDeserializationFilter(PLAIN_VALUES);
    }

    @Override
    public void setDataSource(DataSource dataSource) {
        super.setDataSource(dataSource);
        setTransactionManager(new DataSourceTransactionManager(dataSource));
    }

    /** Whose aggregations these are; any text. */
    public void setName(String name) {
        setRepositoryName(PREFIX + identifier(name));
    }

    private static String identifier(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        return letters.equals(name) && name.length() <= LONGEST_NAME
                ? name
                : letters.substring(0, Math.min(letters.length(), LONGEST_NAME)) + "_"
                        + Integer.toHexString(name.hashCode());
    }

    /** The database's type of a long row of bytes. */
    public void setBytesType(String type) {
        this.bytes = type;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        collected = table(getRepositoryName());
        completed = table(getRepositoryNameCompleted());
    }

    /** Camel's own counts the rows here; but the database may be away. */
    @Override
    protected void doStart() {}

    private Table table(String name) {
        return new Table(
                name,
                "create table " + name + " (id varchar(200) not null primary key, exchange " + bytes
                        + " not null, version bigint not null)");
    }

    private void ensureTables() {
        collected.ensure(getDataSource());
        completed.ensure(getDataSource());
    }

    @Override
    public Exchange get(CamelContext context, String key) {
        ensureTables();
        return super.get(context, key);
    }

    @Override
    public Set<String> getKeys() {
        ensureTables();
        return super.getKeys();
    }

    @Override
    public Set<String> scan(CamelContext context) {
        ensureTables();
        return super.scan(context);
    }
}
