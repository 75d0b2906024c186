package dev.serai.adapter.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratedDataSourceTest {

    @TempDir
    Path folder;

    @Test
    void aPoolOfOneConnectionIsEnough() throws Exception {
        Files.writeString(folder.resolve("V1__item.sql"), "create table item (id integer)");
        try (HikariDataSource pool = poolOfOne("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")) {
            try (Connection connection = migrated(pool).getConnection();
                    ResultSet items = connection.createStatement().executeQuery("select count(*) from item")) {
                assertThat(items.next()).isTrue();
            }

            assertThat(pool.getMaximumPoolSize()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatIsAwayFailsTheMessageAndTheNextTriesAgain() {
        try (HikariDataSource pool = poolOfOne("jdbc:h2:tcp://127.0.0.1:1/orders")) {
            MigratedDataSource source = migrated(pool);

            assertThatThrownBy(source::getConnection)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("refused");
            assertThatThrownBy(source::getConnection)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("refused");
        }
    }

    private MigratedDataSource migrated(HikariDataSource pool) {
        MigratedDataSource source = new MigratedDataSource();
        source.setPool(pool);
        source.setOwner("orders-db");
        source.setMigrations(folder.toString());
        return source;
    }

    private static HikariDataSource poolOfOne(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(1);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(1_000);
        return pool;
    }
}
