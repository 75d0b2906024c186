package dev.serai.engine.enterprise.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
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

    @Test
    void whatAFileServerRefusesIsTold() {
        Exception refusal = new IllegalStateException("Auth fail for methods 'password'");
        Exception failure =
                new GenericFileOperationFailedException("Cannot connect to sftp://ada@files.example.com:22", refusal);

        Diagnosis diagnosis = Diagnosis.of(failure);

        assertThat(diagnosis.status()).isEqualTo(502);
        assertThat(diagnosis.summary())
                .isEqualTo("a file server behind cannot be used"
                        + " (IllegalStateException: Auth fail for methods 'password')");
    }

    @Test
    void whatStandsBehindAFileThatIsNotWrittenIsNotTold() {
        Exception payload = new IllegalStateException("no stream in: the salary of ada");

        assertThat(Diagnosis.of(new GenericFileOperationFailedException("Cannot store file: in/a.txt", payload))
                        .summary())
                .isEqualTo("GenericFileOperationFailedException: Cannot store file: in/a.txt");
    }

    @Test
    void aFileServerThatIsAwayCannotBeReached() {
        Exception away = new IllegalStateException("socket", new ConnectException("Connection refused"));

        assertThat(Diagnosis.of(new GenericFileOperationFailedException("Cannot connect to sftp://ada@host:22", away))
                        .summary())
                .isEqualTo("a system behind cannot be reached (ConnectException: Connection refused)");
    }
}
