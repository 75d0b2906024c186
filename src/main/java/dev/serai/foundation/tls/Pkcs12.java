package dev.serai.foundation.tls;

import dev.serai.foundation.settings.Key;
import dev.serai.foundation.settings.PortTls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads the one private key of a PKCS#12 file, with its certificates. */
final class Pkcs12 {

    private final PortTls settings;
    private final Key<String> place;
    private final char[] password;

    Pkcs12(PortTls settings) {
        this.settings = settings;
        this.place = settings.keys().keystore();
        this.password = settings.keystorePassword().value().toCharArray();
    }

    OwnCertificate read(byte[] content) throws TlsException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            String alias = onlyKey(store);
            List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                    .map(X509Certificate.class::cast)
                    .toList();
            return new OwnCertificate((PrivateKey) store.getKey(alias, password), chain).checked(place);
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword();
        } catch (IOException | GeneralSecurityException e) {
            throw e.getCause() instanceof UnrecoverableKeyException ? wrongPassword() : unreadable(e);
        }
    }

    private String onlyKey(KeyStore store) throws GeneralSecurityException, TlsException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new TlsException(
                    place,
                    settings.keystore() + " holds " + (keys.isEmpty() ? "no private key" : "the private keys " + keys)
                            + "; expected exactly one",
                    "export the one of this port into a file of its own, with: keytool -importkeystore");
        }
        return keys.get(0);
    }

    private TlsException wrongPassword() {
        return new TlsException(
                settings.keys().keystorePassword(),
                "the password does not open " + settings.keystore(),
                "set the one the file was made with");
    }

    private TlsException unreadable(Exception e) {
        return new TlsException(
                place,
                settings.keystore() + " cannot be read as PKCS#12 ("
                        + e.getClass().getSimpleName() + ")",
                "convert an old keystore with: keytool -importkeystore -deststoretype pkcs12");
    }
}
