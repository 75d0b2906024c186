package dev.serai.engine.mesh;

import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.ServiceInstance;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** Who answers which service in this runtime. A new version takes a name over in one step; the old one finishes what it has in hand. */
public final class ServiceRegistry {

    /** The newest of a name answers; one before it answers again should the newest stop first. */
    private final Map<String, Deque<ServiceHandler>> handlers = new TreeMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition registered = lock.newCondition();

    /** Gives the context the {@code service:} scheme; to be called before it starts. */
    public void attach(CamelContext context, String integration, int version) {
        context.addComponent("service", new ServiceComponent(this, integration, version));
    }

    /** Who answers now, by service name. */
    public List<ServiceInstance> instances() {
        lock.lock();
        try {
            return handlers.values().stream()
                    .map(answering -> answering.getFirst().instance())
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** From now on this one answers; whoever did before is out. */
    void register(ServiceHandler handler) {
        lock.lock();
        try {
            refuseOtherIntegration(handler.instance());
            handlers.computeIfAbsent(handler.instance().name(), name -> new ArrayDeque<>())
                    .addFirst(handler);
            registered.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void refuseOtherIntegration(ServiceInstance instance) {
        ServiceHandler before = answering(instance.name());
        if (before != null && !before.instance().integration().equals(instance.integration())) {
            throw new IllegalStateException("service:" + instance.name() + " is answered by "
                    + before.instance().label() + " already; only one integration can answer a service: rename one");
        }
    }

    private @Nullable ServiceHandler answering(String name) {
        Deque<ServiceHandler> ofName = handlers.get(name);
        return ofName == null ? null : ofName.peekFirst();
    }

    /** Takes this one out, and no other. */
    void unregister(ServiceHandler handler) {
        lock.lock();
        try {
            handlers.computeIfPresent(handler.instance().name(), (name, ofName) -> {
                ofName.remove(handler);
                return ofName.isEmpty() ? null : ofName;
            });
        } finally {
            lock.unlock();
        }
    }

    /**
     * The one who answers, entered: it will not stop before the caller has left it. Found and entered in one step, so that a version that
     * has drained gets no request any more.
     *
     * @param patience how long to wait for a service that is being switched
     */
    ServiceHandler enter(String name, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            ServiceHandler handler = answering(name);
            while (handler == null && left > 0) {
                left = registered.awaitNanos(left);
                handler = answering(name);
            }
            if (handler == null) {
                throw new NoSuchServiceException(unknown(name, patience));
            }
            handler.enter();
            return handler;
        } finally {
            lock.unlock();
        }
    }

    private String unknown(String name, Duration patience) {
        String known = handlers.isEmpty()
                ? "no service is answered here"
                : "answered are " + String.join(", ", handlers.keySet());
        String near = DidYouMean.hint(name, handlers.keySet());
        return "service:" + name + " is answered by no integration, waited "
                + TimeUnit.NANOSECONDS.toMillis(patience.toNanos()) + " ms; " + known
                + (near.isEmpty() ? "" : "; " + near);
    }
}
