package dev.serai.foundation.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a PEM file that a connection names holds: certificates, a private key, or both. */
public final class PemFile {

    private final List<PemBlock> blocks;
    private final List<X509Certificate> certificates;

    private PemFile(List<PemBlock> blocks, List<X509Certificate> certificates) {
        this.blocks = blocks;
        this.certificates = certificates;
    }

    /** @throws GeneralSecurityException when it cannot be read, or a certificate in it is none */
    public static PemFile read(Path file) throws GeneralSecurityException {
        List<PemBlock> blocks = blocks(file);
        return new PemFile(blocks, certificates(blocks));
    }

    private static List<PemBlock> blocks(Path file) throws GeneralSecurityException {
        try {
            return PemBlock.all(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new GeneralSecurityException(
                    file + " cannot be read as PEM; check the path and the permissions of Serai's user", e);
        }
    }

    private static List<X509Certificate> certificates(List<PemBlock> blocks) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> found = new ArrayList<>();
        for (PemBlock block : blocks) {
            if (block.isCertificate()) {
                found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.content())));
            }
        }
        return found;
    }

    /** In the order of the file. */
    public List<X509Certificate> certificates() {
        return List.copyOf(certificates);
    }

    public boolean holdsKey() {
        return blocks.stream().anyMatch(PemBlock::isPrivateKey);
    }

    /** Its first private key; empty when that is encrypted, or of another certificate. */
    public Optional<PrivateKey> keyOf(X509Certificate certificate) {
        return blocks.stream()
                .filter(PemBlock::isPrivateKey)
                .findFirst()
                .flatMap(block -> PrivateKeys.belonging(block, certificate.getPublicKey()));
    }
}
