package dev.serai.connector.ftp;

import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Apache FtpServer, reached in clear text or by one of the ways of TLS. */
final class FtpServer extends FileServer {

    /** How it is reached. */
    enum Way {
        CLEAR,
        EXPLICIT,
        IMPLICIT
    }

    /** A user, with the same password, whose transfers are slow. */
    static final String SNAIL = "snail";

    private final Way way;
    private final int implicit = Ports.free();

    FtpServer(Way way) {
        super("ftp");
        this.way = way;
    }

    @Override
    public String connector() {
        return way == Way.CLEAR ? "ftp" : "ftps";
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
            String.valueOf(super.port()),
            String.valueOf(implicit),
            files().toString(),
            USER,
            PASSWORD,
            folder().resolve("keys.p12").toString()
        };
    }

    int implicitPort() {
        return implicit;
    }

    @Override
    public int port() {
        return way == Way.IMPLICIT ? implicit : super.port();
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
        if (way != Way.CLEAR) {
            parameters.put("authorities", authority().toString());
            parameters.put("implicit", String.valueOf(way == Way.IMPLICIT));
            parameters.put("protocol", "TLSv1.2");
        }
        return parameters;
    }

    @Override
    public String saysWrongCredentials() {
        return "530|Cannot login";
    }
}
