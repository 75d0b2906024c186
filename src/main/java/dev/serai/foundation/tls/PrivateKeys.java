package dev.serai.foundation.tls;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads private keys in the forms that OpenSSL writes, and tells whether one belongs to a certificate. */
final class PrivateKeys {

    private static final String PBES2 = "1.2.840.113549.1.5.13";

    private PrivateKeys() {}

    /**
     * Reads a key that is not encrypted.
     *
     * @param owner the public key it should belong to; it says of which kind the old forms are
     * @return empty when it does not belong to it
     */
    static Optional<PrivateKey> belonging(PemBlock block, PublicKey owner) {
        try {
            byte[] pkcs8 = block.label().equals("PRIVATE KEY") ? block.content() : wrapped(block.content(), owner);
            PrivateKey key =
                    KeyFactory.getInstance(owner.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return Optional.of(key).filter(own -> belongTogether(own, owner));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** PKCS#1 and SEC 1 lack what PKCS#8 has in front: which algorithm, and which curve. The certificate says both. */
    private static byte[] wrapped(byte[] old, PublicKey owner) {
        return Der.sequence(Der.zero(), Der.firstInside(owner.getEncoded()), Der.octets(old));
    }

    /** Opens an encrypted PKCS#8 key. */
    static PemBlock decrypted(PemBlock block, String password) throws GeneralSecurityException {
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(block.content());
            AlgorithmParameters parameters = info.getAlgParameters();
            boolean modern =
                    info.getAlgName().equals(PBES2) || info.getAlgName().equals("PBES2");
            String algorithm = modern && parameters != null ? parameters.toString() : info.getAlgName();
            Cipher cipher = Cipher.getInstance(algorithm);
            PBEKeySpec secret = new PBEKeySpec(password.toCharArray());
            cipher.init(
                    Cipher.DECRYPT_MODE, SecretKeyFactory.getInstance(algorithm).generateSecret(secret), parameters);
            return new PemBlock("PRIVATE KEY", info.getKeySpec(cipher).getEncoded(), false);
        } catch (IOException e) {
            throw new InvalidKeyException("not an encrypted PKCS#8 key", e);
        }
    }

    private static boolean belongTogether(PrivateKey key, PublicKey owner) {
        if (key instanceof RSAKey one && owner instanceof RSAKey other) {
            return one.getModulus().equals(other.getModulus());
        }
        try {
            return verifies(key, owner, owner.getAlgorithm().equals("EC") ? "SHA256withECDSA" : owner.getAlgorithm());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Signs with the one and verifies with the other. */
    private static boolean verifies(PrivateKey key, PublicKey owner, String algorithm) throws GeneralSecurityException {
        byte[] anything = new byte[32];
        new SecureRandom().nextBytes(anything);
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(anything);
        byte[] signed = signature.sign();
        signature.initVerify(owner);
        signature.update(anything);
        return signature.verify(signed);
    }
}
