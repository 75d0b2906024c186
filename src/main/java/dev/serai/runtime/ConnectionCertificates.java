package dev.serai.runtime;

import dev.serai.cli.Diagnosis;
import dev.serai.cli.Diagnosis.Grade;
import dev.serai.foundation.Connection;
import dev.serai.foundation.Parameter;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.tls.PemFile;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** {@code serai doctor} looks at the PEM files that a connection names, of those whom it trusts and of what it shows, without connecting. */
final class ConnectionCertificates {

    /** How connectors begin to describe a parameter that names such a file. */
    private static final String DESCRIBED = "PEM file";

    private final Validity validity;
    private final String subject;
    private final Connection connection;
    private final Map<Path, PemFile> files = new TreeMap<>();
    private final Stream.Builder<Diagnosis> diagnoses = Stream.builder();

    ConnectionCertificates(Validity validity, Connection connection) {
        this.validity = validity;
        this.connection = connection;
        this.subject = "connection " + connection.name();
    }

    static boolean isPemFile(Parameter parameter) {
        return parameter.description().startsWith(DESCRIBED);
    }

    /** @param resolved fills in the references of a value */
    List<Diagnosis> look(UnaryOperator<String> resolved) {
        connection.connector().parameters().stream()
                .filter(ConnectionCertificates::isPemFile)
                .map(Parameter::name)
                .filter(this::isWritten)
                .forEach(name -> read(
                        name, Path.of(resolved.apply(connection.parameters().get(name)))));
        files.forEach(this::key);
        files.forEach(this::certificates);
        return diagnoses.build().toList();
    }

    /** What a vault knows, only a running Serai can ask for. */
    private boolean isWritten(String parameter) {
        String text = connection.parameters().get(parameter);
        return text != null && !Configuration.needsVault(text);
    }

    private void read(String parameter, Path path) {
        try {
            PemFile file = PemFile.read(path);
            if (file.certificates().isEmpty() && !file.holdsKey()) {
                error(parameter, path + " holds neither a certificate nor a key; expected PEM with BEGIN CERTIFICATE");
            }
            files.put(path, file);
        } catch (GeneralSecurityException e) {
            error(parameter, String.valueOf(e.getMessage()));
        }
    }

    private void error(String parameter, String message) {
        diagnoses.add(
                new Diagnosis(subject, Grade.ERROR, parameter + ": " + message, "correct it in " + connection.place()));
    }

    /** A key stands behind its certificate, or in a file of its own. */
    private void key(Path path, PemFile file) {
        Stream<PemFile> owners = file.certificates().isEmpty() ? files.values().stream() : Stream.of(file);
        boolean owned = owners.flatMap(one -> one.certificates().stream().limit(1))
                .anyMatch(certificate -> file.keyOf(certificate).isPresent());
        if (file.holdsKey() && !owned) {
            diagnoses.add(new Diagnosis(
                    subject,
                    Grade.ERROR,
                    path + " holds no unencrypted private key of the certificate that is shown",
                    "name the key that the certificate was made with"));
        }
    }

    private void certificates(Path path, PemFile file) {
        List<Diagnosis> all = file.certificates().stream()
                .map(certificate -> validity.of(certificate, subject, "replace it in " + path))
                .toList();
        List<Diagnosis> flaws =
                all.stream().filter(one -> one.grade() != Grade.OK).toList();
        (flaws.isEmpty() ? all.stream().limit(1) : flaws.stream())
                .map(one -> isSpare(file, flaws) ? milder(one) : one)
                .forEach(diagnoses::add);
    }

    /** Of many authorities one may have ended. */
    private static boolean isSpare(PemFile file, List<Diagnosis> flaws) {
        return !file.holdsKey() && flaws.size() < file.certificates().size();
    }

    private static Diagnosis milder(Diagnosis one) {
        Grade grade = one.grade() == Grade.ERROR ? Grade.WARNING : one.grade();
        return new Diagnosis(one.subject(), grade, one.message(), one.hint());
    }
}
