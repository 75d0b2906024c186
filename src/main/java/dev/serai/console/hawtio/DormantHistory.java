package dev.serai.console.hawtio;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.MessageHistory;
import org.apache.camel.NamedNode;
import org.apache.camel.impl.debugger.DefaultBacklogDebugger;
import org.apache.camel.impl.engine.DefaultMessageHistoryFactory;
import org.apache.camel.spi.BacklogDebugger;
import org.jspecify.annotations.Nullable;

/** Camel's message history, kept only while somebody debugs: otherwise each step of each message would cost a list entry. */
final class DormantHistory extends DefaultMessageHistoryFactory {

    private volatile @Nullable BacklogDebugger debugger;

    DormantHistory(CamelContext context) {
        setCamelContext(context);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        debugger = DefaultBacklogDebugger.getBacklogDebugger(getCamelContext());
    }

    @Override
    public @Nullable MessageHistory newMessageHistory(String routeId, NamedNode node, Exchange exchange) {
        BacklogDebugger known = debugger;
        return known != null && known.isEnabled() ? super.newMessageHistory(routeId, node, exchange) : null;
    }
}
