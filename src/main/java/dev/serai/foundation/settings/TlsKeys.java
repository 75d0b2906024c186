package dev.serai.foundation.settings;

import java.util.List;

/**
 * The keys of one port's TLS, such as {@code serai.http.tls.*}.
 *
 * @param port the port's name in the configuration, such as {@code serai.http}
 * @param certificate file with the certificate chain
 * @param key file with the private key
 * @param keyPassword opens the private key
 * @param keystore file with both
 * @param keystorePassword opens that file
 * @param clientAuth whether clients are asked for a certificate
 * @param clientCa file with the authorities whose clients are trusted
 */
public record TlsKeys(
        String port,
        Key<String> certificate,
        Key<String> key,
        Key<Secret> keyPassword,
        Key<String> keystore,
        Key<Secret> keystorePassword,
        Key<ClientAuth> clientAuth,
        Key<String> clientCa) {

    /** The keys below a port's name. */
    static TlsKeys of(String port) {
        String tls = port + ".tls.";
        return new TlsKeys(
                port,
                Key.of(
                        tls + "certificate",
                        Kind.TEXT,
                        "",
                        "PEM file with the certificate of the port, then those that signed it",
                        "Empty, and no keystore: the port speaks plain HTTP. A changed file is taken without a restart"),
                Key.of(
                        tls + "key",
                        Kind.TEXT,
                        "",
                        "PEM file with the private key of that certificate",
                        "PKCS#8, PKCS#1 or SEC 1; relative paths start at the home folder"),
                Key.of(
                        tls + "key-password",
                        Kind.SECRET,
                        "",
                        "Password of an encrypted PKCS#8 key",
                        "Empty when the key is not encrypted"),
                Key.of(
                        tls + "keystore",
                        Kind.TEXT,
                        "",
                        "PKCS#12 file with certificate and key, instead of the two PEM files",
                        "It must hold exactly one private key"),
                Key.of(
                        tls + "keystore-password",
                        Kind.SECRET,
                        "",
                        "Password of that file and of the key in it",
                        "Read at start: a new keystore must open with the same one"),
                Key.of(
                        tls + "client-auth",
                        Kind.choice(ClientAuth.class),
                        "none",
                        "Whether clients are asked for a certificate: none, want or need",
                        "need refuses the connection of a client without a trusted one, probes too"),
                Key.of(
                        tls + "client-ca",
                        Kind.TEXT,
                        "",
                        "PEM file with the authorities whose clients are trusted",
                        "Needed for want and need; the JDK's own authorities are never taken"));
    }

    List<Key<?>> all() {
        return List.of(certificate, key, keyPassword, keystore, keystorePassword, clientAuth, clientCa);
    }

    PortTls from(Values values) {
        return new PortTls(
                this,
                values.get(certificate),
                values.get(key),
                values.get(keyPassword),
                values.get(keystore),
                values.get(keystorePassword),
                values.get(clientAuth),
                values.get(clientCa));
    }
}
