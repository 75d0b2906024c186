package dev.serai.foundation.settings;

/**
 * TLS of one port; what each value means, its key says.
 *
 * @param keys where the values come from
 * @param certificate see {@link TlsKeys#certificate}
 * @param key see {@link TlsKeys#key}
 * @param keyPassword see {@link TlsKeys#keyPassword}
 * @param keystore see {@link TlsKeys#keystore}
 * @param keystorePassword see {@link TlsKeys#keystorePassword}
 * @param clientAuth see {@link TlsKeys#clientAuth}
 * @param clientCa see {@link TlsKeys#clientCa}
 */
public record PortTls(
        TlsKeys keys,
        String certificate,
        String key,
        Secret keyPassword,
        String keystore,
        Secret keystorePassword,
        ClientAuth clientAuth,
        String clientCa) {

    /** Whether anything is set that only makes sense with TLS. */
    public boolean isOn() {
        return !certificate.isEmpty()
                || !key.isEmpty()
                || !keystore.isEmpty()
                || !clientCa.isEmpty()
                || clientAuth != ClientAuth.NONE;
    }
}
