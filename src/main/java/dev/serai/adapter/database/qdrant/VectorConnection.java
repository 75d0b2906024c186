package dev.serai.adapter.database.qdrant;

import dev.serai.foundation.ContextLoader;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.QdrantGrpcClient;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The client that all integrations share; it connects when it is first needed. Called, it asks whether the server answers. */
public final class VectorConnection implements Callable<String>, AutoCloseable {

    private String host = "localhost";
    private int port = 6334;
    private String apiKey = "";
    private boolean tls;
    private String authorities = "";
    private Duration timeout = Duration.ofSeconds(5);
    private @Nullable QdrantClient client;

    public void setHost(String host) {
        this.host = host;
    }

    /** That of gRPC. */
    public void setPort(int port) {
        this.port = port;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public void setTls(boolean tls) {
        this.tls = tls;
    }

    /** PEM file with the certificates that are trusted in place of the JDK's. */
    public void setAuthorities(String authorities) {
        this.authorities = authorities;
    }

    /** Milliseconds that an answer may take. */
    public void setTimeout(int timeout) {
        this.timeout = Duration.ofMillis(timeout);
    }

    Duration timeout() {
        return timeout;
    }

    /** It is made without asking the server. */
    synchronized QdrantClient client() throws Exception {
        QdrantClient made = client;
        if (made == null) {
            made = ContextLoader.of(VectorConnection.class, this::make);
            client = made;
        }
        return made;
    }

    private QdrantClient make() throws IOException {
        ManagedChannel channel =
                Grpc.newChannelBuilderForAddress(host, port, credentials()).build();
        QdrantGrpcClient.Builder builder =
                QdrantGrpcClient.newBuilder(channel, true).withTimeout(timeout);
        if (!apiKey.isEmpty()) {
            builder.withApiKey(apiKey);
        }
        return new QdrantClient(builder.build());
    }

    private ChannelCredentials credentials() throws IOException {
        if (!tls) {
            return InsecureChannelCredentials.create();
        }
        return authorities.isEmpty()
                ? TlsChannelCredentials.create()
                : TlsChannelCredentials.newBuilder()
                        .trustManager(new File(authorities))
                        .build();
    }

    /** @throws IllegalStateException when the server does not answer, or refuses the key */
    @Override
    public String call() throws Exception {
        try {
            return client().listCollectionsAsync(timeout).get() + " at " + host;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Qdrant at " + host + ":" + port + ": " + told(e), e);
        }
    }

    private static String told(Throwable e) {
        StringBuilder told = new StringBuilder();
        for (Throwable each = e.getCause(); each != null; each = each.getCause()) {
            told.append(told.isEmpty() ? "" : ": ").append(each.getMessage());
        }
        return told.toString();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
