package dev.serai.management.lifecycle.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.support.DefaultConsumer;

/** The HTTP paths of the routes under test; no server stands before them. */
final class HttpEntries implements PlatformHttpEngine {

    private final List<HttpEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        entries.add(new HttpEntry(endpoint, processor));
        return new Unserved(endpoint, processor);
    }

    List<HttpEntry> all() {
        return entries;
    }

    private static final class Unserved extends DefaultConsumer implements PlatformHttpConsumer {

        Unserved(PlatformHttpEndpoint endpoint, Processor processor) {
            super(endpoint, processor);
        }

        @Override
        public PlatformHttpEndpoint getEndpoint() {
            return (PlatformHttpEndpoint) super.getEndpoint();
        }
    }
}
