package dev.serai.adapter.legacy.ibmi;

import com.ibm.as400.access.AS400;
import com.ibm.as400.access.AS400SecurityException;
import com.ibm.as400.access.SecureAS400;
import com.ibm.as400.access.SocketProperties;
import java.beans.PropertyVetoException;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.camel.component.jt400.Jt400Configuration;

/** One IBM i with the login of a connection. */
public final class IbmISystem implements Callable<String> {

    private String host = "";
    private String user = "";
    private String password = "";
    private boolean tls;
    private int timeout;

    public void setHost(String host) {
        this.host = host;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public void setTls(boolean tls) {
        this.tls = tls;
    }

    public void setTimeout(int millis) {
        this.timeout = millis;
    }

    String host() {
        return host;
    }

    void signIn(Jt400Configuration endpoint) {
        endpoint.setUserID(user);
        endpoint.setPassword(password);
        endpoint.setSecured(tls);
    }

    SocketProperties sockets() {
        SocketProperties sockets = new SocketProperties();
        sockets.setLoginTimeout(timeout);
        return sockets;
    }

    /** Signs on with a connection of its own that ends with the question. */
    @Override
    public String call() throws AS400SecurityException, IOException, PropertyVetoException {
        AS400 system = tls
                ? new SecureAS400(host, user, password.toCharArray())
                : new AS400(host, user, password.toCharArray());
        try {
            system.setGuiAvailable(false);
            system.setSocketProperties(sockets());
            system.connectService(AS400.SIGNON);
            return "version " + system.getVersion() + " release " + system.getRelease();
        } finally {
            system.disconnectAllServices();
        }
    }
}
