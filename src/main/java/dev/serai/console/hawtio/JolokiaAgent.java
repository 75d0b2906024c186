package dev.serai.console.hawtio;

import dev.serai.management.security.audit.AuditTrail;
import java.util.Map;
import org.jolokia.server.core.config.ConfigKey;
import org.jolokia.server.core.config.StaticConfiguration;
import org.jolokia.server.core.http.HttpRequestHandler;
import org.jolokia.server.core.service.JolokiaServiceManagerFactory;
import org.jolokia.server.core.service.api.JolokiaServiceManager;
import org.jolokia.service.serializer.JolokiaSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Jolokia with the services that the console needs and no other: nothing is discovered on the class path, announced on the network, called on other
 * machines or kept for later. It starts with the first request.
 */
final class JolokiaAgent implements AutoCloseable {

    private final JolokiaServiceManager services;
    private @Nullable HttpRequestHandler requests;

    JolokiaAgent(AuditTrail audit, AnswerMasking masking) {
        JolokiaRules rules = JolokiaRules.shipped();
        services = JolokiaServiceManagerFactory.createJolokiaServiceManager(
                configuration(), new JolokiaLog(), new CallerRestrictor(rules), null);
        services.addService(new JolokiaSerializer());
        services.addService(new GuardedMBeans(rules, new MBeanActs(audit)));
        services.addService(new SharedDescriptions());
        services.addService(new InvokeRights(rules));
        services.addService(masking);
    }

    private static StaticConfiguration configuration() {
        return new StaticConfiguration(Map.of(
                ConfigKey.AGENT_ID.getKeyValue(), "serai",
                ConfigKey.DISABLE_DETECTORS.getKeyValue(), "true",
                ConfigKey.ALLOW_ERROR_DETAILS.getKeyValue(), "false",
                ConfigKey.INCLUDE_REQUEST.getKeyValue(), "true"));
    }

    synchronized HttpRequestHandler requests() {
        if (requests == null) {
            requests = new HttpRequestHandler(services.start());
        }
        return requests;
    }

    @Override
    public synchronized void close() {
        if (requests != null) {
            services.stop();
        }
    }
}
