package dev.serai.console.hawtio;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.debugger.DefaultBacklogDebugger;
import org.apache.camel.spi.BacklogDebugger;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Readies a context for the console: its steps can be traced and stopped at as soon as somebody asks for it, and they know the line they stand on. Until then
 * tracer and debugger stand by, at the cost of one look per step at whether they are wanted.
 */
public final class Inspection {

    /** A message that nobody steps on goes on by itself after this time, so that a forgotten breakpoint does not hold its caller forever. */
    private static final long FORGOTTEN_SECONDS = 300;

    private Inspection() {}

    /** @param context not yet initialised */
    public static void attach(CamelContext context) {
        try {
            context.setBacklogTracingStandby(true);
            context.setDebugStandby(true);
            context.addService(debugger(context));
            context.setMessageHistoryFactory(new DormantHistory(context));
            context.addLifecycleStrategy(new HistoryOff());
        } catch (Exception e) {
            throw new IllegalStateException(context.getName() + " cannot be made ready for tracing and debugging", e);
        }
    }

    /**
     * The debugger wants message history while the routes are built. Left on, it makes a tracer that stands by write down every message, which
     * takes three quarters of a route's throughput.
     */
    private static final class HistoryOff extends LifecycleStrategySupport {

        @Override
        public void onContextStarted(CamelContext context) {
            context.setMessageHistory(false);
        }
    }

    private static BacklogDebugger debugger(CamelContext context) {
        BacklogDebugger debugger = DefaultBacklogDebugger.createDebugger(context);
        debugger.setStandby(true);
        debugger.setFallbackTimeout(FORGOTTEN_SECONDS);
        return debugger;
    }
}
