package dev.serai.adapter.legacy.soap;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Endpoint;
import org.apache.camel.component.cxf.jaxws.CxfComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.jspecify.annotations.Nullable;

/** One web service, called or served, as its connection describes it. What a route writes behind the connection is the operation. */
public final class SoapComponent extends CxfComponent {

    private Path home = Path.of("");
    private ServiceDescription description = ServiceDescription.NONE;
    private Authentication authentication = Authentication.NONE;
    private String address = "";
    private String path = "";
    private String user = "";
    private String password = "";
    private boolean mtom;
    private boolean validate;
    private int connectTimeout;
    private int timeout;
    private @Nullable SSLContextParameters tls;
    private @Nullable Bus bus;

    public SoapComponent() {
        // The WSDL may be far away: a route starts without it.
        setLazyStartProducer(true);
    }

    @Override
    protected Endpoint createEndpoint(String uri, @Nullable String remaining, Map<String, Object> parameters) {
        SoapEndpoint endpoint = new SoapEndpoint(this, remaining == null ? "" : remaining);
        endpoint.setCamelContext(getCamelContext());
        endpoint.setBus(bus());
        endpoint.setWsdlURL(description.wsdl(home));
        endpoint.setMtomEnabled(mtom);
        endpoint.setSslContextParameters(Objects.requireNonNull(tls));
        description.service().ifPresent(endpoint::setServiceName);
        description.port().ifPresent(endpoint::setPortName);
        if (validate) {
            endpoint.setSchemaValidationEnabled(true);
        }
        endpoint.setCxfConfigurer(new SoapClients(authentication, user, password, connectTimeout, timeout));
        return endpoint;
    }

    /** One for all endpoints of a context: it keeps what was read of the WSDL. */
    private synchronized Bus bus() {
        Bus made = bus;
        if (made == null) {
            made = ofThePack();
            HttpPort.attach(made, getCamelContext());
            bus = made;
        }
        return made;
    }

    /** CXF finds its parts by the loader of the thread. */
    private static Bus ofThePack() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader pack = SoapComponent.class.getClassLoader();
        thread.setContextClassLoader(pack);
        try {
            ExtensionManagerBus made = new ExtensionManagerBus(new HashMap<>(), new HashMap<>(), pack);
            made.setExtension(pack, ClassLoader.class);
            made.initialize();
            return made;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        synchronized (this) {
            if (bus != null) {
                bus.shutdown(true);
                bus = null;
            }
        }
    }

    String address() {
        return address;
    }

    String path() {
        return path;
    }

    /** The folder that a relative path of the WSDL begins at. */
    public void setHome(String home) {
        this.home = Path.of(home);
    }

    public void setWsdl(String wsdl) {
        description = new ServiceDescription(wsdl, description.service(), description.port());
    }

    /** Service in the WSDL, as {namespace}name. */
    public void setService(String service) {
        description = description.ofService(service);
    }

    /** Port in the WSDL, as {namespace}name. */
    public void setPort(String port) {
        description = description.ofPort(port);
    }

    /** Where the called service answers; the WSDL's own address when it is not set. */
    public void setAddress(String address) {
        this.address = address;
    }

    /** Path on Serai's HTTP port where the operations are served. */
    public void setPath(String path) {
        this.path = path;
    }

    public void setAuthentication(String authentication) {
        this.authentication = Authentication.of(authentication);
    }

    public void setUser(String user) {
        this.user = user;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public void setMtom(boolean mtom) {
        this.mtom = mtom;
    }

    public void setValidate(boolean validate) {
        this.validate = validate;
    }

    public void setTls(SSLContextParameters tls) {
        this.tls = tls;
    }

    /** Milliseconds. */
    public void setConnectTimeout(int connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    /** Milliseconds. */
    public void setTimeout(int timeout) {
        this.timeout = timeout;
    }
}
