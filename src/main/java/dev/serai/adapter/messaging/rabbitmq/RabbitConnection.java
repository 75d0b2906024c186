package dev.serai.adapter.messaging.rabbitmq;

import dev.serai.adapter.messaging.Authorities;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/** The TCP connection that all integrations share, made again when it breaks. Senders are told what became of each message. */
public final class RabbitConnection extends CachingConnectionFactory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RabbitConnection.class);

    private final ExecutorService threads = Executors.newCachedThreadPool(RabbitConnection::thread);
    private String brokers = "";
    private boolean tls;
    private String authorities = "";

    public RabbitConnection() {
        setPublisherConfirmType(ConfirmType.CORRELATED);
        setPublisherReturns(true);
        setExecutor(threads);
        getRabbitConnectionFactory().setThreadFactory(RabbitConnection::thread);
    }

    /** Its threads outlive the integration that happened to be the first: they must not hold its classes. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "rabbitmq");
        thread.setContextClassLoader(RabbitConnection.class.getClassLoader());
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, failure) -> LOG.debug("a channel was not given back", failure));
        return thread;
    }

    /** Name under which the broker lists the connection. */
    public void setName(String name) {
        setConnectionNameStrategy(factory -> "serai " + name);
    }

    /** Brokers as host:port, separated by commas. */
    public void setBrokers(String brokers) {
        this.brokers = brokers;
        setAddresses(brokers);
    }

    public String getBrokers() {
        return brokers;
    }

    public void setTls(boolean tls) {
        this.tls = tls;
        secure();
    }

    /** PEM file with the certificates that are trusted in place of the JDK's. */
    public void setAuthorities(String authorities) {
        this.authorities = authorities;
        secure();
    }

    /** Milliseconds that connecting, and each question to the broker, may take. */
    public void setPatience(int patience) {
        setConnectionTimeout(patience);
        getRabbitConnectionFactory().setHandshakeTimeout(patience);
        getRabbitConnectionFactory().setChannelRpcTimeout(patience);
    }

    private void secure() {
        if (tls) {
            getRabbitConnectionFactory().useSslProtocol(Authorities.trusting(authorities));
            getRabbitConnectionFactory().enableHostnameVerification();
        }
    }

    @Override
    public void close() {
        destroy();
        threads.shutdown();
    }
}
