package dev.serai.adapter.database;

import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A table that is made when it is first needed, whatever becomes of the transaction that needed it. */
final class Table {

    private final String name;
    private final String create;
    private volatile boolean there;

    /**
     * @param name may be of letters, digits and underscores only
     * @param create the statement that makes it
     */
    Table(String name, String create) {
        this.name = name;
        this.create = create;
    }

    /** @throws DataAccessException when it is not there and cannot be made */
    void ensure(DataSource database) {
        if (!there) {
            synchronized (this) {
                there = there || exists(database) || make(database);
            }
        }
    }

    private boolean exists(DataSource database) {
        try {
            run(database, "select 1 from " + name + " where 1 = 0");
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** Two may come to make it at once. */
    private boolean make(DataSource database) {
        try {
            run(database, create);
        } catch (DataAccessException e) {
            if (!exists(database)) {
                throw e;
            }
        }
        return true;
    }

    private static void run(DataSource database, String sql) {
        TransactionTemplate apart = new TransactionTemplate(new DataSourceTransactionManager(database));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.executeWithoutResult(transaction -> new JdbcTemplate(database).execute(sql));
    }
}
