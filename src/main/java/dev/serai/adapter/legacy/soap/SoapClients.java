package dev.serai.adapter.legacy.soap;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.cxf.configuration.security.AuthorizationPolicy;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/**
 * Login and patience of the two sides of a service.
 *
 * @param authentication how a caller says who it is
 * @param user who calls, or may call
 * @param password of the user
 * @param connectTimeout milliseconds
 * @param timeout milliseconds
 */
record SoapClients(Authentication authentication, String user, String password, int connectTimeout, int timeout)
        implements CxfConfigurer {

    @Override
    public void configure(AbstractWSDLBasedEndpointFactory factory) {
        // Nothing is decided before there is a client or a server.
    }

    @Override
    public void configureClient(Client client) {
        if (client.getConduit() instanceof HTTPConduit conduit) {
            HTTPClientPolicy policy = new HTTPClientPolicy();
            policy.setConnectionTimeout(connectTimeout);
            policy.setReceiveTimeout(timeout);
            conduit.setClient(policy);
            if (authentication == Authentication.BASIC) {
                conduit.setAuthorization(basic());
            }
        }
        if (authentication.isToken()) {
            client.getOutInterceptors().add(new WSS4JOutInterceptor(token()));
        }
    }

    @Override
    public void configureServer(Server server) {
        if (authentication == Authentication.BASIC) {
            throw new IllegalArgumentException("authentication basic is for calling; expected wss-text or wss-digest, "
                    + "or none with the path guarded otherwise");
        }
        server.getEndpoint().getInInterceptors().add(new AskedAddress());
        if (authentication.isToken()) {
            server.getEndpoint().getInInterceptors().add(new WSS4JInInterceptor(token()));
        }
    }

    private AuthorizationPolicy basic() {
        AuthorizationPolicy policy = new AuthorizationPolicy();
        policy.setUserName(user);
        policy.setPassword(password);
        policy.setAuthorizationType("Basic");
        return policy;
    }

    private Map<String, Object> token() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConfigurationConstants.ACTION, ConfigurationConstants.USERNAME_TOKEN);
        settings.put(ConfigurationConstants.USER, user);
        settings.put(
                ConfigurationConstants.PASSWORD_TYPE,
                authentication == Authentication.WSS_DIGEST ? WSS4JConstants.PW_DIGEST : WSS4JConstants.PW_TEXT);
        settings.put(ConfigurationConstants.PW_CALLBACK_REF, (CallbackHandler) this::tell);
        return settings;
    }

    /** The password of the one user; of nobody else, so that another name is refused. */
    private void tell(Callback[] asked) throws IOException {
        for (Callback one : asked) {
            if (one instanceof WSPasswordCallback question && user.equals(question.getIdentifier())) {
                question.setPassword(password);
            }
        }
    }
}
