package dev.serai.foundation.tls;

import dev.serai.foundation.settings.Key;
import dev.serai.foundation.settings.PortTls;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a certificate chain and a private key from PEM texts. */
final class PemPair {

    private final PortTls settings;
    private final Key<String> place;

    PemPair(PortTls settings) {
        this.settings = settings;
        this.place = settings.keys().key();
    }

    OwnCertificate read(String certificates, String key) throws TlsException {
        List<X509Certificate> chain = certificates(settings.keys().certificate(), settings.certificate(), certificates);
        return new OwnCertificate(belonging(privateKey(key), chain), chain).checked(place);
    }

    /** The certificates of a PEM text, of which there must be one at least. */
    static List<X509Certificate> certificates(Key<String> place, String file, String text) throws TlsException {
        List<PemBlock> blocks = PemBlock.all(text);
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (PemBlock block :
                    blocks.stream().filter(PemBlock::isCertificate).toList()) {
                found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.content())));
            }
        } catch (GeneralSecurityException e) {
            throw new TlsException(
                    place,
                    "certificate " + (found.size() + 1) + " of " + file + " cannot be read (" + e.getMessage() + ")",
                    "copy the file again, from where it was issued");
        }
        if (found.isEmpty()) {
            throw new TlsException(
                    place,
                    file + " holds no certificate, but " + labels(blocks) + "; expected PEM with BEGIN CERTIFICATE",
                    "name the file with the certificate; a binary one becomes PEM with: openssl x509 -inform der");
        }
        return found;
    }

    /** The key of the first certificate. The usual mistake is a chain in the wrong order. */
    private PrivateKey belonging(PemBlock block, List<X509Certificate> chain) throws TlsException {
        for (int i = 0; i < chain.size(); i++) {
            Optional<PrivateKey> key = PrivateKeys.belonging(block, chain.get(i).getPublicKey());
            if (key.isPresent() && i > 0) {
                throw foreign(chain, "it belongs to certificate " + (i + 1) + " of the file; put that one first");
            }
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw foreign(chain, "name the key that the certificate was made with");
    }

    private TlsException foreign(List<X509Certificate> chain, String hint) {
        return new TlsException(
                place,
                settings.key() + " holds no key that belongs to the certificate "
                        + chain.get(0).getSubjectX500Principal().getName(),
                hint);
    }

    private PemBlock privateKey(String text) throws TlsException {
        List<PemBlock> blocks = PemBlock.all(text);
        PemBlock block = blocks.stream()
                .filter(PemBlock::isPrivateKey)
                .findFirst()
                .orElseThrow(() -> new TlsException(
                        place,
                        settings.key() + " holds no private key, but " + labels(blocks)
                                + "; expected PEM with BEGIN PRIVATE KEY",
                        "name the file with the key"));
        if (block.oldEncryption()) {
            throw new TlsException(
                    place,
                    settings.key() + " is encrypted in OpenSSL's old form; expected PKCS#8",
                    "convert it with: openssl pkcs8 -topk8 -in OLD -out NEW");
        }
        return block.label().startsWith("ENCRYPTED") ? decrypted(block) : block;
    }

    private PemBlock decrypted(PemBlock block) throws TlsException {
        Key<?> password = settings.keys().keyPassword();
        if (settings.keyPassword().value().isEmpty()) {
            throw new TlsException(
                    password,
                    "is empty, while " + settings.key() + " is encrypted",
                    "set it, to a reference such as {{env:NAME}} or {{file:/path}}");
        }
        try {
            return PrivateKeys.decrypted(block, settings.keyPassword().value());
        } catch (GeneralSecurityException e) {
            throw new TlsException(
                    password, "the password does not open " + settings.key(), "set the one the key was encrypted with");
        }
    }

    private static String labels(List<PemBlock> blocks) {
        return blocks.isEmpty()
                ? "no PEM at all"
                : blocks.stream().map(PemBlock::label).distinct().collect(Collectors.joining(", "));
    }
}
