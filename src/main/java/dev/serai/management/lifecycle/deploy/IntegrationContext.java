package dev.serai.management.lifecycle.deploy;

import dev.serai.engine.enterprise.http.CalledEndpoint;
import dev.serai.foundation.RouteStatus;
import dev.serai.foundation.Version;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.Suspendable;
import org.apache.camel.main.Main;
import org.apache.camel.spi.RouteController;
import org.apache.camel.spi.RouteStartupOrder;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.URISupport;

/** The Camel Main of one version, and the steps in which it is brought up and taken down. */
public final class IntegrationContext {

    private static final String SERVICE = "service";

    /**
     * Routes that are called rather than fetch: nothing reaches them before the switch, or only from inside, so they start
     * before it, and the old version's go on answering until it is drained.
     */
    private static final Set<String> CALLED = Set.of("platform-http", "rest", "rest-api", "rest-openapi", SERVICE);

    /** The same, but reached from the version's own routes alone. */
    private static final Set<String> INTERNAL = Set.of("direct", "seda", "kamelet");

    /** A message that was just taken from a queue is for a moment neither waiting nor in flight. */
    private static final int QUIET_LOOKS = 3;

    private static final Duration SETTLE = Duration.ofMillis(300);

    private final Version version;
    private final Main main;
    private final ClassLoader loader;
    private final ExchangesInFlight inFlight;

    IntegrationContext(Version version, Main main, ClassLoader loader, ExchangesInFlight inFlight) {
        this.inFlight = inFlight;
        this.version = version;
        this.main = main;
        this.loader = loader;
    }

    public Version version() {
        return version;
    }

    /** The Camel context; there is one only after {@link #build()}. */
    public CamelContext camel() {
        return main.getCamelContext();
    }

    /** The loader of the version's own classes and files. */
    public ClassLoader loader() {
        return loader;
    }

    /** Loads the routes and starts the context with every route's consumer off. */
    public void build() throws Exception {
        inLoader(() -> {
            main.init();
            main.start();
        });
    }

    /** Starts the routes that are called from inside or through a switch. */
    public void startPassive() throws Exception {
        startRoutes(IntegrationContext::isPassive);
    }

    /** Starts those of them of which another version's may go on beside: a service is answered by one version only. */
    public void startShareable() throws Exception {
        startRoutes(route -> isPassive(route) && !scheme(route).equals(SERVICE));
    }

    /** Starts the routes that fetch from outside. */
    public void startActive() throws Exception {
        startRoutes(route -> !isPassive(route));
    }

    private void startRoutes(Predicate<Route> which) throws Exception {
        inLoader(() -> {
            RouteController controller = camel().getRouteController();
            for (Route route : startable()) {
                if (which.test(route)
                        && !controller.getRouteStatus(route.getId()).isStarted()) {
                    controller.startRoute(route.getId());
                }
            }
        });
    }

    /** Camel lists a route in its startup order only once its consumer was started: the model order is what is left. */
    private List<Route> startable() {
        return camel().getRoutes().stream()
                .filter(Route::isAutoStartup)
                .sorted(Comparator.comparing(IntegrationContext::order))
                .toList();
    }

    private static int order(Route route) {
        return route.getStartupOrder() == null ? Integer.MAX_VALUE : route.getStartupOrder();
    }

    private List<RouteStartupOrder> startupOrder() {
        return List.copyOf(camel().getCamelContextExtension().getRouteStartupOrder());
    }

    private static boolean isPassive(Route route) {
        return isCalled(route) || INTERNAL.contains(scheme(route));
    }

    private static boolean isCalled(Route route) {
        return CALLED.contains(scheme(route)) || route.getEndpoint() instanceof CalledEndpoint;
    }

    private static String scheme(Route route) {
        String uri = route.getEndpoint().getEndpointBaseUri();
        int colon = uri.indexOf(':');
        return colon < 0 ? uri : uri.substring(0, colon);
    }

    /**
     * Stops the routes that fetch from outside: no new exchange begins, those in flight may end.
     *
     * @param deadline after it, exchanges in flight are failed, which hands them back to their source
     */
    public void drainActive(Duration deadline) throws Exception {
        List<RouteStartupOrder> active = startupOrder().stream()
                .filter(order -> !isPassive(order.getRoute()))
                .toList();
        if (!active.isEmpty()) {
            long end = System.nanoTime() + deadline.toNanos();
            settle(active);
            camel().getShutdownStrategy().shutdown(camel(), active, deadline.toMillis(), TimeUnit.MILLISECONDS);
            awaitTaken(end);
        }
    }

    /** Most exchanges end within milliseconds once nothing new begins; Camel's shutdown looks again only after a second. */
    private void settle(List<RouteStartupOrder> active) throws InterruptedException {
        for (RouteStartupOrder order : active) {
            if (order.getRoute().getConsumer() instanceof Suspendable) {
                ServiceHelper.suspendService(order.getRoute().getConsumer());
            }
        }
        long end = System.nanoTime() + SETTLE.toNanos();
        while (active.stream()
                        .anyMatch(order -> inFlight.unfinished(order.getRoute().getRouteId()) > 0)
                && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /**
     * What was fetched may have been handed to a {@code seda:} route, and with it the duty to move the file or to acknowledge the message:
     * until that is done the next version would fetch the same again.
     */
    private void awaitTaken(long end) throws InterruptedException {
        int quiet = 0;
        while (quiet < QUIET_LOOKS && System.nanoTime() < end) {
            quiet = camel().getRoutes().stream().anyMatch(this::isBusy) ? 0 : quiet + 1;
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private boolean isBusy(Route route) {
        if (isCalled(route)) {
            return false;
        }
        boolean waiting =
                route.getConsumer() instanceof ShutdownAware consumer && consumer.getPendingExchangesSize() > 0;
        return waiting || inFlight.unfinished(route.getRouteId()) > 0;
    }

    /**
     * Ends everything, gracefully within the deadline.
     *
     * @param deadline how long exchanges in flight may take
     */
    public void stop(Duration deadline) {
        if (camel() != null) {
            camel().getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
            camel().getShutdownStrategy().setTimeout(Math.max(1, deadline.toMillis()));
        }
        main.shutdown();
        if (camel() != null) {
            camel().shutdown();
        }
        LastStarted.forget();
    }

    /** The routes as a person is shown them. */
    public List<RouteStatus> routes() {
        return camel().getRoutes().stream()
                .map(route -> new RouteStatus(
                        route.getId(),
                        URISupport.sanitizeUri(route.getEndpoint().getEndpointUri()),
                        camel().getRouteController()
                                .getRouteStatus(route.getId())
                                .name()))
                .toList();
    }

    private void inLoader(Step step) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            step.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
