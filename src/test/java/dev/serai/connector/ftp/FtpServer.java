package dev.serai.connector.ftp;

import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Apache FtpServer, reached in clear text or with TLS. */
final class FtpServer extends FileServer {

    /** A user, with the same password, whose transfers are slow. */
    static final String SNAIL = "snail";

    private final boolean encrypted;
    private final int implicit = Ports.free();

    private FtpServer(boolean encrypted) {
        super(encrypted ? "ftps" : "ftp", "ftp");
        this.encrypted = encrypted;
    }

    /** Reached in clear text. */
    static FtpServer clear() {
        return new FtpServer(false);
    }

    /** Reached in clear text until it was asked for TLS. */
    static FtpServer encrypted() {
        return new FtpServer(true);
    }

    @Override
    void prepare() {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String keys = folder().resolve("keys.p12").toString();
        run(List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "ftp",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys,
                "-storepass",
                "changeit",
                "-validity",
                "30"));
        run(List.of(
                keytool,
                "-exportcert",
                "-rfc",
                "-alias",
                "ftp",
                "-keystore",
                keys,
                "-storepass",
                "changeit",
                "-file",
                authority().toString()));
    }

    private void run(List<String> words) {
        ServerProcess.Command.atPort("keytool", words, folder(), 0).run();
    }

    /** The certificate to trust. */
    Path authority() {
        return folder().resolve("authority.pem");
    }

    @Override
    String[] arguments() {
        return new String[] {
            String.valueOf(port()),
            String.valueOf(implicit),
            files().toString(),
            USER,
            PASSWORD,
            folder().resolve("keys.p12").toString()
        };
    }

    /** Where it is reached with TLS from the first byte. */
    int implicitPort() {
        return implicit;
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                String.valueOf(port()),
                "user",
                USER,
                "password",
                PASSWORD,
                "reconnect-attempts",
                "0"));
        if (encrypted) {
            parameters.put("authorities", authority().toString());
            parameters.put("implicit", "false");
            parameters.put("protocol", "TLSv1.2");
        }
        return parameters;
    }

    @Override
    public String saysWrongCredentials() {
        return "530|Cannot login";
    }
}
