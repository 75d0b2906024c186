package dev.serai.engine.enterprise.http;

import dev.serai.foundation.settings.HttpSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP side of one version: its own Vert.x router, its paths, and the requests it has not answered yet. */
public final class HttpVersion {

    private static final Logger LOG = LoggerFactory.getLogger(HttpVersion.class);
    private static final int INTERNAL_ERROR = 500;

    static final String ROUTER = "platform-http-router-0";

    private final String integration;
    private final Vertx vertx;
    private final Router router;
    private final ExecutorService workers;
    private final HttpSettings settings;
    private final Path uploads;
    private final int port;
    private final List<HttpPath> paths = new CopyOnWriteArrayList<>();
    private final Answers answers = new Answers();
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean retired;

    HttpVersion(
            String integration, Vertx vertx, ExecutorService workers, HttpSettings settings, Path uploads, int port) {
        this.integration = integration;
        this.vertx = vertx;
        this.workers = workers;
        this.settings = settings;
        this.uploads = uploads;
        this.port = port;
        this.router = Router.router(vertx);
        router.route()
                .handler(context -> {
                    long began = System.nanoTime();
                    context.addEndHandler(ended -> {
                        answers.count(
                                System.nanoTime() - began, context.response().getStatusCode(), ended.failed());
                        leave();
                    });
                    context.next();
                })
                .failureHandler(this::answerFailure);
    }

    private void answerFailure(RoutingContext context) {
        Refusal refusal = Refusal.failed(context.statusCode());
        if (refusal.status() == INTERNAL_ERROR) {
            LOG.warn(
                    "{} could not answer {} {}",
                    integration,
                    context.request().method(),
                    context.request().path(),
                    context.failure());
        }
        refusal.answer(context.request());
        if (!context.response().ended()) {
            context.request().connection().close();
        }
    }

    /** Puts this version's router behind the context's platform-http component; to be called before the context is initialised. */
    public void attach(CamelContext context) {
        context.getRegistry().bind("vertx", vertx);
        context.getRegistry().bind(ROUTER, new VersionRouter(vertx, router, settings, uploads));
        context.getRegistry()
                .bind(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME, new HttpEngine(this, workers, port));
        PlatformHttpComponent component = new PlatformHttpComponent();
        component.setHeaderFilterStrategy(new EdgeHeaderFilter());
        context.addComponent(PlatformHttpConstants.PLATFORM_HTTP_COMPONENT_NAME, component);
    }

    public String integration() {
        return integration;
    }

    public List<HttpPath> paths() {
        return List.copyOf(paths);
    }

    void add(HttpPath path) {
        paths.add(path);
    }

    void remove(HttpPath path) {
        paths.remove(path);
    }

    /** Counts the request in, unless this version was retired in between. */
    boolean enter() {
        inFlight.incrementAndGet();
        if (retired) {
            leave();
            return false;
        }
        return true;
    }

    void handle(HttpServerRequest request) {
        router.handle(request);
    }

    private void leave() {
        inFlight.decrementAndGet();
    }

    /** Requests that this version took and that are not answered yet. */
    public int inFlight() {
        return inFlight.get();
    }

    /** What this version answered so far. */
    public AnswerCounts answers() {
        return answers.counts();
    }

    /** From now on no request enters; to be called after another version took its place. */
    public void retire() {
        retired = true;
    }

    /**
     * Waits until every request is answered.
     *
     * @return false when the deadline passed first
     */
    public boolean awaitAnswered(Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (inFlight.get() > 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return true;
    }

    /** Forgets all routes, so that nothing keeps the version's classes alive. */
    public void close() {
        router.clear();
        paths.clear();
    }
}
