package dev.serai.management.security.audit;

import dev.serai.foundation.OwnerFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The private Ed25519 key that seals the log. It stands in the log's folder, readable by its owner alone, with the public one beside it. */
final class SealKey {

    static final String FILE = "key";
    static final String PUBLIC_FILE = "key.pub";

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final PrivateKey key;

    private SealKey(PrivateKey key) {
        this.key = key;
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    static SealKey read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            byte[] encoded = decode(Files.readString(file));
            return new SealKey(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " holds no Ed25519 key; bring it back from a backup", e);
        }
    }

    /** Makes a key pair and writes it. */
    static SealKey create(Path folder) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            OwnerFile.write(
                    folder.resolve(PUBLIC_FILE), pem("PUBLIC", pair.getPublic().getEncoded()));
            OwnerFile.write(
                    folder.resolve(FILE), pem("PRIVATE", pair.getPrivate().getEncoded()));
            return new SealKey(pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 15 up has Ed25519", e);
        }
    }

    byte[] sign(byte[] bytes, int from, int to) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(bytes, from, to - from);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the audit log's key cannot sign", e);
        }
    }

    /** The key itself, to derive others from. */
    byte[] encoded() {
        return key.getEncoded();
    }

    static byte[] decode(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static byte[] pem(String kind, byte[] encoded) {
        String text = "-----BEGIN " + kind + " KEY-----\n" + LINES.encodeToString(encoded) + "\n-----END " + kind
                + " KEY-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
