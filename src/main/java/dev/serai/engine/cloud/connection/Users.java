package dev.serai.engine.cloud.connection;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.camel.CamelContext;

/** The contexts that use one connection as it was at one time. When it was replaced and the last of them has ended, it is closed. */
final class Users {

    /** The phases of a Camel service from here on: stopped, shut down, failed. One that failed tells nobody that it ended. */
    private static final byte ENDED = 9;

    private final Set<CamelContext> contexts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Runnable whenNobodyIsLeft;
    private boolean retired;

    Users(Runnable whenNobodyIsLeft) {
        this.whenNobodyIsLeft = whenNobodyIsLeft;
    }

    /** @return whether the context may use it; not any more when it was replaced meanwhile */
    synchronized boolean add(CamelContext context) {
        return !retired && (contexts.add(context) || contexts.contains(context));
    }

    void remove(CamelContext context) {
        boolean last;
        synchronized (this) {
            contexts.remove(context);
            last = nobodyIsLeft();
        }
        if (last) {
            whenNobodyIsLeft.run();
        }
    }

    /** Nobody new may use it. */
    void retire() {
        boolean last;
        synchronized (this) {
            retired = true;
            last = nobodyIsLeft();
        }
        if (last) {
            whenNobodyIsLeft.run();
        }
    }

    private boolean nobodyIsLeft() {
        contexts.removeIf(context -> context.getCamelContextExtension().getStatusPhase() >= ENDED);
        return retired && contexts.isEmpty();
    }

    synchronized boolean contains(CamelContext context) {
        return contexts.contains(context);
    }
}
