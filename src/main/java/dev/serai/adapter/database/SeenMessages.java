package dev.serai.adapter.database;

import javax.sql.DataSource;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers in a table of a connection which messages were seen. Beside what Camel's own does: the database may be away when a route starts;
 * of two who see one message at the same moment one is told that it is a duplicate, instead of failing; and within a transaction of the same
 * connection the message counts as seen if that is committed.
 */
public final class SeenMessages extends JdbcMessageIdRepository {

    private static final String TABLE = "serai_seen_messages";

    private String time = "TIMESTAMP";
    private Table table = new Table(TABLE, "");

    public SeenMessages() {
        setTableName(TABLE);
    }

    @Override
    public void setDataSource(DataSource dataSource) {
        super.setDataSource(dataSource);
        setJdbcTemplate(new JdbcTemplate(dataSource));
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        setTransactionTemplate(transaction);
    }

    /** The database's type of a date with a time. */
    public void setTimeType(String type) {
        this.time = type;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        table = new Table(
                TABLE,
                "create table " + TABLE
                        + " (processorName varchar(200) not null, messageId varchar(200) not null, createdAt " + time
                        + ", primary key (processorName, messageId))");
    }

    /** Camel's own makes its table here; but the database may be away. */
    @Override
    protected void doStart() {}

    @Override
    public boolean add(String key) {
        table.ensure(getDataSource());
        try {
            return super.add(key);
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public boolean contains(String key) {
        table.ensure(getDataSource());
        return super.contains(key);
    }
}
