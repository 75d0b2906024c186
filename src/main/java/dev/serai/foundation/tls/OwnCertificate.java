package dev.serai.foundation.tls;

import dev.serai.foundation.settings.Key;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.List;

/** A private key with the certificate it belongs to, and those that signed it. */
record OwnCertificate(PrivateKey key, List<X509Certificate> chain) {

    private static final int SHORTEST_RSA = 2048;

    /**
     * Checks that the key is long enough.
     *
     * @param place the setting that leads to it
     */
    OwnCertificate checked(Key<?> place) throws TlsException {
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
            throw new TlsException(
                    place,
                    "the RSA key has " + rsa.getModulus().bitLength() + " bits; expected " + SHORTEST_RSA + " or more",
                    "make a new key, for example with: openssl ecparam -name prime256v1 -genkey");
        }
        return this;
    }
}
