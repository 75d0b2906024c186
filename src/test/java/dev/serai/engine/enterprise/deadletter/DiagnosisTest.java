package dev.serai.engine.enterprise.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    @Test
    void refusedCredentialsAreToldInTheDatabasesWords() {
        SQLException refusal = new SQLException("FATAL: password authentication failed for user \"orders\"", "28P01");
        SQLException pool = new SQLTransientConnectionException("timed out after 1000ms", "28P01", refusal);

        Diagnosis diagnosis = Diagnosis.of(new IllegalStateException("Failed to obtain JDBC Connection", pool));

        assertThat(diagnosis.status()).isEqualTo(502);
        assertThat(diagnosis.summary())
                .isEqualTo("a database behind refuses the credentials"
                        + " (SQLException: FATAL: password authentication failed for user \"orders\")");
    }

    @Test
    void aDatabaseThatIsAwayIsNoRefusal() {
        SQLException away = new SQLException("cannot connect", "08001", new ConnectException("Connection refused"));

        assertThat(Diagnosis.of(away).summary())
                .isEqualTo("a system behind cannot be reached (ConnectException: Connection refused)");
    }
}
