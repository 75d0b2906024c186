package dev.serai.engine.message;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.spi.HeadersMapFactory;
import org.apache.camel.support.LifecycleStrategySupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the headers of a context's messages in {@link HeaderMap}. Camel's own factory makes a tree, and copies it whole with every message: that was a
 * seventh of the work of a route from topic to topic.
 */
public final class HeadersInArrays implements HeadersMapFactory {

    /** To be called before the context is initialised. A factory that somebody chose stays, and so do headers with regard to case. */
    public static void attach(CamelContext context) {
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextInitializing(CamelContext initializing) {
                ExtendedCamelContext extension = initializing.getCamelContextExtension();
                HeadersMapFactory chosen = extension.getHeadersMapFactory();
                if (initializing.isCaseInsensitiveHeaders() && (chosen == null || isCamels(chosen))) {
                    extension.setHeadersMapFactory(new HeadersInArrays());
                }
            }
        });
    }

    private static boolean isCamels(HeadersMapFactory factory) {
        return factory.getClass().getName().equals("org.apache.camel.impl.engine.DefaultHeadersMapFactory");
    }

    @Override
    public Map<String, Object> newMap() {
        return new HeaderMap();
    }

    @Override
    public Map<String, Object> newMap(Map<String, Object> all) {
        HeaderMap headers = new HeaderMap();
        headers.putAll(all);
        return headers;
    }

    @Override
    public boolean isInstanceOf(@Nullable Map<String, Object> map) {
        return map instanceof HeaderMap;
    }

    @Override
    public boolean isCaseInsensitive() {
        return true;
    }
}
