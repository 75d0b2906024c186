package dev.serai.foundation.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * Makes a new key (P-256) and a certificate that it signs itself, in process: the JDK's {@code keytool} would take a process of its own, and
 * does not write PEM.
 */
public final class SelfSigned {

    private static final byte[] ECDSA_WITH_SHA256 =
            Der.sequence(new byte[] {0x06, 8, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 4, 3, 2});
    private static final byte[] SUBJECT_ALTERNATIVE_NAME = {0x06, 3, 0x55, 0x1D, 0x11};
    private static final byte[] VERSION_3 = Der.tagged(0xA0, new byte[] {Der.INTEGER, 1, 2});
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;
    private static final int SERIAL_BITS = 127;
    private static final Duration CLOCK_SLACK = Duration.ofHours(1);

    private SelfSigned() {}

    /**
     * @param subject the common name
     * @param hosts names and addresses that it is valid for; empty for a client
     * @param validity from now on
     */
    public static TlsIdentity create(String subject, List<String> hosts, Duration validity) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            byte[] content = content(new X500Principal("CN=" + subject), hosts, validity, pair);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(content);
            byte[] certificate = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
            return new TlsIdentity(pair.getPrivate(), List.of(parsed(certificate)), List.of());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot make a certificate with the curve P-256", e);
        }
    }

    private static byte[] content(X500Principal name, List<String> hosts, Duration validity, KeyPair pair) {
        Instant now = Instant.now();
        return Der.sequence(
                VERSION_3,
                Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom())),
                ECDSA_WITH_SHA256,
                name.getEncoded(),
                Der.sequence(Der.time(now.minus(CLOCK_SLACK)), Der.time(now.plus(validity))),
                name.getEncoded(),
                pair.getPublic().getEncoded(),
                hosts.isEmpty() ? new byte[0] : Der.tagged(0xA3, Der.sequence(names(hosts))));
    }

    private static byte[] names(List<String> hosts) {
        byte[][] names = hosts.stream().map(SelfSigned::name).toArray(byte[][]::new);
        return Der.sequence(SUBJECT_ALTERNATIVE_NAME, Der.octets(Der.sequence(names)));
    }

    private static byte[] name(String host) {
        boolean address = host.matches("[0-9.]+") || host.contains(":");
        try {
            return address
                    ? Der.tagged(IP_ADDRESS, InetAddress.getByName(host).getAddress())
                    : Der.tagged(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("host " + host + " is no address; expected one such as 10.0.0.7", e);
        }
    }

    private static X509Certificate parsed(byte[] certificate) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
    }
}
