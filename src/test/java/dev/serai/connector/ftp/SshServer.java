package dev.serai.connector.ftp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Apache MINA SSHD with SFTP, whose host key is known, and a user who may log in by password or by key. */
final class SshServer extends FileServer {

    private String hostKey = "";

    SshServer() {
        super("sftp", "sftp");
    }

    @Override
    void prepare() throws IOException {
        KeyPair host = pair();
        writePrivate(host, folder().resolve("host.key"));
        hostKey = openSsh(host);
        Files.writeString(knownHosts(), "[127.0.0.1]:" + port() + " " + hostKey + "\n");
        KeyPair user = pair();
        writePrivate(user, userKey());
        Files.writeString(folder().resolve("authorized_keys"), openSsh(user) + " ada\n");
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static void writePrivate(KeyPair pair, Path file) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded());
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    }

    /** The public key as known_hosts and authorized_keys have it (RFC 4253, 6.6). */
    private static String openSsh(KeyPair pair) throws IOException {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (byte[] part : new byte[][] {
            "ssh-rsa".getBytes(StandardCharsets.US_ASCII),
            key.getPublicExponent().toByteArray(),
            key.getModulus().toByteArray()
        }) {
            out.writeInt(part.length);
            out.write(part);
        }
        return "ssh-rsa " + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    Path knownHosts() {
        return folder().resolve("known_hosts");
    }

    Path userKey() {
        return folder().resolve("user.key");
    }

    /** A file of host keys in which another server has this one's place. */
    Path strangersHosts() throws IOException {
        Path file = folder().resolve("strangers");
        Files.writeString(file, "[127.0.0.1]:" + port() + " " + openSsh(pair()) + "\n");
        return file;
    }

    @Override
    String[] arguments() {
        return new String[] {
            String.valueOf(port()),
            files().toString(),
            USER,
            PASSWORD,
            folder().resolve("host.key").toString(),
            folder().resolve("authorized_keys").toString()
        };
    }

    @Override
    public Map<String, String> parameters() {
        return new HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                String.valueOf(port()),
                "user",
                USER,
                "password",
                PASSWORD,
                "known-hosts",
                knownHosts().toString(),
                "reconnect-attempts",
                "0"));
    }

    @Override
    public String saysWrongCredentials() {
        return "(?i)auth fail";
    }
}
