package dev.serai.adapter.messaging.mqtt;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

/** Headers as MQTT 5 carries them: as pairs of texts. Camel's own headers neither leave nor come in. */
final class UserProperties {

    private static final HeaderFilterStrategy FILTER = filter();

    private UserProperties() {}

    private static HeaderFilterStrategy filter() {
        DefaultHeaderFilterStrategy filter = new DefaultHeaderFilterStrategy();
        filter.setLowerCase(true);
        filter.setOutFilterStartsWith(DefaultHeaderFilterStrategy.CAMEL_FILTER_STARTS_WITH);
        filter.setInFilterStartsWith(DefaultHeaderFilterStrategy.CAMEL_FILTER_STARTS_WITH);
        return filter;
    }

    static MqttProperties of(Exchange exchange) {
        List<UserProperty> pairs = new ArrayList<>();
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (isPlain(value) && !FILTER.applyFilterToCamelHeaders(name, value, exchange)) {
                pairs.add(new UserProperty(name, value.toString()));
            }
        });
        MqttProperties properties = new MqttProperties();
        properties.setUserProperties(pairs);
        return properties;
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
    }

    static void copy(@Nullable MqttProperties from, Exchange to) {
        if (from != null && from.getUserProperties() != null) {
            for (UserProperty pair : from.getUserProperties()) {
                if (!FILTER.applyFilterToExternalHeaders(pair.getKey(), pair.getValue(), to)) {
                    to.getIn().setHeader(pair.getKey(), pair.getValue());
                }
            }
        }
    }
}
