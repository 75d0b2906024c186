package dev.serai.adapter.legacy.soap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** Asks a web service for its WSDL. That it answers is enough: not every service tells its WSDL, and no operation is called. */
public final class SoapProbe implements Callable<Integer>, CamelContextAware {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
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

    private int ask() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(Objects.requireNonNull(tls).createSSLContext(context))
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "?wsdl"))
                .timeout(PATIENCE)
                .build();
        HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
        if (AWAY.contains(response.statusCode())) {
            throw new IOException(
                    address + " answers with HTTP " + response.statusCode() + "; expected a web service there");
        }
        return response.statusCode();
    }
}
