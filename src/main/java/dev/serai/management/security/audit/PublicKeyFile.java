package dev.serai.management.security.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;

/** The public key against which seals are checked. */
final class PublicKeyFile {

    private final PublicKey key;

    private PublicKeyFile(PublicKey key) {
        this.key = key;
    }

    static PublicKeyFile read(Path file) throws IOException {
        try {
            byte[] encoded = SealKey.decode(Files.readString(file));
            return new PublicKeyFile(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (NoSuchFileException e) {
            throw new IOException("the public key " + file + " is missing", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " holds no Ed25519 public key", e);
        }
    }

    boolean verifies(byte[] bytes, int from, int to, byte[] seal) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(bytes, from, to - from);
            return signature.verify(seal);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 15 up has Ed25519", e);
        }
    }
}
