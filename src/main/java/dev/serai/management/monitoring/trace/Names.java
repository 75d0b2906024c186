package dev.serai.management.monitoring.trace;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Set;

/** Names of attributes, Serai's own and those of OpenTelemetry's conventions, and kinds of endpoints and steps. */
final class Names {

    static final AttributeKey<String> INTEGRATION = AttributeKey.stringKey("serai.integration");
    static final AttributeKey<Long> VERSION = AttributeKey.longKey("serai.version");
    static final AttributeKey<String> ROUTE = AttributeKey.stringKey("serai.route");
    static final AttributeKey<String> EXCHANGE = AttributeKey.stringKey("serai.exchange");
    static final AttributeKey<String> STEP = AttributeKey.stringKey("serai.step");
    static final AttributeKey<String> STEP_KIND = AttributeKey.stringKey("serai.step.kind");
    static final AttributeKey<String> ENDPOINT = AttributeKey.stringKey("serai.endpoint");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    static final AttributeKey<String> HTTP_METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<String> HTTP_ROUTE = AttributeKey.stringKey("http.route");
    static final AttributeKey<Long> HTTP_STATUS = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");

    /** Endpoints whose caller waits for an answer. */
    static final Set<String> ANSWERING =
            Set.of("platform-http", "rest", "rest-openapi", "service", "netty-http", "cxf", "grpc");

    /** Endpoints where nobody sends. */
    static final Set<String> OWN = Set.of("timer", "scheduler", "quartz", "cron", "file", "direct", "kamelet");

    /** Steps that hand the message to others. */
    static final Set<String> SENDING =
            Set.of("to", "toD", "wireTap", "enrich", "recipientList", "routingSlip", "dynamicRouter", "kamelet");

    private Names() {}

    static String scheme(String uri) {
        int colon = uri.indexOf(':');
        return colon < 0 ? uri : uri.substring(0, colon);
    }

    /** Path or topic of an endpoint, without scheme, options and leading slashes: {@code orders.stored}. */
    static String target(String uri) {
        String rest = uri.substring(uri.indexOf(':') + 1).replaceFirst("^//", "");
        int query = rest.indexOf('?');
        return query < 0 ? rest : rest.substring(0, query);
    }
}
