package dev.serai.adapter.legacy.file;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileProducer;
import org.jspecify.annotations.Nullable;

/** Logs in to a file server as a route would, with the same address, keys and limits, and out again; no file is touched. */
public final class FileServerProbe implements Callable<String>, CamelContextAware {

    private String endpoint = "";
    private @Nullable CamelContext context;

    /** The endpoint to log in for; it should disconnect when a file was written. */
    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        this.context = context;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return context;
    }

    /** @throws Exception when the server cannot be reached, is not who it should be, or refuses the login */
    @Override
    public String call() throws Exception {
        var reached = Objects.requireNonNull(context).getEndpoint(endpoint);
        Exchange nothing = reached.createExchange();
        try (var producer = (GenericFileProducer<?>) reached.createProducer()) {
            producer.start();
            producer.preWriteCheck(nothing);
            producer.postWriteCheck(nothing);
            return reached.getEndpointBaseUri();
        }
    }
}
