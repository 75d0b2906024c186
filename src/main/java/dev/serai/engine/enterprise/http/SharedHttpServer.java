package dev.serai.engine.enterprise.http;

import dev.serai.foundation.settings.HttpSettings;
import dev.serai.foundation.tls.ServerTls;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one HTTP server behind which the routes of all integrations stand. */
public final class SharedHttpServer implements AutoCloseable {

    private static final int ACCEPT_BACKLOG = 16_384;
    private static final int MAX_HEADER_SIZE = 32 * 1024;

    private final HttpSettings settings;
    private final Path uploads;
    private final Vertx vertx;
    private final HttpServer server;
    private final Dispatcher dispatcher = new Dispatcher();
    private final ExecutorService workers;

    private SharedHttpServer(HttpSettings settings, Path uploads, Optional<ServerTls> tls) {
        this.settings = settings;
        this.uploads = uploads;
        this.workers = RouteExecutor.create(settings.maxThreads());
        this.vertx = Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        HttpServerOptions options = new HttpServerOptions()
                .setAcceptBacklog(ACCEPT_BACKLOG)
                .setMaxHeaderSize(MAX_HEADER_SIZE)
                .setCompressionSupported(false)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true);
        tls.ifPresent(port -> HttpTls.prepare(options, port));
        this.server = vertx.createHttpServer(options)
                .connectionHandler(connection -> StrictRequestDecoder.install(connection, options))
                .requestHandler(dispatcher)
                .invalidRequestHandler(dispatcher::refuseInvalid);
    }

    /** Opens the port for plain HTTP. */
    public static SharedHttpServer open(HttpSettings settings, Path uploads) throws IOException {
        return open(settings, uploads, Optional.empty());
    }

    /**
     * Opens the port.
     *
     * @param uploads folder for the parts of multipart requests while they are processed
     * @param tls the port's certificate; empty for plain HTTP
     * @throws IOException when the port cannot be had; the message says what to do
     */
    public static SharedHttpServer open(HttpSettings settings, Path uploads, Optional<ServerTls> tls)
            throws IOException {
        SharedHttpServer shared = new SharedHttpServer(settings, uploads, tls);
        try {
            shared.server
                    .listen(settings.port(), settings.host())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
            return shared;
        } catch (ExecutionException | TimeoutException e) {
            shared.close();
            throw new IOException(
                    "HTTP port %s:%d cannot be opened (%s); free it, or choose another with --port or serai.http.port"
                            .formatted(settings.host(), settings.port(), reason(e)),
                    e);
        } catch (InterruptedException e) {
            shared.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while opening the HTTP port", e);
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    public int port() {
        return server.actualPort();
    }

    public Vertx vertx() {
        return vertx;
    }

    public Dispatcher dispatcher() {
        return dispatcher;
    }

    /** A new, still unreachable set of HTTP routes for one version of an integration. */
    public HttpVersion version(String integration) {
        return new HttpVersion(integration, vertx, workers, settings, uploads, port());
    }

    @Override
    public void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        workers.shutdownNow();
    }
}
