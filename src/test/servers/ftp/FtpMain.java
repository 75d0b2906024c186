import java.io.File;
import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.Authority;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.listener.nio.NioListener;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.TransferRatePermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.apache.mina.transport.socket.SocketAcceptor;

/** FTP, with AUTH TLS, at one port; with TLS from the first byte at another. Arguments: port, port, folder, user, password, key store. */
public final class FtpMain {

    /** Bytes in a second, for a user whose transfers can be broken off in the middle. */
    private static final int SLOW = 500_000;

    private FtpMain() {}

    public static void main(String[] arguments) throws Exception {
        FtpServerFactory server = new FtpServerFactory();
        ConnectionConfigFactory connections = new ConnectionConfigFactory();
        connections.setMaxLogins(100);
        connections.setMaxThreads(20);
        connections.setLoginFailureDelay(0);
        server.setConnectionConfig(connections.createConnectionConfig());
        WritePermission write = new WritePermission();
        server.getUserManager().save(user(arguments, arguments[3], write));
        server.getUserManager().save(user(arguments, "snail", write, new TransferRatePermission(SLOW, SLOW)));
        server.addListener("default", listener(Integer.parseInt(arguments[0]), false, arguments[5]).createListener());
        server.addListener("implicit", listener(Integer.parseInt(arguments[1]), true, arguments[5]).createListener());
        server.createServer().start();
        for (Listener listener : server.getListeners().values()) {
            answersAtOnce(listener);
        }
    }

    /** As other servers do. Otherwise the second of two answers waits for the first one's receipt, which a client sends after 40 ms. */
    private static void answersAtOnce(Listener listener) throws ReflectiveOperationException {
        Field acceptor = NioListener.class.getDeclaredField("acceptor");
        acceptor.setAccessible(true);
        ((SocketAcceptor) acceptor.get(listener)).getSessionConfig().setTcpNoDelay(true);
    }

    private static BaseUser user(String[] arguments, String name, Authority... authorities) {
        BaseUser user = new BaseUser();
        user.setName(name);
        user.setPassword(arguments[4]);
        user.setHomeDirectory(arguments[2]);
        user.setAuthorities(List.of(authorities));
        return user;
    }

    /**
     * Some of its own, below those that the kernel gives to clients: a connection that the server ends keeps its port for a minute, and thousands of files
     * would leave none for anybody else.
     */
    private static String dataPorts() {
        int first = ThreadLocalRandom.current().nextInt(12_000, 19_000);
        return first + "-" + (first + 700);
    }

    private static ListenerFactory listener(int port, boolean implicit, String keys) {
        SslConfigurationFactory tls = new SslConfigurationFactory();
        tls.setKeystoreFile(new File(keys));
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword("changeit");
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setPassiveAddress("127.0.0.1");
        data.setPassivePorts(dataPorts());
        data.setImplicitSsl(implicit);
        data.setSslConfiguration(tls.createSslConfiguration());
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(port);
        listener.setImplicitSsl(implicit);
        listener.setSslConfiguration(tls.createSslConfiguration());
        listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        return listener;
    }
}
