package dev.serai.adapter.messaging.pulsar;

import dev.serai.foundation.ContextLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pulsar.client.api.AuthenticationFactory;
import org.apache.pulsar.client.api.ClientBuilder;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.jspecify.annotations.Nullable;

/** The client that all integrations share; it connects when it is first needed. Called, it asks whether the brokers answer. */
public final class PulsarConnection implements Callable<String>, AutoCloseable {

    /** A topic that nobody needs to have made: asking for its partitions makes none. */
    private static final String ASKED = "persistent://public/default/serai-probe";

    /** A slow route holds up those whose messages come over the same thread; a thread is made when it is first needed. */
    private static final int LISTENERS = 32;

    private String serviceUrl = "";
    private String token = "";
    private String authorities = "";
    private int timeout = 10_000;
    private @Nullable PulsarClient client;

    public void setServiceUrl(String serviceUrl) {
        this.serviceUrl = serviceUrl;
    }

    public void setToken(String token) {
        this.token = token;
    }

    /** PEM file with the certificates that are trusted in place of the JDK's. */
    public void setAuthorities(String authorities) {
        this.authorities = authorities;
    }

    /** Milliseconds that connecting, and each question to a broker, may take. */
    public void setTimeout(int timeout) {
        this.timeout = timeout;
    }

    synchronized PulsarClient client() throws Exception {
        PulsarClient made = client;
        if (made == null) {
            made = ContextLoader.of(PulsarConnection.class, this::make);
            client = made;
        }
        return made;
    }

    @SuppressWarnings("deprecation") // statistics in the log each minute have no other switch
    private PulsarClient make() throws PulsarClientException {
        ClientBuilder builder = PulsarClient.builder()
                .serviceUrl(serviceUrl)
                .connectionTimeout(timeout, TimeUnit.MILLISECONDS)
                .operationTimeout(timeout, TimeUnit.MILLISECONDS)
                .lookupTimeout(timeout, TimeUnit.MILLISECONDS)
                .listenerThreads(LISTENERS)
                .statsInterval(0, TimeUnit.SECONDS)
                .enableTlsHostnameVerification(true);
        if (!token.isEmpty()) {
            builder.authentication(AuthenticationFactory.token(token));
        }
        if (!authorities.isEmpty()) {
            builder.tlsTrustCertsFilePath(authorities);
        }
        return builder.build();
    }

    /** @throws IllegalStateException when no broker answers, or refuses the token */
    @Override
    public String call() throws Exception {
        try {
            client().getPartitionsForTopic(ASKED, false).get(patience(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | CompletionException e) {
            if (!isAnswer(deepest(e))) {
                throw failure(e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Pulsar at " + serviceUrl + " did not answer within " + patience() + " ms");
        }
        return serviceUrl;
    }

    /** The client gives up after its timeout and then knows why: it is given the time to say so. */
    private long patience() {
        return 2L * timeout;
    }

    /** That the topic is not there is said by a broker that is. */
    private static boolean isAnswer(Throwable failure) {
        return failure instanceof PulsarClientException.TopicDoesNotExistException
                || failure instanceof PulsarClientException.NotFoundException;
    }

    IllegalStateException failure(Throwable e) {
        return new IllegalStateException(
                "Pulsar at " + serviceUrl + " cannot be used: " + deepest(e).getMessage());
    }

    private static Throwable deepest(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    @Override
    public synchronized void close() throws PulsarClientException {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
