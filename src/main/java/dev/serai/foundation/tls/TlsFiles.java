package dev.serai.foundation.tls;

import dev.serai.foundation.settings.ClientAuth;
import dev.serai.foundation.settings.Key;
import dev.serai.foundation.settings.PortTls;
import dev.serai.foundation.settings.TlsKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that one port's settings name. */
final class TlsFiles {

    private final Path home;
    private final PortTls settings;
    private final TlsKeys keys;
    private final List<X509Certificate> moreTrusted;

    TlsFiles(Path home, PortTls settings, List<X509Certificate> moreTrusted) {
        this.home = home;
        this.settings = settings;
        this.moreTrusted = moreTrusted;
        this.keys = settings.keys();
    }

    ClientAuth clientAuth() {
        return settings.clientAuth();
    }

    /**
     * Reads and checks everything.
     *
     * @throws TlsException with all that is wrong
     */
    TlsIdentity read() throws TlsException {
        List<TlsProblem> problems = new ArrayList<>();
        Optional<OwnCertificate> own = attempt(this::own, problems);
        Optional<List<X509Certificate>> authorities = attempt(this::clientAuthorities, problems);
        if (own.isEmpty() || authorities.isEmpty()) {
            throw new TlsException(problems);
        }
        return new TlsIdentity(own.get().key(), own.get().chain(), authorities.get());
    }

    private interface Reading<T> {
        T read() throws TlsException;
    }

    private static <T> Optional<T> attempt(Reading<T> reading, List<TlsProblem> problems) {
        try {
            return Optional.of(reading.read());
        } catch (TlsException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private OwnCertificate own() throws TlsException {
        if (!settings.keystore().isEmpty()) {
            return keystore();
        }
        require(keys.certificate(), settings.certificate());
        require(keys.key(), settings.key());
        List<TlsProblem> problems = new ArrayList<>();
        Optional<String> certificate = attempt(() -> text(keys.certificate(), settings.certificate()), problems);
        Optional<String> key = attempt(() -> text(keys.key(), settings.key()), problems);
        if (certificate.isEmpty() || key.isEmpty()) {
            throw new TlsException(problems);
        }
        return new PemPair(settings).read(certificate.get(), key.get());
    }

    private OwnCertificate keystore() throws TlsException {
        if (!settings.certificate().isEmpty() || !settings.key().isEmpty()) {
            throw new TlsException(
                    keys.keystore(),
                    "is set beside " + keys.certificate().name() + " or "
                            + keys.key().name() + "; expected one of both",
                    "remove the keystore or the PEM files");
        }
        return new Pkcs12(settings).read(bytes(keys.keystore(), settings.keystore()));
    }

    private static void require(Key<String> key, String value) throws TlsException {
        if (value.isEmpty()) {
            throw new TlsException(
                    key,
                    "is empty, while other keys of TLS are set; expected a PEM file",
                    "name the file, or a PKCS#12 file as keystore, or remove the others");
        }
    }

    private List<X509Certificate> clientAuthorities() throws TlsException {
        boolean asks = settings.clientAuth() != ClientAuth.NONE;
        if (asks == settings.clientCa().isEmpty()) {
            throw asks
                    ? new TlsException(
                            keys.clientCa(),
                            "is empty, while clients are asked for a certificate; expected a PEM file",
                            "name the file with the authorities that sign your clients' certificates")
                    : new TlsException(
                            keys.clientCa(),
                            "is set, while clients are not asked for a certificate",
                            "set " + keys.clientAuth().name() + " to want or need, or remove it");
        }
        return asks ? trusted() : List.of();
    }

    private List<X509Certificate> trusted() throws TlsException {
        String text = text(keys.clientCa(), settings.clientCa());
        List<X509Certificate> trusted =
                new ArrayList<>(PemPair.certificates(keys.clientCa(), settings.clientCa(), text));
        trusted.addAll(moreTrusted);
        return trusted;
    }

    private String text(Key<String> key, String file) throws TlsException {
        return new String(bytes(key, file), StandardCharsets.ISO_8859_1);
    }

    private byte[] bytes(Key<String> key, String file) throws TlsException {
        Path path = home.resolve(file);
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            String seen = !Files.exists(path)
                    ? "there is no file " + path
                    : Files.isDirectory(path)
                            ? path + " is a folder"
                            : "file " + path + " cannot be read ("
                                    + e.getClass().getSimpleName() + ")";
            throw new TlsException(
                    key, seen, "correct the path, or give the user that Serai runs as the right to read it");
        }
    }

    /** Something that is wrong with the certificate itself, at the key that leads to it. */
    TlsProblem certificateProblem(String message, String hint) {
        return new TlsProblem(settings.keystore().isEmpty() ? keys.certificate() : keys.keystore(), message, hint);
    }

    /** A hash of what stands in all the files; a file that cannot be read counts as one content, too. */
    String contentHash() {
        MessageDigest hash = sha256();
        Stream.of(settings.certificate(), settings.key(), settings.keystore(), settings.clientCa())
                .filter(file -> !file.isEmpty())
                .forEach(file -> hash.update(sha256().digest(content(file))));
        return HexFormat.of().formatHex(hash.digest());
    }

    private byte[] content(String file) {
        try {
            return Files.readAllBytes(home.resolve(file));
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
