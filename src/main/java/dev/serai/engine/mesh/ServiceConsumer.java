package dev.serai.engine.mesh;

import dev.serai.foundation.ServiceInstance;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** Answers a service with a route, from its start until a newer version takes over or it stops. */
final class ServiceConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

    private final ServiceComponent component;
    private final String name;
    private volatile @Nullable ServiceHandler handler;

    ServiceConsumer(ServiceEndpoint endpoint, ServiceComponent component, String name, Processor processor) {
        super(endpoint, processor);
        this.component = component;
        this.name = name;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        register();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        register();
    }

    @Override
    protected void doSuspend() throws Exception {
        unregister();
        super.doSuspend();
    }

    @Override
    protected void doStop() throws Exception {
        unregister();
        super.doStop();
    }

    private void register() {
        ServiceHandler answering = new ServiceHandler(
                new ServiceInstance(name, component.integration(), component.version(), "route:" + getRouteId()), this);
        component.registry().register(answering);
        handler = answering;
    }

    /** Only takes itself out: when a newer version answers already, this changes nothing. */
    private void unregister() {
        ServiceHandler answering = handler;
        if (answering != null) {
            component.registry().unregister(answering);
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return false;
    }

    /** Requests that were handed over, also in the moment before Camel counts their exchange. */
    @Override
    public int getPendingExchangesSize() {
        ServiceHandler answering = handler;
        return answering == null ? 0 : answering.inFlight();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        unregister();
    }
}
