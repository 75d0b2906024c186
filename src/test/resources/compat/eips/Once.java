package eips;

import org.apache.camel.ExchangeProperties;
import org.apache.camel.Header;
import java.util.Map;

public class Once {
    public String next(@ExchangeProperties Map<String, Object> properties) {
        return properties.put("asked", true) == null ? "direct:upper" : null;
    }
}
