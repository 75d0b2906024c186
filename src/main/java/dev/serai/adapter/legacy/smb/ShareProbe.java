package dev.serai.adapter.legacy.smb;

import com.hierynomus.smbj.SMBClient;
import com.hierynomus.smbj.SmbConfig;
import com.hierynomus.smbj.auth.AuthenticationContext;
import com.hierynomus.smbj.connection.Connection;
import com.hierynomus.smbj.session.Session;
import com.hierynomus.smbj.share.Share;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Logs in to a share and out again. */
public final class ShareProbe implements Callable<Boolean> {

    private static final int PATIENCE_SECONDS = 10;

    private String host = "";
    private int port;
    private String share = "";
    private String domain = "";
    private String user = "";
    private String password = "";

    public void setHost(String host) {
        this.host = host;
    }

    public void setPort(int port) {
        this.port = port;
    }

    public void setShare(String share) {
        this.share = share;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** @throws IOException when the server cannot be reached; a RuntimeException of the library when it refuses the login or the share */
    @Override
    public Boolean call() throws IOException {
        SmbConfig limits = SmbConfig.builder()
                .withTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .withSoTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .build();
        try (SMBClient client = new SMBClient(limits);
                Connection connection = client.connect(host, port);
                Session session = connection.authenticate(
                        new AuthenticationContext(user, password.toCharArray(), domain.isEmpty() ? null : domain));
                Share opened = session.connectShare(share)) {
            return opened.isConnected();
        }
    }
}
