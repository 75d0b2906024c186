package dev.serai.management.lifecycle.deploy;

import dev.serai.engine.enterprise.http.HttpVersion;
import dev.serai.engine.enterprise.http.SharedHttpServer;
import dev.serai.foundation.settings.DeploySettings;
import dev.serai.management.lifecycle.store.StoredVersion;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a version up beside the one that runs and switches over. HTTP and services move in one step; what fetches from
 * outside is stopped in the old version, drained, and then started in the new: messages wait in their source.
 */
public final class Deployer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);
    private static final Duration DISCARD = Duration.ofSeconds(2);

    private final ContextFactory contexts;
    private final SharedHttpServer http;
    private final DeploySettings settings;
    private final StartGuard guard;
    private final Function<StoredVersion, Map<String, String>> properties;
    private final ExecutorService background = Executors.newCachedThreadPool(Deployer::named);

    /**
     * @param contexts builds the Camel Main of a version
     * @param http the server that all versions stand behind
     * @param settings deadlines
     * @param guard watches over starting code
     * @param properties what {@code {{key}}} resolves to in a version
     */
    public Deployer(
            ContextFactory contexts,
            SharedHttpServer http,
            DeploySettings settings,
            StartGuard guard,
            Function<StoredVersion, Map<String, String>> properties) {
        this.contexts = contexts;
        this.http = http;
        this.settings = settings;
        this.guard = guard;
        this.properties = properties;
    }

    /**
     * Builds and starts a version beside the one that runs; nothing reaches it yet.
     *
     * @throws DeploymentException when it cannot start; nothing of it is left
     */
    public RunningVersion prepare(StoredVersion stored) throws DeploymentException {
        return prepare(stored, version -> version.context().startPassive());
    }

    /**
     * The same for a version that is to take a share of the HTTP requests: its services do not answer yet, as only one version can. One that
     * answers no HTTP has no share to take, and is started as any other.
     *
     * @throws DeploymentException when it cannot start; nothing of it is left
     */
    public RunningVersion prepareShareable(StoredVersion stored) throws DeploymentException {
        return prepare(stored, version -> {
            version.context().startShareable();
            if (!version.answersHttp()) {
                version.context().startPassive();
            }
        });
    }

    private RunningVersion prepare(StoredVersion stored, Start start) throws DeploymentException {
        HttpVersion side = http.version(stored.version().name());
        IntegrationContext context = contexts.create(
                new ContextFactory.Content(
                        stored.version(), stored.bundle(), stored.classes(), properties.apply(stored)),
                (camel, version) -> side.attach(camel));
        RunningVersion running = new RunningVersion(stored, context, side);
        try {
            return guard.call("start " + running.label(), () -> {
                context.build();
                start.of(running);
                return running;
            });
        } catch (DeploymentException e) {
            discard(running);
            throw e;
        }
    }

    @FunctionalInterface
    private interface Start {
        void of(RunningVersion version) throws Exception;
    }

    /**
     * Lets a version that was prepared as shareable take a share of the HTTP requests. What fetches, and who answers services, stays with the
     * version that works.
     *
     * @param percent from 1 to 100
     */
    public void share(RunningVersion next, int percent) {
        http.dispatcher().share(next.http(), percent);
    }

    /**
     * Starts what a shareable version lacks before it can be switched to.
     *
     * @throws DeploymentException when that cannot start; what works goes on
     */
    public void complete(RunningVersion next) throws DeploymentException {
        guard.call("start " + next.label(), () -> {
            next.context().startPassive();
            return next;
        });
    }

    /** Gives the share back to the version that works; requests in flight are answered still. */
    public void takeBack(RunningVersion shared) {
        http.dispatcher().withdraw(shared.http());
        shared.http().retire();
        background.execute(() -> finish(shared));
    }

    /**
     * Makes the prepared version the one that works.
     *
     * @param before the version that worked until now; null when none did
     * @throws DeploymentException when the new one could not go on after the old one had stopped; the old one must be
     *     prepared and switched to again
     */
    public void switchOver(@Nullable RunningVersion before, RunningVersion next) throws DeploymentException {
        http.dispatcher().serve(next.http());
        if (before != null) {
            before.http().retire();
            drain(before);
        }
        try {
            guard.call("start " + next.label(), () -> {
                next.context().startActive();
                return next;
            });
        } catch (DeploymentException e) {
            http.dispatcher().withdraw(next.http());
            discard(next);
            if (before != null) {
                discard(before);
            }
            throw e;
        }
        if (before != null) {
            background.execute(() -> finish(before));
        }
    }

    /** Stops a version: nothing new reaches it, what is in flight may end within the deadline. */
    public void stop(RunningVersion running) {
        http.dispatcher().withdraw(running.http());
        running.http().retire();
        drain(running);
        finish(running);
    }

    /** Waits for old versions that still answer their last requests. */
    @Override
    public void close() {
        background.shutdown();
        try {
            if (!background.awaitTermination(settings.drain().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("old versions were still answering when the runtime stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain(RunningVersion running) {
        try {
            running.context().drainActive(running.drain(settings.drain()));
        } catch (Exception e) {
            LOG.warn("{} could not be drained; its exchanges in flight go back to their source", running.label(), e);
        }
    }

    private void finish(RunningVersion running) {
        Duration deadline = running.drain(settings.drain());
        try {
            if (!running.http().awaitAnswered(deadline)) {
                LOG.warn(
                        "{} still had {} HTTP requests in flight after {} ms; they are ended",
                        running.label(),
                        running.http().inFlight(),
                        deadline.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(running, deadline);
    }

    private static Thread named(Runnable task) {
        Thread thread = new Thread(task, "serai drain");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends a version that nothing reached. One whose start is stuck holds the locks that this needs: it is ended when it lets go. */
    public void discard(RunningVersion running) {
        running.http().retire();
        Future<?> ended = background.submit(() -> end(running, DISCARD));
        try {
            ended.get(2 * DISCARD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("{} is not ended yet; that goes on in the background", running.label());
        } catch (ExecutionException e) {
            LOG.warn("{} did not stop cleanly", running.label(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(RunningVersion running, Duration deadline) {
        try {
            running.context().stop(deadline);
        } catch (RuntimeException e) {
            LOG.warn("{} did not stop cleanly", running.label(), e);
        }
        running.http().close();
    }
}
