package dev.serai.adapter.legacy.soap;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** Asks a web service for its WSDL. That it answers is enough: not every service tells its WSDL, and no operation is called. */
public final class SoapProbe implements Callable<Integer>, CamelContextAware {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final Set<Integer> AWAY = Set.of(404, 410, 502, 503, 504);

    private String address = "";
    private @Nullable SSLContextParameters tls;
    private @Nullable CamelContext context;

    /** Where the service answers; empty when it is only served here, or its address stands in the WSDL. */
    public void setAddress(String address) {
        this.address = address;
    }

    public void setTls(SSLContextParameters tls) {
        this.tls = tls;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        this.context = context;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return context;
    }

    /** @throws Exception when nobody answers at the address, or somebody else does */
    @Override
    public Integer call() throws Exception {
        return address.isEmpty() ? 0 : ask();
    }

    /** Over a connection of its own, which ends with the question. */
    private int ask() throws Exception {
        HttpURLConnection connection = connection();
        try {
            int status = connection.getResponseCode();
            if (AWAY.contains(status)) {
                throw new IOException(address + " answers with HTTP " + status + "; expected a web service there");
            }
            return status;
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection connection() throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address + "?wsdl").toURL().openConnection();
        if (connection instanceof HttpsURLConnection secured) {
            SSLContext trusted = Objects.requireNonNull(tls).createSSLContext(context);
            secured.setSSLSocketFactory(trusted.getSocketFactory());
        }
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Connection", "close");
        return connection;
    }
}
