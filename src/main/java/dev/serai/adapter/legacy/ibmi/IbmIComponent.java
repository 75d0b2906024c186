package dev.serai.adapter.legacy.ibmi;

import com.ibm.as400.access.AS400ConnectionPool;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.jt400.Jt400Component;
import org.apache.camel.component.jt400.Jt400Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.jspecify.annotations.Nullable;

/** Camel's component with the connection's login, so that a URI only names an object: {@code erp:/QSYS.LIB/ORDERS.LIB/IN.DTAQ}. */
@Component("jt400")
public final class IbmIComponent extends Jt400Component {

    private @Nullable IbmISystem system;

    public void setSystem(IbmISystem system) {
        this.system = system;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (system == null) {
            throw new IllegalStateException("the component was given no system");
        }
        String scheme = uri.substring(0, uri.indexOf(':'));
        String object = remaining.startsWith("/") ? remaining : "/" + remaining;
        String complete = scheme + "://serai:login@" + system.host() + object;
        Jt400Endpoint endpoint = (Jt400Endpoint) super.createEndpoint(complete, remaining, parameters);
        system.signIn(endpoint.getConfiguration());
        return endpoint;
    }

    @Override
    public AS400ConnectionPool getConnectionPool() {
        AS400ConnectionPool pool = super.getConnectionPool();
        if (system != null && pool.getSocketProperties() == null) {
            pool.setSocketProperties(system.sockets());
        }
        return pool;
    }
}
