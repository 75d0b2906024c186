package dev.serai.adapter.messaging.rabbitmq;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.springrabbit.SpringRabbitMQComponent;
import org.apache.camel.component.springrabbit.SpringRabbitMQEndpoint;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.PluginHelper;

/** Camel's component with endpoints that lose nothing on the way to a queue. */
@Component("spring-rabbitmq")
public final class RabbitComponent extends SpringRabbitMQComponent {

    private String queueType = "quorum";
    private long confirmTimeout = 5_000;

    /** Type of the queues that endpoints declare by name: quorum or classic. */
    public void setQueueType(String queueType) {
        if (!queueType.equals("quorum") && !queueType.equals("classic")) {
            throw new IllegalArgumentException("queue-type is \"" + queueType + "\"; expected quorum or classic");
        }
        this.queueType = queueType;
    }

    String queueType() {
        return queueType;
    }

    /** Milliseconds that a sender waits for the broker; an endpoint can say otherwise. */
    public void setConfirmTimeout(long confirmTimeout) {
        this.confirmTimeout = confirmTimeout;
    }

    @Override
    protected void doInit() throws Exception {
        setMessageConverter(new TextConverter(getCamelContext()));
        super.doInit();
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        parameters.putIfAbsent("confirmTimeout", confirmTimeout);
        SpringRabbitMQEndpoint camels = (SpringRabbitMQEndpoint) super.createEndpoint(uri, remaining, parameters);
        RabbitEndpoint endpoint = new RabbitEndpoint(uri, this, remaining);
        copy(camels, endpoint);
        endpoint.nameRoutingKey();
        return endpoint;
    }

    /** Camel's component makes its endpoints itself; what it read from the URI is taken over. */
    private void copy(SpringRabbitMQEndpoint from, SpringRabbitMQEndpoint to) {
        Map<String, Object> values = new HashMap<>();
        PluginHelper.getBeanIntrospection(getCamelContext()).getProperties(from, values, null, false);
        PropertyConfigurer options = getEndpointPropertyConfigurer();
        values.forEach((name, value) -> options.configure(getCamelContext(), to, name, value, false));
    }
}
